import { type CellValue, isCellError } from '../store/cell';
import type { PivotField, PivotItem } from '../store/pivot';

/** Excel's built-in lists (rule `pivot-custom-lists`): text found in one is sorted by its place there. */
const CUSTOM_LISTS: readonly (readonly string[])[] = [
  ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'],
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
];

/** Numbers, then text, then FALSE/TRUE, then errors. */
function rank(value: CellValue): number {
  if (isCellError(value)) return 3;
  return { number: 0, string: 1, boolean: 2 }[typeof value as 'number' | 'string' | 'boolean'];
}

function compareValues(a: CellValue, b: CellValue, listed: ReadonlyMap<string, number> | null): number {
  const byRank = rank(a) - rank(b);
  if (byRank !== 0) return byRank;
  if (typeof a !== 'string' || typeof b !== 'string') return Number(a) - Number(b) || 0;
  const places = [listed?.get(a.toLowerCase()), listed?.get(b.toLowerCase())] as const;
  if (places[0] !== undefined && places[1] !== undefined) return places[0] - places[1];
  return a.localeCompare(b, 'en', { sensitivity: 'accent' });
}

/** The list that has most of the field's items, if it has at least two. */
function customOrder(field: PivotField): ReadonlyMap<string, number> | null {
  const texts = field.items.map(({ value }) => value).filter((value) => typeof value === 'string');
  const hits = (list: readonly string[]) => texts.filter((text) => list.includes(text.toLowerCase())).length;
  const best = [...CUSTOM_LISTS].sort((a, b) => hits(b) - hits(a))[0] ?? [];
  return hits(best) < 2 ? null : new Map(best.map((text, index) => [text, index]));
}

/** Puts items in the order of their labels; blanks are last whichever way. */
export function compareItems(field: PivotField, useCustomLists: boolean): (a: PivotItem, b: PivotItem) => number {
  const sign = field.sort.by === 'labels' && !field.sort.ascending ? -1 : 1;
  const listed = useCustomLists ? customOrder(field) : null;
  return (a, b) => {
    const blanks = Number(a.value === null) - Number(b.value === null);
    return blanks !== 0 ? blanks : sign * compareValues(shown(a), shown(b), listed);
  };
}

/** A renamed item is sorted by its new name. */
function shown(item: PivotItem): CellValue {
  return item.caption ?? item.value;
}
