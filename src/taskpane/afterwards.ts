/** Longest wait for a quiet moment, in ms. */
const patience = 2000;

let last: Promise<unknown> = Promise.resolve();

/**
 * Work that nobody waits for: one after the other, each in a quiet moment after what is on screen was drawn, so that
 * Excel answers a person first. Rejects as the work does, which does not hold up what comes after it.
 */
export function afterwards<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(quietMoment).then(work);
  last = mine.then(nothing, nothing);
  return mine;
}

const nothing = () => undefined;

/** Safari, and so Excel on the Mac, cannot tell when it is idle. */
const quietMoment = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: patience });
    else setTimeout(resolve, 100);
  });
