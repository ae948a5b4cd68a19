import { useCallback, useEffect, useState } from 'react';
import { buildReport } from '../../actions/report';
import type { RunOptions, WorkbookFacts } from '../../actions/home';
import type { PaneData } from '../context';
import type { Session } from '../session';
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
  readonly cancel: () => void;
}

async function load(session: Session, options: RunOptions, onFacts: (facts: WorkbookFacts) => void): Promise<Loaded> {
  const facts = await session.facts();
  onFacts(facts);
  if (facts.schemaVersion === 0) return { facts, data: null };
  const snapshot = await session.read(options);
  return { facts, data: { facts, snapshot, report: buildReport(snapshot, session.clock()) } };
}

/** Reads the workbook now and on every `reload`. */
export function useWorkbookData(session: Session): WorkbookData {
  const [latest, setLatest] = useState<Loaded | null>(null);
  const { state, run, cancel } = useTask<Loaded>(setLatest);
  const reload = useCallback(() => {
    const keepFacts = (facts: WorkbookFacts) => setLatest((current) => current ?? { facts, data: null });
    run((options) => load(session, options, keepFacts));
  }, [run, session]);
  useEffect(reload, [reload]);
  return { state, latest, reload, cancel };
}
