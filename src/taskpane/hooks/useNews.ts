import { useCallback, useEffect, useRef, useState } from 'react';
import { afterwards } from '../afterwards';
import type { News, Session } from '../session';

/** What happened since the workbook was read last; `null` = nothing that we know of. */
export interface NewsState {
  readonly news: News | null;
  readonly clear: () => void;
}

const merged = (earlier: News | null, { tables, remote, structure, restored, failure }: News): News => ({
  tables: [...new Set([...(earlier?.tables ?? []), ...tables])],
  remote: remote || (earlier?.remote ?? false),
  structure: structure || (earlier?.structure ?? false),
  restored: restored + (earlier?.restored ?? 0),
  failure,
});

/** A sheet that somebody adds here is no news to them. */
const isWorthTelling = ({ tables, remote, restored, failure }: News): boolean =>
  tables.length > 0 || remote || restored > 0 || failure !== null;

const nothing: News = { tables: [], remote: false, structure: false, restored: 0, failure: null };

/**
 * Looks after own records when the pane opens, and listens to others from then on (decisions 18, 20). It only keeps what
 * it hears: what the person sees changes when they ask for it.
 *
 * @param isOn the workbook is a CRM that may be written to
 */
export function useNews(session: Session, isOn: boolean): NewsState {
  const [news, setNews] = useState<News | null>(null);
  const clear = useCallback(() => setNews(null), []);
  const add = useRef((next: News) => {
    if (isWorthTelling(next)) setNews((earlier) => merged(earlier, next));
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = add.current;
    const stop = afterwards(() => session.watch(hear));
    stop
      .then(() => afterwards(() => session.reconcile()))
      .then(
        (restored) => restored > 0 && hear({ ...nothing, restored }),
        (failure: unknown) => hear({ ...nothing, failure }),
      );
    return () => void stop.then((end) => end()).catch((failure: unknown) => hear({ ...nothing, failure }));
  }, [session, isOn]);
  return { news, clear };
}
