import { thrownError } from '../evaluate/customFunction';
import { errors } from '../values/scalar';

/**
 * The asynchronous calls of one formula: `#BUSY!` until the promise settles, then its result, for as long as the
 * formula keeps making the same call.
 */
export class PendingCalls {
  private current = new Map<string, unknown>();
  private earlier = new Map<string, unknown>();

  /** Forgets, with the next {@link begin}, every call that is not made again in between. */
  begin(): void {
    this.earlier = this.current;
    this.current = new Map();
  }

  /** Takes back a {@link begin} whose evaluation was given up half-way. */
  abort(): void {
    this.current = new Map([...this.earlier, ...this.current]);
  }

  /** The result of a call; `settled` is told when a promise has its result. Synchronous results are not kept. */
  remember(call: string, run: () => unknown, settled: () => void): unknown {
    const known = this.current.has(call) ? this.current.get(call) : this.earlier.get(call);
    const result = known === undefined ? run() : known;
    if (known === undefined && !isPromise(result)) return result;
    this.current.set(call, isPromise(result) ? errors.busy : result);
    if (isPromise(result)) this.follow(call, result, settled);
    return this.current.get(call);
  }

  private follow(call: string, promise: PromiseLike<unknown>, settled: () => void): void {
    const keep = (result: unknown) => {
      if (!this.current.has(call)) return;
      this.current.set(call, result ?? null);
      settled();
    };
    promise.then(keep, (thrown: unknown) => keep(thrownError(thrown)));
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
