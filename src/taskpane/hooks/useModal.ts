import { useEffect } from 'react';
import { useFocusBack } from './useFocusBack';

/**
 * For what keeps the focus inside while it is open. Fluent hides the rest of the pane from screen readers meanwhile and
 * shows it again a quarter of a second after; where nothing else is there by then that needs its care of the focus, it
 * never would.
 */
export function useModal(): void {
  useFocusBack();
  useEffect(() => showAgain, []);
}

/** What stands beside the overlay in `main`, beside `main`, and beside what that is in. */
function showAgain(): void {
  for (let part: Element | null = document.querySelector('main > *'); part; part = part.parentElement)
    for (const beside of part.parentElement?.children ?? []) beside.removeAttribute('aria-hidden');
}
