import { useCallback, useSyncExternalStore } from 'react';
import { recall, remember } from '../storage';

const listeners = new Set<() => void>();

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

/** Id of the person of the Team table who works on this machine, chosen once; `null` = not said yet. */
export function useMe(): [string | null, (id: string | null) => void] {
  const me = useSyncExternalStore(subscribe, () => recall('me'));
  const choose = useCallback((id: string | null) => {
    remember('me', id);
    listeners.forEach((changed) => changed());
  }, []);
  return [me, choose];
}
