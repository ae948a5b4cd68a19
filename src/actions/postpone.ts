import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import { toIso } from '../shared/dates';
import { CrmError } from '../shared/errors';
import { columnOf, todayOf } from '../template/environment';
import type { Needs } from '../template/needs';
import { applyAll, type Applied, type DatedOptions } from './applied';
import type { Home } from './home';
import { recordChange, rowOf } from './record';

/** Puts the reminder of a record off: its due date stays, and so do its clocks (decision 13). */
export interface Postponement {
  readonly table: string;
  readonly id: string;
  /** Whole serial day, after today. */
  readonly until: number;
  readonly reason: string;
}

/** The longest text that a cell holds. */
const mostText = 32_767;

/**
 * The change that putting something off is: the day of the reminder, and the reason as a new line of the record's note, where
 * everybody reads it. Throws `recordNotFound`, `dayNotAhead`, `noteFull`.
 */
export function postponeChangeset(
  snapshot: Snapshot,
  { table, id, until, reason }: Postponement,
  clock: number,
): Changeset {
  const [row, today] = [rowOf(snapshot, table, id), todayOf(snapshot, clock)];
  if (!(until > today)) throw new CrmError('dayNotAhead', { day: toIso(until) });
  const before = columnOf(snapshot, table, 'note')[row] ?? null;
  const line = reason.trim() && `${toIso(today)} → ${toIso(until)}: ${reason.trim()}`;
  const note = withLine(String(before ?? ''), line);
  if (note.length > mostText) throw new CrmError('noteFull', { id });
  const values = { snoozeUntil: until, ...(line && { note }) };
  return recordChange('postpone', snapshot, { table, row }, values);
}

/** A note with one more line; one that has it stays: somebody tries again who does not know that it was written. */
const withLine = (note: string, line: string): string =>
  `\n${note}\n`.includes(`\n${line}\n`) ? note : [note, line].filter(Boolean).join('\n');

/** Notes are long, so they are read when one of them is written to. */
export async function postpone(
  home: Pick<Home, 'read' | 'apply'>,
  wish: Postponement,
  { clock, ...options }: DatedOptions,
): Promise<Applied> {
  const needs: Needs = { [wish.table]: ['snoozeUntil', 'note'] };
  return applyAll(home, postponeChangeset(await home.read(needs, options), wish, clock), options);
}
