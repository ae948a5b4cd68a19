import { CrmError } from '../../../shared/errors';
import type { Book } from '../../../xlsx/book';
import type { ReaderMessage } from './messages';

/**
 * Reads an .xlsx in a thread of its own; `onShare` hears how much of the book is there (0 to 1).
 * @throws CrmError `notXlsx`, `encrypted`, `tooLarge`, `damaged`; the signal's reason when it is cancelled
 */
export function readBookAside(bytes: Uint8Array, signal: AbortSignal, onShare: (share: number) => void): Promise<Book> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url));
  return new Promise<Book>((resolve, reject) => {
    const take = collector(onShare, resolve, reject);
    worker.onmessage = ({ data }: MessageEvent<ReaderMessage>) => take(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    signal.throwIfAborted();
    worker.postMessage(bytes, [bytes.buffer]);
  }).finally(() => worker.terminate());
}

function collector(onShare: (share: number) => void, resolve: (book: Book) => void, reject: (error: Error) => void) {
  let book: Book | undefined;
  let [wanted, taken] = [0, 0];
  return (message: ReaderMessage): void => {
    if (message.kind === 'book') [book, wanted] = [message.book, message.rows];
    else if (message.kind === 'failed') reject(failure(message));
    else if (message.kind === 'done') resolve(book!);
    else {
      for (const [row, cells] of message.rows) book!.sheets[message.sheet]!.cells.set(row, cells);
      onShare((taken += message.rows.length) / wanted);
    }
  };
}

/** Errors lose their class between threads. */
const failure = ({ code, params, text }: Extract<ReaderMessage, { kind: 'failed' }>): Error =>
  code === undefined ? new Error(text) : new CrmError(code, params);
