import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress, RunOptions } from '../../actions/home';

/** Life of one thing that takes time. */
export type TaskState<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly progress: Progress | null }
  | { readonly status: 'done'; readonly value: T }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'cancelled' };

export interface Task<T> {
  readonly state: TaskState<T>;
  /** Starts `work`; a second start while it runs is ignored (a double click is one click). */
  readonly run: (work: (options: RunOptions) => Promise<T>) => void;
  readonly cancel: () => void;
  readonly reset: () => void;
}

/** Brings what came of it to the screen; React's `startTransition` lets clicks in between. */
type Bring = (update: () => void) => void;

const atOnce: Bring = (update) => update();

/**
 * Runs one piece of work at a time with progress and cancel. Leaving the view does not stop it: half an import that
 * nobody asked for would be worse than one that ends unseen.
 */
export function useTask<T>(onDone?: (value: T) => void, bring: Bring = atOnce): Task<T> {
  const [state, setState] = useState<TaskState<T>>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });

  const run = useCallback(
    (work: (options: RunOptions) => Promise<T>) => {
      if (running.current) return;
      const controller = new AbortController();
      running.current = controller;
      setState({ status: 'running', progress: null });
      const onProgress = (progress: Progress) => {
        if (!controller.signal.aborted) setState({ status: 'running', progress });
      };
      const settle = (next: TaskState<T>) => {
        running.current = null;
        setState(next);
      };
      Promise.resolve()
        .then(() => work({ onProgress, signal: controller.signal }))
        .then(
          (value) =>
            bring(() => {
              settle({ status: 'done', value });
              done.current?.(value);
            }),
          (error: unknown) => settle(controller.signal.aborted ? { status: 'cancelled' } : { status: 'failed', error }),
        );
    },
    [bring],
  );

  const cancel = useCallback(() => running.current?.abort(), []);
  const reset = useCallback(() => setState({ status: 'idle' }), []);
  return { state, run, cancel, reset };
}
