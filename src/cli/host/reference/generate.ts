import { format, resolveConfig } from 'prettier';
import { declaredClasses } from './declared';
import { hostReference } from './markdown';
import { PinnedClient } from './pinnedClient';
import { supportOfClasses } from './support';

/** Where the page is kept, from the root of the repository. */
export const REFERENCE_FILE = 'docs/host.md';

/** The page as it should be now. */
export async function generateReference(): Promise<string> {
  const page = hostReference(supportOfClasses(new PinnedClient(), declaredClasses()));
  return format(page, { ...(await resolveConfig(REFERENCE_FILE)), parser: 'markdown' });
}
