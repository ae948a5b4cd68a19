import type { Cell } from '../store/cell';
import { toR1C1 } from '../store/r1c1';

export type Place = readonly [row: number, column: number];

/** Same content and format; a formula that only followed moved cells is the same. */
export function sameCell(a: Cell | undefined, atA: Place, b: Cell | undefined, atB: Place): boolean {
  if (a === undefined && b === undefined) return true;
  const content = (cell: Cell | undefined) => (cell?.formula === undefined ? (cell?.value ?? null) : null);
  const sameFormula =
    a?.formula === b?.formula ||
    (a?.formula !== undefined && b?.formula !== undefined && toR1C1(a.formula, ...atA) === toR1C1(b.formula, ...atB));
  return (
    sameFormula &&
    JSON.stringify(content(a)) === JSON.stringify(content(b)) &&
    JSON.stringify(a?.style ?? {}) === JSON.stringify(b?.style ?? {})
  );
}
