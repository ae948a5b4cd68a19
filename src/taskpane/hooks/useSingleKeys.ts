import { useSyncExternalStore } from 'react';
import { recall, remember } from '../storage';

const stored = 'singleKeys';
const listeners = new Set<() => void>();

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

/** Whether keys without Ctrl do anything on this machine: on until a person switches them off (WCAG 2.1.4). */
export const areSingleKeysOn = (): boolean => recall(stored) !== 'off';

function setSingleKeys(on: boolean): void {
  remember(stored, on ? null : 'off');
  for (const tell of listeners) tell();
}

/** The switch, for everything that shows it. */
export const useSingleKeys = (): readonly [boolean, (on: boolean) => void] => [
  useSyncExternalStore(subscribe, areSingleKeysOn),
  setSingleKeys,
];
