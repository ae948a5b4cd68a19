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
  /** Starts `work`; a second start while it runs is ignored (a double click is one click), which `false` tells. */
  readonly run: (work: Work<T>) => boolean;
  /** Starts `work` in place of what runs: for questions, of which only the newest may be answered. */
  readonly ask: (work: Work<T>) => void;
  readonly cancel: () => void;
  /** Forgets what came of it, and what may still come. It does not stop it. */
  readonly reset: () => void;
}

type Work<T> = (options: RunOptions) => Promise<T>;

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
    (work: Work<T>) => {
      if (running.current) return false;
      const controller = new AbortController();
      running.current = controller;
      setState({ status: 'running', progress: null });
      const isForgotten = () => running.current !== controller;
      const onProgress = (progress: Progress) => {
        if (!controller.signal.aborted && !isForgotten()) setState({ status: 'running', progress });
      };
      const settle = (next: TaskState<T>) => {
        if (isForgotten()) return;
        running.current = null;
        setState(next);
        if (next.status === 'done') done.current?.(next.value);
      };
      Promise.resolve()
        .then(() => work({ onProgress, signal: controller.signal }))
        .then(
          (value) => bring(() => settle({ status: 'done', value })),
          (error: unknown) => settle(controller.signal.aborted ? { status: 'cancelled' } : { status: 'failed', error }),
        );
      return true;
    },
    [bring],
  );

  const cancel = useCallback(() => running.current?.abort(), []);
  const forget = useCallback(() => (running.current = null), []);
  const ask = useCallback(
    (work: Work<T>) => {
      forget();
      run(work);
    },
    [forget, run],
  );
  const reset = useCallback(() => {
    forget();
    setState({ status: 'idle' });
  }, [forget]);
  return { state, run, ask, cancel, reset };
}
