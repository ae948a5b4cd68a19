import { useEffect } from 'react';
import { waitForTyping } from '../search/typedAhead';
import { shortcutOf, takesLetters, type Act } from '../shortcuts';
import { areSingleKeysOn } from './useSingleKeys';

/**
 * Listens to the keys of the pane.
 *
 * @param isOn there are views to go to
 */
export function useShortcuts(isOn: boolean, navigate: (route: string) => void, reload: () => void): void {
  useEffect(() => {
    if (!isOn) return undefined;
    const run = (act: Act) => {
      if (act === 'reload') return reload();
      if (act.route === 'search') waitForTyping();
      navigate(act.route);
    };
    const onKey = (event: KeyboardEvent) => {
      const shortcut = event.defaultPrevented || event.isComposing ? undefined : shortcutOf(event);
      if (!shortcut || (!shortcut.ctrl && (!areSingleKeysOn() || takesLetters(event.target)))) return;
      event.preventDefault();
      run(shortcut.act);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isOn, navigate, reload]);
}
