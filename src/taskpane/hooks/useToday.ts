import { useSyncExternalStore } from 'react';

const subscribe = (changed: () => void) => {
  window.addEventListener('focus', changed);
  document.addEventListener('visibilitychange', changed);
  return () => {
    window.removeEventListener('focus', changed);
    document.removeEventListener('visibilitychange', changed);
  };
};

/**
 * Today's serial by `clock`. A pane stays open overnight: the clock is looked at when somebody comes back to it, and
 * whenever it is drawn anew, as on the way to another view.
 */
export const useToday = (clock: () => number): number => useSyncExternalStore(subscribe, clock);
