import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import type { Opened, RunOptions, WorkbookFacts } from '../../actions/home';
import { factsOf } from '../../actions/report/facts';
import { covers, type Needs } from '../../template/needs';
import { withRuleColumns } from '../../template/ruleNeeds';
import type { PaneData } from '../context';
import { followed } from '../followed';
import type { Done, Session } from '../session';
import { useTask, type TaskState } from './useTask';

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

/** Reads what the view needs of the workbook: now, on every `reload`, and when another view needs more. */
export function useWorkbookData(session: Session, needs: Needs | undefined): WorkbookData {
  const [latest, setLatest] = useState<Loaded | null>(null);
  const { state, run, cancel } = useTask<Loaded>(setLatest, startTransition);
  const wanted = useRef(needs);
  useEffect(() => {
    // What was read stays read: another view may go on with it.
    wanted.current = latest?.data && covers(latest.data.needs, needs) ? latest.data.needs : needs;
  });
  const reload = useCallback(() => {
    const onFacts = (facts: WorkbookFacts) => setLatest((current) => current ?? { facts, data: null });
    run((options) => orCancelled(load(session, { options, needs: wanted.current, onFacts }), options.signal));
  }, [run, session]);
  useEffect(reload, [reload]);
  const lacks = !!latest?.data && !covers(latest.data.needs, needs);
  useEffect(() => {
    if (lacks) reload();
  }, [lacks, latest, reload]);
  const follow = useCallback(
    (done: Done) => {
      const data = latest?.data && followed(latest.data, done, needs, session.clock());
      if (data) setLatest({ facts: data.facts, data });
      else reload();
    },
    [latest, needs, session, reload],
  );
  return { state, latest, reload, follow, cancel };
}
