import { listItems } from '../../../templates';
import type { Comparison } from '../../crm/condition';
import { ReferenceIndex } from '../../crm/reference';
import type { Value } from '../../crm/snapshot';
import { readIso } from '../../shared/dates';
import { fold } from '../../shared/text';
import { tableDef } from '../load';
import type { Environment } from '../twins';
import type { ColumnDef, ColumnType, ListItem } from '../types';
import type { ViewSource } from './source';

/** How one column of customers is compared with what a manager wrote (C-59). */
export interface ComparedColumn {
  readonly comparison: Comparison;
  /** The cell as it compares: codes, parents and texts as folded text, numbers and serials as they are. */
  readonly cell: (value: Value) => Value;
  /** What is written, in the same form; `null` when it does not suit the column. */
  readonly written: (text: string | number | boolean) => string | number | null;
}

/** Columns of text whose cells hold labels: the list they come from. */
const labelledBy: Readonly<Record<string, string>> = {
  tier: 'tier',
  tierComputed: 'tier',
  revisitState: 'revisitState',
  activity: 'activity',
  lifecycleComputed: 'lifecycle',
  rfmSegment: 'rfmSegment',
};

/** Lists that managers extend with names of their own, in a table. */
const openLists: ReadonlySet<string> = new Set(['rfmSegment']);

/** A column of customers, ready to be compared. */
export function comparedColumn(source: ViewSource, environment: Environment, column: ColumnDef): ComparedColumn {
  const list = column.list ?? labelledBy[column.id];
  if (list) return labelled(environment, list, column.type);
  if (column.to) return referenced(source, column.to);
  return (byType[column.type] ?? plainText)();
}

/** The text that a cell shows, folded: what `contains` looks into. */
export const shownText = (environment: Environment, column: ColumnDef, value: Value): Value => {
  if (value === null) return null;
  const code = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return fold(column.list ? environment.label(column.list, code) : code);
};

const plainText = (): ComparedColumn => ({
  comparison: 'text',
  cell: (value) => (value === null ? null : fold(String(value))),
  written: (text) => fold(String(text).trim()),
});

const figures = (): ComparedColumn => ({ comparison: 'number', cell: numberOrNull, written: numberWritten });
const dates = (): ComparedColumn => ({ comparison: 'date', cell: numberOrNull, written: dateWritten });

const byType: Partial<Record<ColumnType, () => ComparedColumn>> = {
  ...{ integer: figures, number: figures, money: figures, percent: figures, time: figures },
  ...{ date: dates, datetime: dates },
};

const numberOrNull = (value: Value): Value => (typeof value === 'number' ? value : null);

/** `12,000`, `80%`, `１２` as people write figures; `null` for anything else. */
export function numberWritten(text: string | number | boolean): number | null {
  if (typeof text === 'number') return text;
  const plain = String(text).normalize('NFKC').replace(/[,\s]/g, '');
  const number = Number(plain.replace(/%$/, ''));
  if (plain === '' || plain === '%' || !Number.isFinite(number)) return null;
  return plain.endsWith('%') ? number / 100 : number;
}

/** A serial, or `2026-3-1`, `2026/03/01`, `2026年3月1日`. */
function dateWritten(text: string | number | boolean): number | null {
  if (typeof text === 'number') return Math.floor(text);
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(String(text).normalize('NFKC').trim());
  return parts && readIso([parts[1], parts[2]!.padStart(2, '0'), parts[3]!.padStart(2, '0')].join('-'));
}

/** Cells that hold labels or codes: both compare as the code, whatever language they are written in. */
function labelled(environment: Environment, list: string, type: ColumnType): ComparedColumn {
  const items = (listItems as Record<string, readonly ListItem[]>)[list] ?? [];
  const words = items.flatMap(({ code, label, synonyms = [] }) =>
    [...synonyms, ...Object.values(label), environment.label(list, code), code].map(
      (word) => [fold(word), code] as const,
    ),
  );
  const codes = new Map(words);
  const codeOf = (text: string): string | null => codes.get(fold(text)) ?? null;
  // A blank yes-or-no cell means no, as everywhere in the rules.
  if (type === 'boolean')
    return { comparison: 'text', cell: (value) => (value === true ? 'yes' : 'no'), written: booleanWritten(codeOf) };
  const otherwise = (text: string) => (openLists.has(list) ? fold(text) : null);
  return {
    comparison: 'text',
    cell: (value) => (value === null ? null : (codeOf(String(value)) ?? fold(String(value)))),
    written: (text) => codeOf(String(text).trim()) ?? otherwise(String(text).trim()),
  };
}

const booleanWritten = (codeOf: (text: string) => string | null) => (text: string | number | boolean) =>
  typeof text === 'boolean' ? (text ? 'yes' : 'no') : codeOf(String(text).trim());

/** Cells that hold an id or a unique name: both compare as the parent's row. */
function referenced(source: ViewSource, parent: string): ComparedColumn {
  const { nameColumn } = tableDef(parent);
  const column = (id: string) => (source.rows(parent) ? source.column(parent, id) : []);
  const index = new ReferenceIndex(column('id'), nameColumn ? column(nameColumn) : null);
  const rowOf = (value: Value): string | null => {
    const found = index.find(value);
    return typeof found === 'number' ? `#${found}` : null;
  };
  return {
    comparison: 'text',
    cell: (value) => (value === null ? null : (rowOf(value) ?? fold(String(value)))),
    written: (text) => rowOf(String(text).trim()),
  };
}
