import { parseStructured } from '../calc/language/structured';
import { type Area, areaBetween, boundingArea, containsArea, intersect } from '../store/address';
import { referenceArea, rewriteFormula } from '../store/formula';
import type { Sheet } from '../store/sheet';
import type { DefinedName, Workbook } from '../store/workbook';
import { type Place, tableAt } from './resolve';
import { rectangles } from './specialCells';
import { structuredArea } from './tableReferences';

/** A formula and the cells it names. */
interface Trace {
  sheet: Sheet;
  cell: Area;
  uses: Place[];
}

/** Names may lead to names, but not for ever. */
const MAX_DEPTH = 8;

/** The cells that a formula's text names: addresses, structured references and defined names. */
function placesIn(workbook: Workbook, formula: string, sheet: Sheet, cell: Area | null, depth = 0): Place[] {
  const places: Place[] = [];
  const add = (home: Sheet | undefined, area: Area | null) => home && area && places.push({ sheet: home, area });
  rewriteFormula(formula, {
    reference: (name, text) => {
      add(name === undefined ? sheet : workbook.findSheet(name), referenceArea(text));
      return text;
    },
    structured: (name, body) => {
      const table = name === '' ? cell && tableAt(workbook, sheet, cell) : workbook.findTable(name);
      if (table) add(table.sheet, structuredArea(table, parseStructured(name + body), cell && { sheet, ...cell }));
      return name + body;
    },
    word: (word, isCall) => {
      const named = isCall || depth > MAX_DEPTH ? undefined : workbook.findName(word, sheet);
      if (named) places.push(...placesOfName(workbook, named, sheet, depth));
      return word;
    },
  });
  return places;
}

function placesOfName(workbook: Workbook, name: DefinedName, from: Sheet, depth: number): Place[] {
  return placesIn(workbook, name.formula, name.scope ?? from, null, depth + 1);
}

function traces(workbook: Workbook): Trace[] {
  return workbook.sheets.flatMap((sheet) => {
    const found: Trace[] = [];
    sheet.grid.forEach((row, column, { formula }) => {
      if (formula === undefined) return;
      const cell = areaBetween(row, column, row, column);
      found.push({ sheet, cell, uses: placesIn(workbook, formula, sheet, cell) });
    });
    return found;
  });
}

function meets(a: Place, b: Place): boolean {
  return a.sheet === b.sheet && intersect(a.area, b.area) !== null;
}

/** One step, or as many as there are: `next` leads from places to places. */
function follow(start: Place, next: (from: Place[]) => Place[], directOnly: boolean): Place[] {
  const found: Place[] = [];
  let edge = next([start]);
  while (edge.length > 0) {
    found.push(...edge);
    edge = directOnly ? [] : next(edge).filter((place) => !isWithin(place, found));
  }
  return found;
}

function isWithin({ sheet, area }: Place, places: readonly Place[]): boolean {
  return places.some((other) => other.sheet === sheet && containsArea(other.area, area));
}

/** Places grouped by sheet in workbook order, overlaps and neighbours joined. */
function bySheet(workbook: Workbook, places: readonly Place[]): { sheet: Sheet; areas: Area[] }[] {
  return workbook.sheets.flatMap((sheet) => {
    const areas = places.filter((place) => place.sheet === sheet).map((place) => place.area);
    return areas.length === 0 ? [] : [{ sheet, areas: joined(areas) }];
  });
}

function joined(areas: Area[]): Area[] {
  const distinct = areas.filter(
    (area, i) => !areas.some((other, j) => containsArea(other, area) && (i > j || !containsArea(area, other))),
  );
  if (distinct.some((area) => area.rows * area.columns > 1)) return distinct;
  const keys = new Set(distinct.map(({ row, column }) => `${row},${column}`));
  return rectangles(distinct.reduce(boundingArea), (row, column) => keys.has(`${row},${column}`));
}

/** What the formulas in an area refer to, itself (direct) or through other formulas. */
export function precedents(workbook: Workbook, sheet: Sheet, area: Area, directOnly: boolean) {
  const all = traces(workbook);
  const next = (from: Place[]) => all.filter((trace) => from.some((place) => meets(place, at(trace)))).flatMap(uses);
  return bySheet(workbook, follow({ sheet, area }, next, directOnly));
}

/** The cells whose formulas refer to an area, themselves (direct) or through other formulas. */
export function dependents(workbook: Workbook, sheet: Sheet, area: Area, directOnly: boolean) {
  const all = traces(workbook);
  const next = (from: Place[]) =>
    all.filter((trace) => trace.uses.some((use) => from.some((p) => meets(p, use)))).map(at);
  return bySheet(workbook, follow({ sheet, area }, next, directOnly));
}

function at({ sheet, cell }: Trace): Place {
  return { sheet, area: cell };
}

function uses(trace: Trace): Place[] {
  return trace.uses;
}
