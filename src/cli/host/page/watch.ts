import { isError } from '../failure';

/** What the page's script failed with, and what it still waits for. */
export class Watch {
  private failures: unknown[] = [];
  private pending = new Set<Promise<unknown>>();

  /** Notes a failure of the script. */
  fail(error: unknown): void {
    this.failures.push(error);
  }

  /** The failures since the last time it was asked. */
  take(): unknown[] {
    return this.failures.splice(0);
  }

  /** Says that all is done only when this is. @returns the same outcome, to be handled by the one who asked for it */
  async follow<T>(work: Promise<T>): Promise<T> {
    const settled = work.then(
      () => undefined,
      () => undefined,
    );
    this.pending.add(settled);
    await settled;
    this.pending.delete(settled);
    return work;
  }

  /** A function that answers through a callback, which is waited for. */
  callback(call: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
    return (...args) => {
      const answer = args.find((arg) => typeof arg === 'function') as ((result: unknown) => unknown) | undefined;
      if (!answer) return call(...args);
      void this.follow(
        new Promise<void>((done) => {
          const answered = (result: unknown) => {
            this.handler(answer)(result);
            done();
          };
          call(...args.map((arg) => (arg === answer ? answered : arg)));
        }),
      );
      return undefined;
    };
  }

  /** A handler whose exceptions and rejections are noted, and whose promise is waited for. */
  handler(run: (event: unknown) => unknown): (event: unknown) => void {
    return (event) => {
      const done = (async () => run(event))();
      void this.follow(done.catch((error: unknown) => this.fail(error)));
    };
  }

  /** Resolves when nothing is under way any more. */
  async idle(): Promise<void> {
    do {
      await Promise.all(this.pending);
      await new Promise((done) => setTimeout(done, 0));
    } while (this.pending.size > 0);
  }

  /** A console that takes `console.error(...)`, and an Error on any channel, as a failure. */
  console(quiet: boolean): Console {
    const shown = { ...console };
    const channel = (name: 'log' | 'info' | 'warn' | 'debug' | 'error') => {
      return (...args: unknown[]) => {
        const error = args.find(isError) ?? (name === 'error' ? args.join(' ') : undefined);
        if (error !== undefined) this.fail(error);
        if (!quiet) shown[name](...args);
      };
    };
    const [log, info, warn, debug, error] = (['log', 'info', 'warn', 'debug', 'error'] as const).map(channel);
    return Object.assign(Object.create(console) as Console, { log, info, warn, debug, error });
  }
}
