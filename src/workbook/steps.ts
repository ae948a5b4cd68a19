import type { Changeset, NewRecord } from '../crm/changeset';
import type { TableAppend } from './append';
import type { Span } from './chunks';
import type { AfterSync } from './gateway';
import { appendEntries, removalEntries, updateEntries, type JournalContext } from './journal';
import { slices, type UpdatePlan } from './update';

/** Queues the searches that may stop a request; what it returns queues the writes, and that what runs after the sync. */
export type Piece = () => () => AfterSync | undefined;

/** Something that is done as a whole in one sync. */
export interface Step {
  readonly piece: Piece;
  readonly rows: number;
  readonly records: readonly NewRecord[];
  readonly journal: readonly NewRecord[];
}

/** New records of one table, and which of its new rows are written together. */
export interface Addition {
  readonly append: TableAppend;
  readonly records: readonly NewRecord[];
  readonly spans: readonly Span[];
}

interface Source {
  readonly changeset: Changeset;
  readonly updates: UpdatePlan;
  readonly additions: readonly Addition[];
  readonly journal: JournalContext;
  readonly update: (writes: UpdatePlan['writes']) => Piece;
  /** Of the slice of the removals at a place. */
  readonly remove: (index: number) => Piece;
}

/** A changeset cut into steps, each with its journal rows: updates, new records, removals. */
export function planSteps({ changeset, updates, additions, journal, update, remove }: Source): Step[] {
  const updating = slices(updates.writes).map((writes): Step => {
    const due = writes.flatMap((write) => write.due);
    return { piece: update(writes), rows: writes.length, records: [], journal: updateEntries(changeset, journal, due) };
  });
  const appending = additions.flatMap(({ append, records, spans }) =>
    spans.map((span): Step => {
      const added = records.slice(span.from, span.from + span.count);
      const entries = appendEntries(changeset, journal, added);
      return { piece: appendPiece(append, span), rows: added.length, records: added, journal: entries };
    }),
  );
  const removing = slices(changeset.removals).map((removed, index): Step => {
    const entries = removalEntries(changeset, journal, removed);
    return { piece: remove(index), rows: removed.length, records: [], journal: entries };
  });
  return [...updating, ...appending, ...removing];
}

function appendPiece(append: TableAppend, span: Span): Piece {
  return () => {
    append.guard(span);
    return () => append.write(span);
  };
}

/** A step and where its journal rows stand among those of all steps. */
export interface JournalledStep {
  readonly step: Step;
  readonly span: Span;
}

/** Up to this many rows a changeset is one request. */
const oneRequest = 50;

/** The steps by request: of one each or, when they are small, of all. */
export function stepsByRequest(steps: readonly Step[]): (readonly JournalledStep[])[] {
  let from = 0;
  const all = steps.map((step) => {
    const span = { from, count: step.journal.length };
    from += span.count;
    return { step, span };
  });
  const rows = steps.reduce((sum, step) => sum + step.rows, 0);
  if (rows > oneRequest) return all.map((one) => [one]);
  return all.length ? [all] : [];
}
