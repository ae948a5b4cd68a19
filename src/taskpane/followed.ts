import { factsOf } from '../actions/report/facts';
import { isNeeded, type Needs } from '../template/needs';
import { withRuleColumns } from '../template/ruleNeeds';
import { withChange } from '../template/withChange';
import type { PaneData } from './context';
import type { Done } from './session';

/**
 * What a view shows after a write, without reading the workbook again: what was read with the change in it. `null` where
 * only a reading tells: part of it was not written, or nothing because it was there already; others wrote or formulas of
 * a person's own may show something else; or the view shows the change log, which the workbook writes itself.
 *
 * @param needs what the view on screen reads
 * @param clock today's serial
 */
export function followed(data: PaneData, done: Done, needs: Needs | undefined, clock: number): PaneData | null {
  // Of a reading of everything, the change log is out of date now: whoever needs it reads again.
  const kept = data.needs ?? needs;
  if (!kept || isNeeded(kept, 'changeLog', 'at') || isEmpty(done) || !isAllWritten(done) || startsTable(data, done))
    return null;
  const snapshot = withChange(data.snapshot, done.changeset);
  if (!snapshot) return null;
  const { facts } = data;
  const known = withRuleColumns(kept, snapshot);
  return known ? { facts, snapshot, figures: factsOf(snapshot, clock), needs: known } : null;
}

/** The workbook holds what was asked for, and what is on screen does not: an attempt before, or somebody else, wrote it. */
const isEmpty = ({ changeset: { updates, appends, removals } }: Done): boolean =>
  updates.length + appends.length + removals.length === 0;

/** Nothing was left out, found there already, or written over. */
const isAllWritten = ({ changeset, report }: Done): boolean =>
  report.conflicts.length + report.alreadyDone === 0 &&
  !report.recalculated &&
  report.appended === changeset.appends.length &&
  report.updated === changeset.updates.length;

/** Where the first record of a table stands, the record itself does not tell. */
const startsTable = ({ snapshot }: PaneData, { changeset }: Done): boolean =>
  changeset.appends.some(({ table }) => snapshot.tables[table]?.count === 0);
