import { useCallback, useSyncExternalStore } from 'react';

/** `#/log/C-7F3K9QXA` -> view `log` with the argument `C-7F3K9QXA`. */
export interface Route {
  readonly view: string;
  readonly argument: string | null;
}

export function parseRoute(route: string): Route {
  const [view = '', argument] = route.replace(/^#?\/?/, '').split('/');
  return { view, argument: argument ? decodeURIComponent(argument) : null };
}

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
};

/** The route is the hash: office.js removes `history.pushState`, and ribbon buttons set the hash of an open pane. */
export function useRoute(initial: string): [Route, (route: string) => void] {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const navigate = useCallback((route: string) => {
    location.hash = `/${route}`;
  }, []);
  return [parseRoute(hash || initial), navigate];
}
