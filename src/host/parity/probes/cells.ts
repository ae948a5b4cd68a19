import type { Observation, Probe } from '../probe';

/** Writes `values` into A1 and beside, and tells what stands there then. */
async function writeAndRead(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  values: unknown[][],
  prepare: (range: Excel.Range) => void = () => undefined,
): Promise<Observation> {
  const range = sheet.getRangeByIndexes(0, 0, values.length, values[0]!.length);
  prepare(range);
  range.values = values;
  range.load('values,valueTypes');
  await context.sync();
  return { values: range.values as Observation, types: range.valueTypes as unknown as Observation };
}

/** What a cell makes of what is written into it. */
export const cellProbes: readonly Probe[] = [
  {
    id: 'null-and-empty',
    rule: 'null-leaves-cell',
    question: 'Does null leave a cell and an empty string clear it?',
    observe: async (context, sheet) => {
      const range = sheet.getRange('A1:B1');
      range.values = [[1, 2]];
      range.values = [[null, '']];
      range.load('values');
      await context.sync();
      return range.values as Observation;
    },
  },
  {
    id: 'text-format-before-value',
    question: 'Does a text format set before the value keep leading zeros, long digits and formulas as text?',
    observe: (context, sheet) =>
      writeAndRead(context, sheet, [['007', '=1+1', '110101199003070000', '-5', '1E5', '2026-01-02']], (range) => {
        range.numberFormat = [['@', '@', '@', '@', '@', '@']];
      }),
  },
  {
    id: 'text-format-after-value',
    question: 'Does a text format set after the value leave a number a number?',
    observe: async (context, sheet) => {
      const range = sheet.getRange('A1');
      range.values = [['007']];
      range.numberFormat = [['@']];
      range.load('values,valueTypes');
      await context.sync();
      return { values: range.values as Observation, types: range.valueTypes as unknown as Observation };
    },
  },
  {
    id: 'typed-text',
    question: 'What do date-like, number-like and apostrophe strings become in a cell of format General?',
    observe: (context, sheet) =>
      writeAndRead(context, sheet, [['2026-01-02', '1/2/2026', '12%', "'=1+1", 'TRUE', '$5', '1,234']]),
  },
  {
    id: 'format-of-typed-date',
    question: 'Which number format does a cell get when a date-like string is written?',
    observe: async (context, sheet) => {
      const range = sheet.getRange('A1');
      range.values = [['2026-01-02']];
      range.load('numberFormat');
      await context.sync();
      return range.numberFormat as Observation;
    },
  },
  {
    id: 'unbounded-values',
    rule: 'unbounded-values-null',
    question: 'Are the values of an entire column null?',
    observe: async (context, sheet) => {
      const range = sheet.getRange('A:A').load('values');
      await context.sync();
      return range.values as Observation;
    },
  },
  {
    id: 'date-system',
    question: 'What serial does DATE(2000,1,1) have through the functions of the API?',
    observe: async (context) => {
      const serial = context.workbook.functions.date(2000, 1, 1).load('value');
      await context.sync();
      return serial.value;
    },
  },
  {
    id: 'find-in-filtered-rows',
    question: 'Does findOrNullObject see cells that a filter hides?',
    observe: async (context, sheet) => {
      sheet.getRange('A1:A4').values = [['Id'], ['a1'], ['b2'], ['c3']];
      const table = sheet.tables.add('A1:A4', true);
      table.columns.getItemAt(0).filter.applyValuesFilter(['a1']);
      const column = sheet.getRange('A2:A4');
      const hidden = column.findOrNullObject('b2', { completeMatch: true, matchCase: false }).load('address');
      const shown = column.findOrNullObject('a1', { completeMatch: true, matchCase: false }).load('address');
      await context.sync();
      return { hiddenFound: !hidden.isNullObject, shownFound: !shown.isNullObject };
    },
  },
];
