import type { BoundTable, WorkbookState } from './bindings';
import { tableDef, template } from './load';
import type { Language } from './types';

export interface PlannedNames {
  readonly tables: ReadonlyMap<string, string>;
  readonly captions: ReadonlyMap<string, string>;
  readonly sheets: ReadonlyMap<string, string>;
}

/** Names that do not clash with what the workbook already has. */
export function plannedNames(
  state: WorkbookState,
  bound: ReadonlyMap<string, BoundTable>,
  language: Language,
): PlannedNames {
  const taken = new Set(
    [...state.tables.map((table) => table.name), ...Object.keys(state.names)].map((name) => name.toLowerCase()),
  );
  const sheets = new Set(state.sheets.map((name) => name.toLowerCase()));
  return {
    tables: new Map(
      template.tables
        .filter((table) => !bound.has(table.id))
        .map((table) => [table.id, free(table.tableName, taken, '_')]),
    ),
    sheets: new Map(template.sheets.map((sheet) => [sheet.id, free(sheet.name[language], sheets, ' ')])),
    captions: new Map([...bound.values()].flatMap((table) => freeCaptions(table, language))),
  };
}

/** A name that is not taken: as wanted, else with our prefix, else numbered too. */
export function free(name: string, taken: ReadonlySet<string>, joint: string): string {
  if (!taken.has(name.toLowerCase())) return name;
  const prefixed = `CRM${joint}${name}`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? prefixed : `${prefixed}${joint}${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

function freeCaptions(table: BoundTable, language: Language): [string, string][] {
  const taken = new Set(table.found.columns.map((column) => column.caption.toLowerCase()));
  return tableDef(table.id)
    .columns.filter((column) => !table.captions.has(column.id))
    .map((column) => [`${table.id}.${column.id}`, free(column.caption[language], taken, ' ')]);
}
