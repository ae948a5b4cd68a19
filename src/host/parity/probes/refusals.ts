import type { Observation, Probe } from '../probe';
import { outcomeOf } from '../probe';

/** One cell rule by formula; whether Excel takes it. */
const addRule = (sheet: Excel.Worksheet, formula: string): void => {
  sheet.getRange('A1:A3').conditionalFormats.add('Custom').custom.rule.formula = formula;
};

/** What Excel refuses, and by which code: the product's messages hang on them. */
export const refusalProbes: readonly Probe[] = [
  {
    id: 'wrong-shape',
    question: 'By which code is a matrix of the wrong shape refused?',
    observe: (context, sheet) => outcomeOf(context, () => (sheet.getRange('A1:B2').values = [[1, 2, 3]])),
  },
  {
    id: 'missing-items',
    question: 'By which codes are missing sheets, tables and names refused?',
    observe: async (context) => {
      const { workbook } = context;
      return {
        sheet: await outcomeOf(context, () => workbook.worksheets.getItem('No such sheet').load('name')),
        table: await outcomeOf(context, () => workbook.tables.getItem('NoSuchTable').load('name')),
        name: await outcomeOf(context, () => workbook.names.getItem('no_such_name').load('name')),
      };
    },
  },
  {
    id: 'taken-names',
    question: 'By which codes are names refused that are taken?',
    observe: async (context, sheet) => {
      const { worksheets } = context.workbook;
      sheet.tables.add('A1:A2', true).name = 'ParityTaken';
      const other = sheet.tables.add('C1:C2', true);
      await context.sync();
      return {
        sheet: await outcomeOf(context, () => worksheets.add('CRM parity')),
        table: await outcomeOf(context, () => (other.name = 'ParityTaken')),
      };
    },
  },
  {
    id: 'structured-references-in-rules',
    question: 'Are structured references refused in conditional formats and validations?',
    observe: async (context, sheet) => {
      sheet.getRange('A1:A3').values = [['Amount'], [1], [2]];
      sheet.tables.add('A1:A3', true).name = 'ParityRules';
      await context.sync();
      const source = '=ParityRules[Amount]';
      return {
        format: await outcomeOf(context, () => addRule(sheet, '=ParityRules[@Amount]>1')),
        validation: await outcomeOf(context, () => {
          sheet.getRange('C1').dataValidation.rule = { list: { inCellDropDown: true, source } };
        }),
        plainFormat: await outcomeOf(context, () => addRule(sheet, '=$A1>1')),
      };
    },
  },
  {
    id: 'protected-sheet',
    question: 'By which code is a write to a protected sheet refused?',
    observe: async (context, sheet) => {
      sheet.protection.protect();
      await context.sync();
      const outcome = await outcomeOf(context, () => (sheet.getRange('A1').values = [[1]]));
      sheet.protection.unprotect();
      await context.sync();
      return outcome;
    },
  },
  {
    id: 'funnel-chart',
    rule: 'funnel-is-chartex',
    question: 'Can a funnel be drawn, is it read back as one, and are its series refused?',
    observe: async (context, sheet): Promise<Observation> => {
      sheet.getRange('A1:B3').values = [
        ['Lead', 9],
        ['Offer', 4],
        ['Won', 1],
      ];
      const drawn = await outcomeOf(context, () => sheet.charts.add('Funnel', sheet.getRange('A1:B3'), 'Columns'));
      if (drawn !== 'ok') return { drawn };
      const chart = sheet.charts.getItemAt(0).load('chartType');
      await context.sync();
      const series = await outcomeOf(context, () => chart.series.load('count'));
      const title = await outcomeOf(context, () => (chart.title.text = 'Funnel'));
      return { drawn, type: chart.chartType as Observation, series, title };
    },
  },
  {
    id: 'unknown-table-style',
    question: 'By which code is an unknown table style refused?',
    observe: async (context, sheet) => {
      const table = sheet.tables.add('A1:A2', true);
      await context.sync();
      return outcomeOf(context, () => (table.style = 'NoSuchStyle'));
    },
  },
  {
    id: 'collaboration-flag',
    question: 'Does the workbook say whether others are editing?',
    observe: async (context) => {
      const flag = context.workbook.getIsActiveCollabSession();
      await context.sync();
      // A method's result is there after the sync; it has nothing to load.
      // eslint-disable-next-line office-addins/load-object-before-read
      return typeof flag.value;
    },
  },
];
