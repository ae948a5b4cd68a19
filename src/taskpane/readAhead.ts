import type { LiveHome, Opened, RunOptions } from '../actions/home';
import type { Needs } from '../template/needs';

/**
 * Opens a home before anybody has asked, so that Excel works while the pane's script arrives. Whoever then opens it first
 * with the same needs gets that reading, and may watch and cancel it like one of their own.
 */
export function readAhead(home: Pick<LiveHome, 'open'>, needs: Needs | undefined): LiveHome['open'] {
  const controller = new AbortController();
  let onProgress: RunOptions['onProgress'];
  const reading = home.open(needs, {
    signal: controller.signal,
    onProgress: (progress) => onProgress?.(progress),
  });
  // A failure is told to whoever opens.
  reading.catch(() => undefined);
  let ahead: Promise<Opened> | null = reading;
  return (wanted, options = {}) => {
    const taken = ahead;
    ahead = null;
    if (taken && wanted === needs) {
      onProgress = options.onProgress;
      options.signal?.addEventListener('abort', () => controller.abort(options.signal!.reason));
      return taken;
    }
    controller.abort();
    return home.open(wanted, options);
  };
}
