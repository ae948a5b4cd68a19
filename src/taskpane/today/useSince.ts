import { useEffect, useMemo, useState } from 'react';
import { changesNeeds, changesSince, itemKey, since, type Since, type TableChanges } from '../../actions/report/since';
import type { TodayItem } from '../../actions/report/today';
import { afterwards } from '../afterwards';
import { usePane, useWorkbook } from '../context';
import { recall, remember } from '../storage';

/** What this machine remembers of somebody's last look at a workbook. */
interface Visit {
  /** Serial with time. */
  readonly at: number;
  readonly items: readonly string[];
}

export interface SinceLastVisit extends Since {
  readonly at: number;
  /** By the change log; empty until it was read, which happens after everything else is on screen. */
  readonly changes: readonly TableChanges[];
}

/** What changed since this person was here last; `null` the first time, and when nothing did. */
export function useSince(
  items: readonly TodayItem[],
  isMine: (item: Pick<TodayItem, 'owner'>) => boolean,
): SinceLastVisit | null {
  const { session } = usePane();
  const { data } = useWorkbook();
  const key = `seen.${data.facts.identity ?? ''}`;
  const visit = lastVisit(key);
  const [changes, setChanges] = useState<readonly TableChanges[]>([]);
  useEffect(() => {
    remember(key, JSON.stringify({ at: session.now(), items: items.map(itemKey) }));
  }, [key, session, items]);
  useEffect(() => {
    if (!visit) return undefined;
    let isGone = false;
    const show = (found: readonly TableChanges[]) => !isGone && setChanges(found);
    // Only a convenience: without it the rest of the summary still stands.
    afterwards(() => session.read(changesNeeds)).then(
      (snapshot) => show(changesSince(snapshot, visit.at)),
      () => show([]),
    );
    return () => {
      isGone = true;
    };
  }, [session, visit]);
  const found = useMemo(
    () => (visit ? since(data.figures, items, visit.items, isMine) : null),
    [visit, data, items, isMine],
  );
  if (!visit || !found || found.added.length + found.settled.length + changes.length === 0) return null;
  return { ...found, at: visit.at, changes };
}

/** The visit before this run of the pane, which does not change while it is open. */
function lastVisit(key: string): Visit | null {
  let visit = visits.get(key);
  if (visit === undefined) visits.set(key, (visit = readVisit(recall(key))));
  return visit;
}

const visits = new Map<string, Visit | null>();

/** Storage holds whatever somebody put there. */
function readVisit(text: string | null): Visit | null {
  try {
    const found = JSON.parse(text ?? 'null') as Partial<Visit> | null;
    const isVisit = typeof found?.at === 'number' && Array.isArray(found.items);
    return isVisit ? { at: found.at!, items: found.items!.filter((key) => typeof key === 'string') } : null;
  } catch {
    return null;
  }
}
