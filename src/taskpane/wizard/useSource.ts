import { useSyncExternalStore } from 'react';

/**
 * Where customers stand before there is a CRM. `new` is as much as the first step asks for: in no sheet of this
 * workbook.
 */
export type Source = 'new' | 'file' | 'sheet' | 'nowhere';

let said: Source = 'new';
const listeners = new Set<() => void>();

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

function say(source: Source): void {
  said = source;
  listeners.forEach((changed) => changed());
}

/** What somebody said about it last, at either end of the set-up: stays while they look elsewhere, ends with the pane. */
export const useSource = (): [Source, (source: Source) => void] => [useSyncExternalStore(subscribe, () => said), say];
