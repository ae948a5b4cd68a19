import type { Observation, Probe } from '../probe';
import { outcomeOf } from '../probe';

/** A table Id, Amount, Double = [@Amount]*2 with two rows in A1:C3. */
function dealsTable(sheet: Excel.Worksheet): Excel.Table {
  sheet.getRange('A1:C3').values = [
    ['Id', 'Amount', 'Double'],
    ['a', 1, ''],
    ['b', 2, ''],
  ];
  const table = sheet.tables.add('A1:C3', true);
  table.columns.getItem('Double').getDataBodyRange().formulas = [['=[@Amount]*2'], ['=[@Amount]*2']];
  return table;
}

/** How many rows the table has, and what stands in the row that was written under it. */
async function afterWriting(context: Excel.RequestContext, sheet: Excel.Worksheet, table: Excel.Table) {
  const body = table.getDataBodyRange().load('rowCount');
  const row = sheet.getRange('A4:C4').load('formulas');
  await context.sync();
  return { rows: body.rowCount, written: row.formulas[0] as Observation };
}

/** What a table does with cells that are written under it, and how it fills its columns. */
export const tableProbes: readonly Probe[] = [
  {
    id: 'grow-full-row',
    rule: 'table-auto-extend',
    question: 'Does a table grow when a full row of values is written under it?',
    observe: (context, sheet) => {
      const table = dealsTable(sheet);
      sheet.getRange('A4:C4').values = [['c', 3, 6]];
      return afterWriting(context, sheet, table);
    },
  },
  {
    id: 'grow-edge-empty',
    rule: 'extend-edge-cell',
    question: 'Does a table grow when the last cell of the row that is written stays empty?',
    observe: (context, sheet) => {
      const table = dealsTable(sheet);
      sheet.getRange('A4:B4').values = [['c', 3]];
      return afterWriting(context, sheet, table);
    },
  },
  {
    id: 'calculated-column-new-row',
    rule: 'calculated-column-new-row',
    question: 'Does a row written with a blank in a calculated column get the formula?',
    observe: (context, sheet) => {
      const table = dealsTable(sheet);
      sheet.getRange('A4:C4').values = [['c', 3, null]];
      return afterWriting(context, sheet, table);
    },
  },
  {
    id: 'this-row-below-table',
    rule: 'this-row-below-table',
    question: 'May [@x] be written into a row directly under the table, through values?',
    observe: (context, sheet) => {
      const table = dealsTable(sheet);
      sheet.getRange('A4:C4').values = [['c', 3, '=[@Amount]*2']];
      return afterWriting(context, sheet, table);
    },
  },
  {
    id: 'qualified-this-row-below-table',
    question: 'May Table[@x] be written into a row directly under the table, through values?',
    observe: (context, sheet) => {
      const table = dealsTable(sheet);
      table.name = 'ParityDeals';
      sheet.getRange('A4:C4').values = [['c', 3, '=ParityDeals[@Amount]*2']];
      return afterWriting(context, sheet, table);
    },
  },
  {
    id: 'calculated-column-first-formula',
    rule: 'calculated-column-first-formula',
    question: 'Does one formula fill an otherwise blank table column?',
    observe: async (context, sheet) => {
      sheet.getRange('A1:B3').values = [
        ['Amount', 'Double'],
        [1, ''],
        [2, ''],
      ];
      sheet.tables.add('A1:B3', true);
      sheet.getRange('B2').formulas = [['=[@Amount]*2']];
      const second = sheet.getRange('B3').load('formulas');
      await context.sync();
      return second.formulas as Observation;
    },
  },
  {
    id: 'grow-over-validation',
    rule: 'no-extend-over-validation',
    question: 'Does a table grow onto cells that have a data validation?',
    observe: (context, sheet) => {
      const table = dealsTable(sheet);
      sheet.getRange('B4').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
      sheet.getRange('A4:C4').values = [['c', 3, 6]];
      return afterWriting(context, sheet, table);
    },
  },
  {
    id: 'grow-with-totals',
    rule: 'no-extend-with-totals',
    question: 'What happens to a row written under a shown totals row?',
    observe: async (context, sheet) => {
      const table = dealsTable(sheet);
      table.showTotals = true;
      sheet.getRange('A5:C5').values = [['c', 3, 6]];
      const body = table.getDataBodyRange().load('rowCount');
      await context.sync();
      return body.rowCount;
    },
  },
  {
    id: 'grow-under-filter',
    question: 'Does a filtered table grow when a row is written under it, and is that row shown?',
    observe: async (context, sheet) => {
      const table = dealsTable(sheet);
      table.columns.getItem('Id').filter.applyValuesFilter(['a']);
      sheet.getRange('A4:C4').values = [['c', 3, 6]];
      const body = table.getDataBodyRange().load('rowCount');
      const row = sheet.getRange('A4').load('rowHidden');
      await context.sync();
      return { rows: body.rowCount, hidden: row.rowHidden };
    },
  },
  {
    id: 'validation-carried-on',
    question: 'Does a row that a table takes in get the validation of the rows above?',
    observe: async (context, sheet) => {
      const table = dealsTable(sheet);
      sheet.getRange('B2:B3').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
      sheet.getRange('A4:C4').values = [['c', 3, 6]];
      const rule = sheet.getRange('B4').dataValidation.load('type');
      const body = table.getDataBodyRange().load('rowCount');
      await context.sync();
      return { rows: body.rowCount, validation: rule.type };
    },
  },
  {
    id: 'validation-bypass',
    rule: 'validation-bypass',
    question: 'Are values that an add-in writes left unvalidated?',
    observe: async (context, sheet) => {
      const cell = sheet.getRange('A1');
      cell.dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 10, operator: 'Between' } };
      const outcome = await outcomeOf(context, () => (cell.values = [[99]]));
      cell.load('values');
      await context.sync();
      return { outcome, values: cell.values as Observation };
    },
  },
  {
    id: 'rows-add-alone',
    question: 'Does rows.add add a row, with the formulas of calculated columns, when nobody else edits?',
    observe: (context, sheet) => {
      const table = dealsTable(sheet);
      table.rows.add(undefined, [['c', 3, '']]);
      return afterWriting(context, sheet, table);
    },
  },
];
