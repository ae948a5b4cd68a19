import { useRef, useState } from 'react';
import { CrmError } from '../../../shared/errors';
import type { Notice } from './NoticeBar';
import type { TextKey } from './texts';

/** What the page is busy with. */
export interface Work {
  readonly text: TextKey;
  /** 0 to 1; absent while nobody can tell. */
  readonly share?: number;
  /** Absent for what cannot be stopped. */
  readonly cancel?: () => void;
}

/** How a job tells how far it is, and hears that nobody wants it any more. */
export interface Steps {
  readonly signal: AbortSignal;
  say(text: TextKey, share?: number): void;
}

export interface Job {
  /** What is said first. */
  readonly text: TextKey;
  readonly failure: TextKey;
  /** By the code of the error: what to say instead of `failure`. */
  readonly failures?: Readonly<Record<string, TextKey>>;
  /** Whether a person can stop it without harm. */
  readonly canCancel?: boolean;
  readonly retry?: () => void;
  run(steps: Steps): Promise<void>;
}

export const codeOf = (error: unknown): string => (error instanceof CrmError ? error.code : String(error));

/** Runs one job at a time, a new one in place of the last; a failure becomes a notice. */
export function useWork(
  onNotice: (notice: Notice | null) => void,
): readonly [Work | null, (job: Job) => Promise<void>] {
  const [work, setWork] = useState<Work | null>(null);
  const present = useRef<AbortController | null>(null);
  const start = async ({ text, failure, failures, canCancel, retry, run }: Job): Promise<void> => {
    present.current?.abort();
    const controller = (present.current = new AbortController());
    const { signal } = controller;
    const cancel = canCancel ? () => controller.abort() : undefined;
    const say: Steps['say'] = (said, share) => !signal.aborted && setWork({ text: said, share, cancel });
    onNotice(null);
    say(text);
    try {
      await run({ signal, say });
    } catch (error) {
      const code = codeOf(error);
      if (!signal.aborted) onNotice({ text: failures?.[code] ?? failure, values: { code }, retry });
    }
    if (present.current === controller) setWork(null);
  };
  return [work, start];
}
