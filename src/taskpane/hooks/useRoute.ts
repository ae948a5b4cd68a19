import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { parseRoute, type Route } from '../route';

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** The route, and the way to another. */
export function useRoute(initial: string): [Route, (route: string) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const navigate = useCallback((route: string) => {
    location.hash = `/${route}`;
  }, []);
  return [useMemo(() => parseRoute(hash || initial), [hash, initial]), navigate];
}
