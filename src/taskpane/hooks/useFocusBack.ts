import { useEffect, useState } from 'react';

/**
 * When this closes, what had the focus before it opened has it again: else the keyboard would begin at the top of the
 * pane, and a dialog would leave the rest of it hidden from screen readers. A focus that went elsewhere meanwhile stays.
 */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
    },
    [opener],
  );
}
