import type { Changeset } from '../crm/changeset';
import type { Problem, ProblemCode, Snapshot } from '../crm/snapshot';
import { fold } from '../shared/text';
import { columnOf } from '../template/environment';
import { columnDef, tableDef } from '../template/load';
import { referenceText } from '../template/views/names';
import type { Applied } from './applied';
import { applyRest } from './applyRest';
import type { ApplyOptions, Home } from './home';
import { rowOf } from './record';

/** Whom all cells mean that say the same about the same table, and lead to no record or to several (C-04). */
export interface Repointing {
  /** Table that the cells refer to. */
  readonly table: string;
  /** What they say, in any case. */
  readonly text: string;
  /** Id of the record of that table. */
  readonly to: string;
}

export interface RepointProposal {
  /** What the cells will say: the record's name where no other has it, else its id. */
  readonly after: string;
  /** The cells that change. */
  readonly cells: readonly Problem[];
  /** Cells that cannot be written, because their own record has no id (Refresh gives it one). */
  readonly withoutId: number;
  /** Cells that stay, because their own record is archived. */
  readonly archived: number;
  readonly changeset: Changeset;
}

/** Cells of a reference column that lead to no record, or to more than one. */
export const isAstray = (code: ProblemCode): boolean => code === 'unknownReference' || code === 'ambiguousReference';

/** Table that a cell of a reference column refers to. */
export const tableMeant = ({ table, column }: Pick<Problem, 'table' | 'column'>): string =>
  columnDef(tableDef(table), column).to!;

/** The same for cells that can be mended together: what they say, without case as Excel compares, and about which table. */
export const meantKey = (table: string, text: string): string => `${table} ${fold(text)}`;

/** Exactly the cells that are listed as problems. Throws `recordNotFound`. */
export function proposeRepoint(snapshot: Snapshot, { table, text, to }: Repointing): RepointProposal {
  const after = referenceText(snapshot, table, rowOf(snapshot, table, to)) ?? to;
  const key = meantKey(table, text);
  const all = snapshot.problems.filter(
    (problem) => isAstray(problem.code) && meantKey(tableMeant(problem), problem.value) === key,
  );
  const archived = archivedRows(snapshot, new Set(all.map((cell) => cell.table)));
  const withId = all.filter(({ id }) => id !== null);
  const cells = withId.filter((cell) => !archived.get(cell.table)!.has(cell.row));
  return {
    ...{ after, cells, withoutId: all.length - withId.length, archived: withId.length - cells.length },
    changeset: {
      action: 'repoint',
      updates: cells.map((cell) => ({
        ...{ table: cell.table, id: cell.id!, field: cell.column },
        ...{ before: cell.value, after },
      })),
      ...{ appends: [], removals: [], refersTo: [{ table, id: to }] },
    },
  };
}

/** Accepts a proposal; what somebody else changed meanwhile is left out and listed. */
export const repoint = (
  home: Pick<Home, 'apply'>,
  { changeset }: Pick<RepointProposal, 'changeset'>,
  options: ApplyOptions = {},
): Promise<Applied> => applyRest(home, changeset, options);

/** Sheet rows of the archived records of some tables. */
function archivedRows(snapshot: Snapshot, tables: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<number>> {
  const rowsOf = (table: string) => {
    const archived = columnOf(snapshot, table, 'archived');
    return new Set(snapshot.tables[table]!.sheetRows.filter((_, row) => archived[row] === true));
  };
  return new Map([...tables].map((table) => [table, rowsOf(table)]));
}
