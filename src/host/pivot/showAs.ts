import type { CellValue } from '../store/cell';
import type { DataField, PivotField } from '../store/pivot';
import { nodeAt, pathOf, type PivotNode, type PivotResult } from './tree';

const NOT_AVAILABLE: CellValue = { error: '#N/A' };
const DIVISION: CellValue = { error: '#DIV/0!' };

/** One cell of the data body, and the way to its neighbours. */
interface Spot {
  result: PivotResult;
  data: DataField;
  row: PivotNode;
  column: PivotNode;
}

/** The value of a spot, or of the same spot with another row or column. */
function valueOf(spot: Spot, other: Partial<Pick<Spot, 'row' | 'column'>> = {}): CellValue {
  const { result, data, row, column } = { ...spot, ...other };
  return result.value(data, row, column);
}

function rootOf(node: PivotNode): PivotNode {
  return node.parent ? rootOf(node.parent) : node;
}

/** A calculation with numbers: blanks are 0, errors stay. */
function calculate(values: readonly CellValue[], formula: (...numbers: number[]) => number): CellValue {
  const error = values.find((value) => typeof value === 'object' && value !== null);
  if (error) return error;
  const value = formula(...values.map(Number));
  return Number.isFinite(value) ? value : DIVISION;
}

function share(spot: Spot, whole: CellValue): CellValue {
  return calculate([valueOf(spot), whole], (part, total) => part / total);
}

/** Where the base field lies on the way to a node: the axis, and the group that holds the field's items. */
interface BasePlace {
  axis: 'row' | 'column';
  /** The node of the base field itself. */
  node: PivotNode;
  /** What follows below it. */
  rest: readonly string[];
}

function placeOf(spot: Spot, field: PivotField | undefined): BasePlace | null {
  for (const axis of ['row', 'column'] as const) {
    for (let node: PivotNode | null = spot[axis]; node; node = node.parent) {
      if (node.field === field && field) return { axis, node, rest: pathOf(spot[axis]).slice(node.depth) };
    }
  }
  return null;
}

/** The value of the same cell under another item of the base field; undefined when there is none. */
function under(spot: Spot, { axis, node, rest }: BasePlace, id: string): CellValue | undefined {
  const other = nodeAt(node.parent as PivotNode, [id, ...rest]);
  const value = other ? valueOf(spot, { [axis]: other }) : null;
  return value === null ? undefined : value;
}

/** Against the base item: blank in the item's own cells, #N/A where it has no value (rule `pivot-difference-na`). */
function againstBase(spot: Spot, formula: (value: number, base: number) => number, own: CellValue): CellValue {
  const { baseField, baseItem } = spot.data.showAs;
  const place = placeOf(spot, baseField);
  if (!place || !baseItem) return null;
  if (place.node.item === baseItem) return own;
  const base = under(spot, place, baseItem.id);
  return base === undefined ? NOT_AVAILABLE : calculate([valueOf(spot), base], formula);
}

/** The values of all items of the base field, in their order, along the spot. */
function alongBase(spot: Spot, place: BasePlace): { own: number; values: number[] } {
  const siblings = (place.node.parent as PivotNode).children;
  const values = siblings.map(({ item }) => Number(under(spot, place, item?.id ?? '') ?? 0) || 0);
  return { own: siblings.indexOf(place.node), values };
}

function onBase(spot: Spot, formula: (own: number, values: readonly number[]) => number): CellValue {
  const place = placeOf(spot, spot.data.showAs.baseField);
  if (!place) return null;
  const { own, values } = alongBase(spot, place);
  const value = formula(own, values);
  return Number.isFinite(value) ? value : DIVISION;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function parentShare(spot: Spot, axis: 'row' | 'column'): CellValue {
  return share(spot, valueOf(spot, { [axis]: spot[axis].parent ?? spot[axis] }));
}

/** `Excel.ShowAsCalculation`; the percentages are fractions. */
const CALCULATIONS: Readonly<Record<string, (spot: Spot) => CellValue>> = {
  None: (spot) => valueOf(spot),
  PercentOfGrandTotal: (spot) => share(spot, valueOf(spot, { row: rootOf(spot.row), column: rootOf(spot.column) })),
  PercentOfRowTotal: (spot) => share(spot, valueOf(spot, { column: rootOf(spot.column) })),
  PercentOfColumnTotal: (spot) => share(spot, valueOf(spot, { row: rootOf(spot.row) })),
  PercentOfParentRowTotal: (spot) => parentShare(spot, 'row'),
  PercentOfParentColumnTotal: (spot) => parentShare(spot, 'column'),
  PercentOfParentTotal: (spot) => {
    const place = placeOf(spot, spot.data.showAs.baseField);
    return place && share(spot, valueOf(spot, { [place.axis]: place.node }));
  },
  PercentOf: (spot) => againstBase(spot, (value, base) => value / base, 1),
  DifferenceFrom: (spot) => againstBase(spot, (value, base) => value - base, null),
  PercentDifferenceFrom: (spot) => againstBase(spot, (value, base) => (value - base) / base, null),
  RunningTotal: (spot) => onBase(spot, (own, values) => sum(values.slice(0, own + 1))),
  PercentRunningTotal: (spot) => onBase(spot, (own, values) => sum(values.slice(0, own + 1)) / sum(values)),
  RankAscending: (spot) => onBase(spot, (own, values) => rankOf(own, values, 1)),
  RankDecending: (spot) => onBase(spot, (own, values) => rankOf(own, values, -1)),
  Index: (spot) => {
    const [row, column] = [rootOf(spot.row), rootOf(spot.column)];
    const totals = [valueOf(spot, { row, column }), valueOf(spot, { column }), valueOf(spot, { row })];
    return calculate([valueOf(spot), ...totals], (value, grand = 0, byRow = 0, byColumn = 0) => {
      return (value * grand) / (byRow * byColumn);
    });
  },
};

/** The place among the different values, 1 for the smallest (or with -1 the largest). */
function rankOf(own: number, values: readonly number[], sign: 1 | -1): number {
  const better = values.filter((value) => sign * (value - (values[own] as number)) < 0);
  return new Set(better).size + 1;
}

/** The calculations a script may choose. */
export const SHOW_AS = Object.keys(CALCULATIONS);

const NEED_FIELD = new Set([
  'RunningTotal',
  'PercentRunningTotal',
  'RankAscending',
  'RankDecending',
  'PercentOfParentTotal',
]);
const NEED_ITEM = new Set(['PercentOf', 'DifferenceFrom', 'PercentDifferenceFrom']);

/** What a calculation cannot do without. */
export function needsOf(calculation: string): { field: boolean; item: boolean } {
  const item = NEED_ITEM.has(calculation);
  return { field: item || NEED_FIELD.has(calculation), item };
}

/** Whether cells of the calculation look like 12.34% while nobody chose a number format. */
export function isPercent(calculation: string): boolean {
  return calculation.startsWith('Percent');
}

/** What a cell of the data body shows. */
export function shownValue(result: PivotResult, data: DataField, row: PivotNode, column: PivotNode): CellValue {
  const plain = result.value(data, row, column);
  const { calculation } = data.showAs;
  if (calculation === 'None' || (plain === null && row.records.length === 0)) return plain;
  return (CALCULATIONS[calculation] ?? valueOf)({ result, data, row, column });
}
