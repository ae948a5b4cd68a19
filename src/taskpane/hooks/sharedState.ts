import { useSyncExternalStore } from 'react';

/** Use it as React's own state; `get` is for what is no component. */
export interface SharedState<T> {
  readonly get: () => T;
  readonly use: () => readonly [T, (value: T) => void];
}

/** State outside the views: it outlives them, and whoever changes it tells all that show it. */
export function sharedState<T>(get: () => T, keep: (value: T) => void): SharedState<T> {
  const listeners = new Set<() => void>();
  const subscribe = (changed: () => void) => {
    listeners.add(changed);
    return () => void listeners.delete(changed);
  };
  const set = (value: T) => {
    keep(value);
    for (const tell of listeners) tell();
  };
  return { get, use: () => [useSyncExternalStore(subscribe, get), set] };
}

/** The same for what ends with the pane. */
export function passingState<T>(first: T): SharedState<T> {
  let current = first;
  return sharedState(
    () => current,
    (value) => {
      current = value;
    },
  );
}
