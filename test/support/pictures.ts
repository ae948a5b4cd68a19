import type { Book, BookSheet } from '../../src/xlsx/book';

/**
 * A workbook as lines of text, one for each thing that a person could miss: two workbooks are the same when their lines
 * are. Ids that Excel gives and the order of hidden things are left out.
 */
export function pictureOf({ sheets, names }: Book): string[] {
  return [
    ...names.map(({ name, formula, sheet, hidden }) => `name ${sheet ?? ''} ${name} ${formula} ${hidden ?? false}`),
    ...sheets.flatMap(sheetLines),
  ];
}

function sheetLines(sheet: BookSheet): string[] {
  const { name, visibility, tabColor, tables, validations, conditionalFormats, charts } = sheet;
  const line = (kind: string, ...facts: unknown[]) =>
    `${name} ${kind} ${facts.map((fact) => JSON.stringify(fact)).join(' ')}`;
  return [
    line('sheet', visibility, tabColor, sheet.showGridlines, sheet.freeze),
    ...tables.map((table) =>
      line(
        'table',
        table.name,
        table.range,
        table.columns.map(({ name: own, formula }) => [own, formula]),
      ),
    ),
    ...validations.map(({ ranges, type, formula1 }) => line('validation', ranges, type, formula1)),
    ...conditionalFormats.map(({ ranges, type, formulas }) => line('rule', ranges, type, formulas)),
    ...charts.map((chart) => line('chart', chart.name, chart.title)),
    ...[...sheet.columns].map(([column, { width, hidden }]) => line('column', column, width, hidden)),
    ...[...sheet.cells].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, { value, formula, style }]) =>
        value === null && !formula ? [] : [line('cell', row, column, formula ?? value, style?.numberFormat)],
      ),
    ),
  ];
}
