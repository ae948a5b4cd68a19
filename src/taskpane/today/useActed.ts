import { useState } from 'react';
import type { TodayItem } from '../../actions/report/today';
import type { Write } from '../hooks/useWrite';

/** What becomes of the item that somebody acted on, until the list is read again and it is gone or changed. */
export type Acted = 'saving' | 'settled';

interface ActedItem {
  readonly mark: (item: TodayItem) => void;
  readonly of: (item: TodayItem) => Acted | null;
}

/** Marks the item of the last write at once: a large workbook takes a moment to be read again. */
export function useActed({ task: { state } }: Write): ActedItem {
  const [acted, setActed] = useState<TodayItem | null>(null);
  const becomes = ((): Acted | null => {
    if (state.status === 'running') return 'saving';
    return state.status === 'done' && !state.value.report.conflicts.length ? 'settled' : null;
  })();
  // Items are made anew with every reading.
  return { mark: setActed, of: (item) => (item === acted ? becomes : null) };
}
