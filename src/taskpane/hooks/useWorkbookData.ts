import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Opened, RunOptions, WorkbookFacts } from '../../actions/home';
import { factsOf } from '../../actions/report/facts';
import { todayOf } from '../../template/environment';
import { covers, type Needs } from '../../template/needs';
import { withRuleColumns } from '../../template/ruleNeeds';
import type { PaneData } from '../context';
import { followed } from '../followed';
import type { Done, Session } from '../session';
import { useTask, type TaskState } from './useTask';
import { useToday } from './useToday';

/** `data` is null for a workbook that is no CRM yet, and for one that could not be read: that one can be repaired. */
export interface Loaded {
  readonly facts: WorkbookFacts;
  readonly data: PaneData | null;
}

export interface WorkbookData {
  readonly state: TaskState<Loaded>;
  /** What was read last: stays on screen while it is read again. */
  readonly latest: Loaded | null;
  readonly reload: () => void;
  /** Takes over what was written, reading again only where that does not tell everything. */
  readonly follow: (done: Done) => void;
  readonly cancel: () => void;
}

interface Reading {
  readonly options: RunOptions;
  readonly needs?: Needs;
  readonly onFacts: (facts: WorkbookFacts) => void;
}

async function load(session: Session, reading: Reading): Promise<Loaded> {
  const { options, needs } = reading;
  const { facts, snapshot: first } = await open(session, reading);
  if (!first) return { facts, data: null };
  // A second time when the workbook's own rules turn out to need more; it is then known for the next time.
  const read = withRuleColumns(needs, first);
  const snapshot = read === needs ? first : await session.read(read, options);
  return { facts, data: { facts, snapshot, figures: factsOf(snapshot, session.clock()), needs: read } };
}

/** Of a workbook that cannot be read, the facts alone tell what could be repaired. */
async function open(session: Session, { options, needs, onFacts }: Reading): Promise<Opened> {
  try {
    return await session.open(needs, options);
  } catch (error) {
    onFacts(await session.facts());
    throw error;
  }
}

/** Reading changes nothing: who cancels it need not wait for an Excel that is busy with a cell. */
const orCancelled = <T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
  ]);

/**
 * Reads what the view needs of the workbook: now, on every `reload`, and when another view needs more. What is written or
 * asked for while it reads is not lost: the answer may be older than that, so it is not shown but asked for once more.
 */
export function useWorkbookData(session: Session, needs: Needs | undefined): WorkbookData {
  const [latest, setLatest] = useState<Loaded | null>(null);
  // Work that ends late asks what is on screen then, not what was when it began.
  const now = useRef<Now>({ latest, needs, isOutdated: false });
  useEffect(() => {
    now.current.needs = needs;
  });
  const show = useCallback((next: Loaded) => {
    now.current.latest = next;
    setLatest(next);
  }, []);
  const { state, run, cancel } = useTask<Loaded>((loaded) => now.current.isOutdated || show(loaded), startTransition);
  const read = useCallback(() => {
    const onFacts = (facts: WorkbookFacts) => now.current.latest ?? show({ facts, data: null });
    run((options) => {
      now.current.isOutdated = false;
      return orCancelled(load(session, { options, needs: readNeeds(now.current), onFacts }), options.signal);
    });
  }, [run, session, show]);
  const reload = useCallback(() => {
    now.current.isOutdated = true;
    read();
  }, [read]);
  useEffect(read, [read]);
  useEffect(() => {
    if (state.status === 'done' && now.current.isOutdated) read();
  }, [state, read]);
  const lacks = !!latest?.data && !covers(latest.data.needs, needs);
  useEffect(() => {
    if (lacks) read();
  }, [lacks, latest, read]);
  const follow = useCallback(
    (done: Done) => {
      const { current } = now;
      current.isOutdated = true;
      const data = current.latest?.data && followed(current.latest.data, done, current.needs, session.clock());
      if (data) show({ facts: data.facts, data });
      else read();
    },
    [session, show, read],
  );
  const today = useToday(session.clock);
  return { state, latest: useMemo(() => asOf(latest, today), [latest, today]), reload, follow, cancel };
}

/** What was read, with the figures of `today`: what is due changes overnight, without a cell that does. */
function asOf(loaded: Loaded | null, today: number): Loaded | null {
  if (!loaded?.data) return loaded;
  const { snapshot, figures } = loaded.data;
  if (figures.environment.today === todayOf(snapshot, today)) return loaded;
  return { ...loaded, data: { ...loaded.data, figures: factsOf(snapshot, today) } };
}

interface Now {
  latest: Loaded | null;
  /** What the view on screen reads. */
  needs: Needs | undefined;
  /** Something was written, or asked for again, since the reading began. */
  isOutdated: boolean;
}

/** What was read stays read: another view may go on with it. */
const readNeeds = ({ latest, needs }: Now): Needs | undefined =>
  latest?.data && covers(latest.data.needs, needs) ? latest.data.needs : needs;
