import { useSyncExternalStore } from 'react';
import { everyDeal, type DealFilter } from '../../template/views/dealFilter';

let current = everyDeal;
const listeners = new Set<() => void>();

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => void listeners.delete(changed);
};

function choose(filter: DealFilter): void {
  current = filter;
  listeners.forEach((changed) => changed());
}

/** Which deals the funnel is about: stays while people look at the rows of a figure, ends with the pane. */
export const useDealFilter = (): [DealFilter, (filter: DealFilter) => void] => [
  useSyncExternalStore(subscribe, () => current),
  choose,
];
