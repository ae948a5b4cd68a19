import type { Observation, Probe } from '../probe';
import { outcomeOf } from '../probe';

/** How formulas are taken, spelled and carried along. */
export const formulaProbes: readonly Probe[] = [
  {
    id: 'bad-formulas',
    rule: 'formula-checked-on-entry',
    question: 'Are formulas refused that cannot be read or that name what is not there?',
    observe: async (context, sheet) => {
      const outcomes: Record<string, string> = {};
      for (const formula of ['=SUM(', '=NoSuchSheet!A1', '=NoSuchTable[x]', '=[@x]', '=NOSUCH(1)'])
        outcomes[formula] = await outcomeOf(context, () => (sheet.getRange('A1').formulas = [[formula]]));
      return outcomes;
    },
  },
  {
    id: 'spill',
    question: 'Does a dynamic array spill, and is it #SPILL! when something is in the way?',
    observe: async (context, sheet) => {
      const blocked = sheet.getRange('B1:B3');
      sheet.getRange('B2').values = [['x']];
      sheet.getRange('A1').formulas = [['=SEQUENCE(3)']];
      sheet.getRange('B1').formulas = [['=SEQUENCE(3)']];
      const free = sheet.getRange('A1:A3').load('values');
      blocked.load('values');
      await context.sync();
      return { free: free.values as Observation, blocked: blocked.values as Observation };
    },
  },
  {
    id: 'formula-spelling-in-table',
    question: 'How is a formula of a table row spelled when it is read back?',
    observe: async (context, sheet) => {
      sheet.getRange('A1:B2').values = [
        ['Net amount', 'Double'],
        [4, ''],
      ];
      sheet.tables.add('A1:B2', true);
      const cell = sheet.getRange('B2');
      cell.formulas = [['=[@[Net amount]]*2']];
      cell.load('formulas,values');
      await context.sync();
      return { formulas: cell.formulas as Observation, values: cell.values as Observation };
    },
  },
  {
    id: 'formula-follows-rename',
    question: 'Do formulas follow when a table, a column and a sheet are renamed?',
    observe: async (context, sheet) => {
      sheet.getRange('A1:A2').values = [['Amount'], [4]];
      const table = sheet.tables.add('A1:A2', true);
      table.name = 'ParityBefore';
      const cell = sheet.getRange('D1');
      cell.formulas = [['=SUM(ParityBefore[Amount])+A2']];
      table.name = 'ParityAfter';
      table.getHeaderRowRange().values = [['Sum']];
      cell.load('formulas,values');
      await context.sync();
      return { formulas: cell.formulas as Observation, values: cell.values as Observation };
    },
  },
  {
    id: 'formula-follows-insert',
    question: 'Do formulas follow when rows are inserted above what they read?',
    observe: async (context, sheet) => {
      sheet.getRange('A1:A2').values = [[1], [2]];
      const cell = sheet.getRange('D1');
      cell.formulas = [['=SUM(A1:A2)']];
      sheet.getRange('2:2').insert('Down');
      cell.load('formulas');
      await context.sync();
      return cell.formulas as Observation;
    },
  },
  {
    id: 'name-formula-spelling',
    question: 'How is the formula of a defined name spelled when it is read back?',
    observe: async (context, sheet) => {
      sheet.getRange('A1:A2').values = [['Amount'], [4]];
      sheet.tables.add('A1:A2', true).name = 'ParityNames';
      const name = sheet.names.add('parity_name', '=SUM(ParityNames[Amount])').load('formula,value');
      await context.sync();
      return { formula: name.formula as string, value: name.value as Observation };
    },
  },
];
