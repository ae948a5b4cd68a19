import { useSyncExternalStore } from 'react';
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
  return themes[office ?? (dark ? 'dark' : 'light')];
}
