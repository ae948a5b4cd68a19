/** webpack's name for a script that did not arrive. */
const notLoaded = 'ChunkLoadError';

/**
 * Opens the pane; while its scripts do not arrive, the page says so in its own words (neither React nor texts are there)
 * and tries again as soon as there is a network, or when asked to. Rejects with any other failure.
 *
 * @param notice hidden part of the page with a button
 */
export async function whenLoaded(open: () => Promise<void>, notice: HTMLElement): Promise<void> {
  for (;;) {
    try {
      await open();
      notice.hidden = true;
      return;
    } catch (error) {
      if (!(error instanceof Error) || error.name !== notLoaded) throw error;
    }
    notice.hidden = false;
    await wish(notice.querySelector('button')!);
  }
}

/** Resolves when the network is back or the button is pressed. */
const wish = (button: HTMLElement): Promise<unknown> =>
  new Promise((resolve) => {
    window.addEventListener('online', resolve, { once: true });
    button.addEventListener('click', resolve, { once: true });
  });
