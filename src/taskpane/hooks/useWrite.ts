import { useState } from 'react';
import type { RunOptions } from '../../actions/home';
import { useWorkbook } from '../context';
import type { Done } from '../session';
import { useTask, type Task } from './useTask';

/** One write at a time of a view, with what is said of it afterwards. */
export interface Write {
  readonly task: Task<Done>;
  /** What the last write has done, for its bar. */
  readonly text: string;
  readonly isRunning: boolean;
  /** `false`: nothing was begun, because something else is being written. */
  readonly write: (text: string, work: (options: RunOptions) => Promise<Done>) => boolean;
  readonly retry: () => void;
}

/** Writes, then shows the workbook as it is now. */
export function useWrite(onDone?: () => void): Write {
  const { follow } = useWorkbook();
  const [last, setLast] = useState<{ text: string; work: (options: RunOptions) => Promise<Done> } | null>(null);
  const task = useTask<Done>((done) => {
    onDone?.();
    follow(done);
  });
  return {
    task,
    text: last?.text ?? '',
    isRunning: task.state.status === 'running',
    write: (text, work) => {
      const isBegun = task.run(work);
      if (isBegun) setLast({ text, work });
      return isBegun;
    },
    retry: () => last && task.run(last.work),
  };
}
