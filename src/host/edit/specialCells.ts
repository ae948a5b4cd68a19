import { requireArgument } from '../errors';
import { type Area, areaBetween, forEachCell, intersect, lastColumn, lastRow } from '../store/address';
import { type Cell, isBlank, isCellError } from '../store/cell';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { usedArea } from './write';

type CellTest = (sheet: Sheet, row: number, column: number, cell: Cell | undefined) => boolean;

const VALUE_TESTS: Record<string, (value: Cell['value']) => boolean> = {
  Errors: isCellError,
  Logical: (value) => typeof value === 'boolean',
  Numbers: (value) => typeof value === 'number',
  Text: (value) => typeof value === 'string',
};

/** `NumbersText` names two of the tests; none or `All` allows every value. */
function allowsValue(valueType: string | undefined, value: Cell['value']): boolean {
  if (valueType === undefined || valueType === 'All') return true;
  return Object.entries(VALUE_TESTS).some(([name, test]) => valueType.includes(name) && test(value));
}

const CELL_TESTS: Record<string, CellTest> = {
  Blanks: (_sheet, _row, _column, cell) => isBlank(cell),
  Constants: (_sheet, _row, _column, cell) => !isBlank(cell) && cell?.formula === undefined,
  Formulas: (_sheet, _row, _column, cell) => cell?.formula !== undefined,
  Visible: (sheet, row, column) => !sheet.isRowHidden(row) && !sheet.hiddenColumns.has(column),
  DataValidations: (sheet, row, column) => coveredBy(sheet.validations, row, column),
  ConditionalFormats: (sheet, row, column) => coveredBy(sheet.conditionalFormats, row, column),
};

function coveredBy(rules: readonly { areas: Area[] }[], row: number, column: number): boolean {
  const cell = areaBetween(row, column, row, column);
  return rules.some((rule) => rule.areas.some((area) => intersect(area, cell)));
}

/** Cells of a kind (`Excel.SpecialCellType`), as few rectangles as a row-wise sweep gives. Empty: none. */
export function specialCells(
  workbook: Workbook,
  sheet: Sheet,
  areas: readonly Area[],
  kind: string,
  valueType?: string,
): Area[] {
  workbook.calculate();
  requireArgument(kind.replace(/^Same/, '') in CELL_TESTS);
  const test = CELL_TESTS[kind.replace(/^Same/, '')];
  const used = usedArea(sheet, false);
  if (!test || !used) return [];
  return areas.flatMap((area) => {
    const single = area.rows === 1 && area.columns === 1 ? used : intersect(area, used);
    const part = kind === 'Visible' || kind === 'Blanks' ? (intersect(area, used) ?? area) : single;
    return part
      ? rectangles(part, (row, column) => {
          const cell = sheet.cell(row, column);
          return (
            test(sheet, row, column, cell) &&
            (kind === 'Blanks' || kind === 'Visible' || allowsValue(valueType, cell?.value ?? null))
          );
        })
      : [];
  });
}

/** Cells that pass, as runs per row, joined with an equal run in the row above. */
export function rectangles(area: Area, test: (row: number, column: number) => boolean): Area[] {
  const done: Area[] = [];
  let open: Area[] = [];
  for (let row = area.row; row <= lastRow(area); row++) {
    const runs = runsOf(area, row, test);
    const next = runs.map((run) => {
      const above = open.find((other) => other.column === run.column && other.columns === run.columns);
      return above ? { ...above, rows: above.rows + 1 } : run;
    });
    done.push(...open.filter((other) => !next.some((run) => run.row === other.row && run.column === other.column)));
    open = next;
  }
  return [...done, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}

function runsOf(area: Area, row: number, test: (row: number, column: number) => boolean): Area[] {
  const runs: Area[] = [];
  forEachCell({ ...area, row, rows: 1 }, (_row, column) => {
    if (!test(row, column)) return;
    const last = runs[runs.length - 1];
    if (last && lastColumn(last) === column - 1) runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
    else runs.push(areaBetween(row, column, row, column));
  });
  return runs;
}
