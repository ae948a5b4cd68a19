import { Worker } from 'node:worker_threads';

/** The watching thread, as JavaScript: it hears the heart beat, or ends the process with the last words. */
const WATCH = `
const { writeSync } = require('node:fs');
const { beats, limit, lastWords } = require('node:worker_threads').workerData;
let seen;
do seen = Atomics.load(beats, 0);
while (Atomics.wait(beats, 0, seen, limit) !== 'timed-out');
writeSync(1, lastWords);
process.kill(process.pid, 'SIGKILL');
`;

/** What a thread that has only just come back needs to report by itself, in milliseconds. */
const GRACE = 1_000;

/**
 * Ends the process when the script's thread does not come back, as in an endless loop: no timer of its own would ever
 * run. Waiting is not meant, see `within`.
 * @param milliseconds how long the thread may be busy without a pause
 * @param lastWords what is printed instead of a report
 */
export function watchThread(milliseconds: number, lastWords: string): void {
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(WATCH, { eval: true, workerData: { beats, limit: milliseconds + GRACE, lastWords } });
  worker.unref();
  const beat = () => {
    Atomics.add(beats, 0, 1);
    Atomics.notify(beats, 0);
  };
  setInterval(beat, milliseconds / 4).unref();
}
