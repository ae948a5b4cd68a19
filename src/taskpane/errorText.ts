import { CrmError } from '../shared/errors';
import type { Translate } from '../shared/i18n';
import { notLoaded } from './script';

/** What a person reads when something failed, and what to do next. */
export interface ErrorText {
  readonly message: string;
  readonly next: string;
  /** For support; never a stack. */
  readonly code: string;
}

/**
 * A coded failure in words. The pane's own words come first (those in `errors` also speak to users of the command line);
 * what has no words at all is told as unexpected, with its code.
 */
export function errorText(error: unknown, t: Translate): ErrorText {
  const code = codeOf(error);
  const params = error instanceof CrmError ? error.params : {};
  return {
    code,
    message: firstText(t, [`pane.failure.${code}`, `errors.${code}`, 'pane.failure.unexpected'], params),
    next: firstText(t, [`pane.next.${code}`, 'pane.next.unexpected'], params),
  };
}

/** Actions come as scripts of their own, too: webpack names the error of one that did not arrive. */
function codeOf(error: unknown): string {
  if (error instanceof CrmError) return error.code;
  return error instanceof Error && error.name === 'ChunkLoadError' ? notLoaded : 'unexpected';
}

/** A missing key comes back as it is. */
function firstText(t: Translate, keys: readonly string[], values: Record<string, string | number>): string {
  const texts = keys.map((key) => t(key, values));
  return texts.find((text, index) => text !== keys[index]) ?? texts.at(-1)!;
}
