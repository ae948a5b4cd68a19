/** Milliseconds of work between two moments in which the page is alive. */
const SLICE = 30;

/** Lets the browser draw and hear clicks; unlike a timer it comes back at once. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * Does work in slices that no person notices; `onShare` hears the share (0 to 1) that the work says is done.
 * @throws the signal's reason when it is cancelled
 */
export async function inSlices<T>(
  work: Generator<number, T>,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<T> {
  try {
    for (let end = performance.now() + SLICE; ;) {
      const step = work.next();
      if (step.done) return step.value;
      if (performance.now() < end) continue;
      onShare(step.value);
      await breathe();
      signal.throwIfAborted();
      end = performance.now() + SLICE;
    }
  } finally {
    // Abandoned work puts its house in order.
    work.return(undefined as T);
  }
}
