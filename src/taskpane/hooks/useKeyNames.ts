import { spoken, type Shortcut } from '../shortcuts';
import { useSingleKeys } from './useSingleKeys';

/** Says the keys of what has some, as far as they are switched on. */
export function useKeyNames(): (shortcut: Shortcut | undefined) => string | undefined {
  const [isOn] = useSingleKeys();
  return (shortcut) => (shortcut && (shortcut.ctrl || isOn) ? spoken(shortcut) : undefined);
}
