import { columnIndex, columnName } from './address';
import { rewriteFormula, withSheet } from './formula';

function part(letter: 'R' | 'C', absolute: boolean, index: number, origin: number): string {
  if (absolute) return `${letter}${index + 1}`;
  return index === origin ? letter : `${letter}[${index - origin}]`;
}

function cellToR1C1(cell: string, row: number, column: number): string {
  const [, fixedColumn = '', letters, fixedRow = '', digits] = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/.exec(cell) ?? [];
  if (letters === undefined) return part('R', fixedColumn === '$', Number(digits) - 1, row);
  if (digits === undefined) return part('C', fixedColumn === '$', columnIndex(letters), column);
  return (
    part('R', fixedRow === '$', Number(digits) - 1, row) + part('C', fixedColumn === '$', columnIndex(letters), column)
  );
}

/** A formula in A1 style as R1C1, seen from the cell it stands in. */
export function toR1C1(formula: string, row: number, column: number): string {
  const convert = (reference: string) => {
    const [first = '', second] = reference.split(':').map((cell) => cellToR1C1(cell, row, column));
    // `C1` is the whole first column, where A1 style writes `A:A`.
    const isLine = /^[^RC]*[RC][^RC]*$/.test(first);
    return second === undefined || (isLine && first === second) ? first : `${first}:${second}`;
  };
  return rewriteFormula(formula, { reference: (sheet, reference) => withSheet(sheet, convert(reference)) });
}

function lineFromR1C1(text: string, origin: number): { fixed: boolean; index: number } {
  const relative = /^\[(-?\d+)\]$/.exec(text);
  if (relative) return { fixed: false, index: origin + Number(relative[1]) };
  return text === '' ? { fixed: false, index: origin } : { fixed: true, index: Number(text) - 1 };
}

const LINE = String.raw`(\[-?\d+\]|\d+)?`;
/** Whole rows or columns: `C1`, `R[-1]:R`. */
const LINES = new RegExp(
  String.raw`("(?:[^"]|"")*"|'(?:[^']|'')*'!?)|(?<![\p{L}\p{N}_.\]])([RC])${LINE}(?::\2${LINE})?(?![\p{L}\p{N}_(.\[:!])`,
  'gu',
);

function fromLines(formula: string, row: number, column: number): string {
  return formula.replace(LINES, (whole: string, quoted: string | undefined, axis: 'R' | 'C', ...parts) => {
    if (quoted) return whole;
    const [first = '', second = first] = parts.slice(0, 2) as (string | undefined)[];
    const ends = [first, whole.includes(':') ? (parts[1] ?? '') : second].map((text: string) => {
      const { fixed, index } = lineFromR1C1(text, axis === 'R' ? row : column);
      return (fixed ? '$' : '') + (axis === 'R' ? index + 1 : columnName(index));
    });
    return ends.join(':');
  });
}

const R1C1 = /("(?:[^"]|"")*")|(?<![\p{L}\p{N}_.])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\p{L}\p{N}_(.])/gu;

/** A formula in R1C1 style as A1, seen from the cell it stands in. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return fromLines(formula, row, column).replace(
    R1C1,
    (whole: string, quoted?: string, rowText = '', columnText = '') => {
      if (quoted) return whole;
      const [r, c] = [lineFromR1C1(rowText, row), lineFromR1C1(columnText, column)];
      return `${c.fixed ? '$' : ''}${columnName(c.index)}${r.fixed ? '$' : ''}${r.index + 1}`;
    },
  );
}
