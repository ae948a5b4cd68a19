import { useEffect, useSyncExternalStore } from 'react';
import type { Theme } from '@fluentui/react-components';
import { themes } from '../theme';

const darkQuery = () => window.matchMedia('(prefers-color-scheme: dark)');

const subscribe = (changed: () => void) => {
  const query = darkQuery();
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

/** Excel's look where Excel tells, else the system's (office-js #6134: undefined in Excel on the web). */
export function useTheme(office: 'dark' | 'light' | null): Theme {
  const dark = useSyncExternalStore(subscribe, () => darkQuery().matches);
  const look = office ?? (dark ? 'dark' : 'light');
  useEffect(() => {
    // Scroll bars and what the browser draws inside fields (the calendar's button) follow.
    document.documentElement.style.colorScheme = look;
  }, [look]);
  return themes[look];
}
