import { fold, headerKey } from '../../shared/text';
import type { SourceSheet } from '../../template/adopt';
import { columnDef, isComputed } from '../../template/load';
import type { ColumnDef, TableDef } from '../../template/types';
import { rawText } from '../import/rawCell';
import { columnFinder } from '../import/mapHeaders';
import type { Caption } from './captions';
import { fitOf, meaningOf, valuesOf, type Fit, type Reading, type Values } from './evidence';
import type { Extent } from './extent';
import type { Corrections, MappingReason, ProposedColumn } from './types';

/** Below this share of readable values a header is not believed. */
const believable = 0.5;

/** Where a person's own column of a name that we compute is kept instead (decision 12). */
const standIns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  customers: { tier: 'tierReviewed', tierOverride: 'tierReviewed' },
};

interface Look {
  readonly caption: Caption;
  readonly values: Values;
}

/** What a column is taken for, before its competitors are looked at. */
interface Wish {
  readonly column: ColumnDef | null;
  readonly meant: ColumnDef | null;
  readonly reason: MappingReason;
  readonly fit: Fit;
}

/**
 * Maps every column of the sheet: a person's choice first, then the header in either language (as an import reads it),
 * then what the values look like. Computed columns are ours alone: a column of that name stays the person's own.
 */
export function mapColumns(
  source: SourceSheet,
  extent: Extent,
  table: TableDef,
  captions: readonly Caption[],
  corrections: Corrections,
  reading: Reading,
): ProposedColumn[] {
  const looks = captions.map((caption) => ({ caption, values: valuesOf(source, extent, caption.position) }));
  const wishes = looks.map((look) => wishOf(look, table, corrections, reading));
  const settled = withGuesses(looks, withoutRivals(wishes), table, corrections, reading);
  return looks.map(({ caption, values }, index) => {
    const { column, meant, reason, fit } = settled[index]!;
    return {
      ...caption,
      column: column?.id ?? null,
      meant: meant?.id ?? null,
      reason,
      filled: values.cells.length,
      samples: values.samples,
      misfits: fit.misfits,
    };
  });
}

const noFit: Fit = { share: 1, misfits: [] };
const own = (reason: MappingReason, meant: ColumnDef | null = null, fit = noFit): Wish => ({
  column: null,
  meant,
  reason,
  fit,
});

function wishOf({ caption, values }: Look, table: TableDef, { columns = {} }: Corrections, reading: Reading): Wish {
  const { position, header } = caption;
  const chosen = columns[position];
  if (chosen === null) return own('chosen');
  if (chosen !== undefined) {
    const column = columnDef(table, chosen);
    return { column, meant: column, reason: 'chosen', fit: fitOf(values, column, header, reading) };
  }
  return header === '' ? own('unknown') : byHeader(header, values, table, reading);
}

function byHeader(header: string, values: Values, table: TableDef, reading: Reading): Wish {
  const found = columnFinder(table)(header);
  const computed = computedOf(table, header);
  const standIn = standInFor(table, header, found, computed);
  const column = standIn ?? found;
  if (!column) return computed ? own('computed', computed) : own('unknown');
  const fit = fitOf(values, column, header, reading);
  if (column.type === 'id' && hasNumbers(values)) return own('numericIds', column, fit);
  if (fit.share < believable) return own(computed ? 'computed' : 'doNotFit', computed ?? column, fit);
  const reason = standIn ? 'reviewedTier' : fit.misfits.length ? 'headerMostly' : 'header';
  return { column, meant: column, reason, fit };
}

/** Excel's MATCH finds no number among texts, so that references would not find such an id. */
export const hasNumbers = ({ cells }: Values): boolean => cells.some((cell) => typeof cell !== 'string');

const isCaption = ({ caption }: ColumnDef, header: string): boolean =>
  Object.values(caption).some((text) => headerKey(text) === headerKey(header));

const computedOf = (table: TableDef, header: string): ColumnDef | undefined =>
  table.columns.find((column) => isComputed(column) && !column.hidden && isCaption(column, header));

/** A header that is exactly ours means what it says; only a plain "Tier" is kept as the reviewed one. */
function standInFor(table: TableDef, header: string, found?: ColumnDef, computed?: ColumnDef): ColumnDef | undefined {
  if (found && isCaption(found, header)) return undefined;
  const id = standIns[table.id]?.[computed?.id ?? found?.id ?? ''];
  return id === undefined ? undefined : columnDef(table, id);
}

/** Of several columns with one meaning the chosen one wins, then the one whose values fit best, then the first. */
function withoutRivals(wishes: readonly Wish[]): Wish[] {
  const strength = ({ reason, fit, column }: Wish) => (column ? (reason === 'chosen' ? 10 : fit.share) : -1);
  return wishes.map((wish, index) => {
    const rivals = wishes.filter((other) => other.column && other.column === wish.column);
    const best = rivals.reduce((leader, other) => (strength(other) > strength(leader) ? other : leader), rivals[0]!);
    return !wish.column || wishes.indexOf(best) === index ? wish : own('taken', wish.meant, wish.fit);
  });
}

/** Columns that nobody named and whose header says nothing get what their values look like. */
function withGuesses(
  looks: readonly Look[],
  wishes: readonly Wish[],
  table: TableDef,
  { columns = {} }: Corrections,
  reading: Reading,
): Wish[] {
  const taken = new Set(wishes.map(({ column }) => column?.id));
  return wishes.map((wish, index) => {
    const { caption, values } = looks[index]!;
    if (wish.reason !== 'unknown' || caption.position in columns) return wish;
    const free = table.columns.filter((column) => !isComputed(column) && !taken.has(column.id));
    const column = meaningOf(values, free);
    if (!column) return wish;
    taken.add(column.id);
    return { column, meant: column, reason: 'values', fit: fitOf(values, column, caption.header, reading) };
  });
}

/** Ids that stand in more than one row, as Excel compares them. */
export function duplicatesOf({ cells }: Values): string[] {
  const seen = new Set<string>();
  return cells.map(rawText).filter((text) => seen.has(fold(text)) || !seen.add(fold(text)));
}
