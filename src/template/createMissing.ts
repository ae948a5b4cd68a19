import { ReferenceIndex } from '../crm/reference';
import type { Problem, Value } from '../crm/snapshot';
import type { IdSource } from '../shared/ids';
import { fold } from '../shared/text';
import { tableDef, template } from './load';
import { firstRecordRow } from './records';
import type { SeedRow } from './seed';
import type { TableDef } from './types';

export type Records = Readonly<Record<string, readonly SeedRow[]>>;

/**
 * Whom an import may bring into being by naming them: a deal without its customer or a rep without the manager is worse
 * than one record more. A product nobody knows is more likely misspelt, so it stays a listed problem.
 */
export const creatableTables: readonly string[] = ['customers', 'team'];

/** A name that MATCH cannot look up would be created again and again. */
const longestName = 255;

export interface Completed {
  readonly records: Records;
  /** One `createdRecord` for each, at the first row that refers to it; `row` is the sheet row of a new workbook. */
  readonly problems: readonly Problem[];
}

/** Adds the customers and people that records refer to but nobody brought, each with an id and its name. */
export function createMissing(records: Records, ids: IdSource): Completed {
  return creatableTables.reduce<Completed>((done, id) => createIn(tableDef(id), done, ids), { records, problems: [] });
}

function createIn(target: TableDef, { records, problems }: Completed, ids: IdSource): Completed {
  const existing = records[target.id] ?? [];
  const column = (id: string): Value[] => existing.map((row) => row[id] ?? null);
  const index = new ReferenceIndex(column('id'), column(target.nameColumn!));
  const taken = new Set(column('id').map((id) => fold(String(id))));
  const created = new Map<string, SeedRow>();
  const listed: Problem[] = [];
  for (const { value, problem } of referencesTo(target, records)) {
    const key = fold(value);
    if (created.has(key) || value.length > longestName || index.find(value) !== 'none') continue;
    created.set(key, { id: mint(target, ids, taken), [target.nameColumn!]: value });
    listed.push(problem);
  }
  if (!created.size) return { records, problems };
  return {
    records: { ...records, [target.id]: [...existing, ...created.values()] },
    problems: [...problems, ...listed],
  };
}

/** Every filled reference to a table, with what a list says about it. */
function* referencesTo(target: TableDef, records: Records): Generator<{ value: string; problem: Problem }> {
  for (const table of template.tables) {
    for (const { id: column } of table.columns.filter(({ to }) => to === target.id)) {
      for (const [index, row] of (records[table.id] ?? []).entries()) {
        const value = row[column] ?? null;
        if (value === null || value === '') continue;
        const place = {
          table: table.id,
          row: firstRecordRow(table) + index,
          id: row.id === null ? null : String(row.id),
        };
        yield { value: String(value), problem: { ...place, column, code: 'createdRecord', value: String(value) } };
      }
    }
  }
}

function mint(table: TableDef, ids: IdSource, taken: Set<string>): string {
  let id = ids(table.idPrefix);
  while (taken.has(fold(id))) id = ids(table.idPrefix);
  taken.add(fold(id));
  return id;
}
