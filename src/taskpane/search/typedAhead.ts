/** What was typed since somebody asked for the search; `null` = nobody waits for it. */
let typed: string | null = null;

/**
 * Keeps what is typed until the search is there: its script and its columns may still have to come. Whoever moves the
 * focus meanwhile does something else.
 */
export function waitForTyping(): void {
  if (typed === null) {
    window.addEventListener('keydown', keep, { capture: true });
    window.addEventListener('focusin', takeTyped);
  }
  typed = '';
}

/** What was typed ahead, once; nothing more is kept then. */
export function takeTyped(): string {
  const taken = typed ?? '';
  typed = null;
  window.removeEventListener('keydown', keep, { capture: true });
  window.removeEventListener('focusin', takeTyped);
  return taken;
}

function keep(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || typed === null) return;
  if (key === 'Backspace') typed = typed.slice(0, -1);
  else if (key.length === 1) typed += key;
  else return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
