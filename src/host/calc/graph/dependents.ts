import { contains, LAST_COLUMN, type Area } from '../values/reference';
import type { Cell, Precedent, Precedents } from './grid';

/** Areas up to this many cells are indexed cell by cell, larger ones once per distinct area. */
const SMALL = 64;

interface SheetIndex {
  cells: Map<number, Set<Cell>>;
  areas: Map<string, { area: Area; readers: Set<Cell> }>;
}

/**
 * Who reads what. Besides areas, formulas depend on keys: `clock`, `sheet:name`, `table:name`, `tables:sheetId`,
 * `rows:sheetId`, `name:name` and `function:NAME`, so that a change of structure reaches exactly the formulas that looked it up.
 */
export class Dependents {
  private readonly sheets = new Map<string, SheetIndex>();
  private readonly keys = new Map<string, Set<Cell>>();

  add(reader: Cell, precedents: Precedents): void {
    for (const precedent of precedents.values()) for (const readers of this.places(precedent)) readers.add(reader);
  }

  remove(reader: Cell, precedents: Precedents): void {
    for (const precedent of precedents.values()) {
      for (const readers of this.places(precedent)) readers.delete(reader);
      if ('area' in precedent) this.forgetUnread(precedent);
    }
  }

  /** Formula cells that read a cell. */
  *ofCell(sheet: string, row: number, column: number): Generator<Cell> {
    const index = this.sheets.get(sheet);
    if (!index) return;
    yield* index.cells.get(cellKey(row, column)) ?? [];
    for (const { area, readers } of index.areas.values()) if (contains(area, row, column)) yield* readers;
  }

  ofKey(key: string): Iterable<Cell> {
    return this.keys.get(key) ?? [];
  }

  /** Every edit looks through the large areas: tables that grow must not leave their earlier sizes behind. */
  private forgetUnread({ sheet, area }: { sheet: string; area: Area }): void {
    const areas = this.sheets.get(sheet)?.areas;
    if (areas?.get(areaKey(area))?.readers.size === 0) areas.delete(areaKey(area));
  }

  private *places(precedent: Precedent): Generator<Set<Cell>> {
    if ('key' in precedent) yield entry(this.keys, precedent.key, () => new Set());
    else yield* this.areaPlaces(entry(this.sheets, precedent.sheet, newIndex), precedent.area);
  }

  private *areaPlaces(index: SheetIndex, area: Area): Generator<Set<Cell>> {
    const { top, left, bottom, right } = area;
    if ((bottom - top + 1) * (right - left + 1) > SMALL) {
      yield entry(index.areas, areaKey(area), () => ({ area, readers: new Set<Cell>() })).readers;
      return;
    }
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        yield entry(index.cells, cellKey(row, column), () => new Set());
      }
    }
  }
}

function newIndex(): SheetIndex {
  return { cells: new Map(), areas: new Map() };
}

function areaKey({ top, left, bottom, right }: Area): string {
  return `${top},${left},${bottom},${right}`;
}

function cellKey(row: number, column: number): number {
  return row * (LAST_COLUMN + 1) + column;
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = create()));
  return value;
}
