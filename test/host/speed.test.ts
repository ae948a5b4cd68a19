import { createHost } from '../../src/host';
import { createCalculator } from '../../src/host/calc';
import { runIn } from './session';

/** Work that must not grow with the table: counted, because times on shared machines tell nothing. */
describe('a table that grows', () => {
  it('should calculate the new rows only', async () => {
    let calls = 0;
    const host = await createHost();
    const client = await host.connect();
    host.registerFunctions('T', { SEEN: (value: number) => ((calls += 1), value) });
    await runIn(client, async (context, sheet) => {
      sheet.getRange('A1:A4').values = [['Amount'], [1], [2], [3]];
      sheet.getRange('B1').values = [['Seen']];
      const table = sheet.tables.add('A1:B4', true);
      table.columns.getItemAt(1).getDataBodyRange().formulas = '=T.SEEN([@Amount])' as never;
      const seen = table.getDataBodyRange().load('values');
      await context.sync();
      expect([calls, seen.values.map(([, value]) => value as number)]).toEqual([3, [1, 2, 3]]);

      sheet.getRange('A5:A6').values = [[4], [5]];
      const grown = table.getDataBodyRange().load('values');
      await context.sync();

      expect([calls, grown.values.map(([, value]) => value as number)]).toEqual([5, [1, 2, 3, 4, 5]]);
    });
  });

  it('should show an error in rows that left it', async () => {
    const host = await createHost();
    await runIn(await host.connect(), async (context, sheet) => {
      sheet.getRange('A1:A4').values = [['Amount'], [1], [2], [3]];
      sheet.tables.add('A1:A4', true).name = 'T';
      sheet.getRange('C4').formulas = [['=T[@Amount]']];
      const cell = sheet.getRange('C4').load('values');
      await context.sync();
      expect(cell.values).toEqual([[3]]);

      sheet.tables.getItem('T').resize('A1:A3');
      cell.load('values');
      await context.sync();

      expect(cell.values).toEqual([['#VALUE!']]);
    });
  });
});

describe('a workbook without formulas', () => {
  it('should not be copied into the engine', async () => {
    let inputs = 0;
    const host = await createHost({
      createCalculator: async (functions) => {
        const calculator = await createCalculator(functions);
        const set = calculator.set.bind(calculator);
        calculator.set = (cells) => {
          inputs += cells.length;
          set(cells);
        };
        return calculator;
      },
    });
    await runIn(await host.connect(), async (context, sheet) => {
      const range = sheet.getRange('A1:B2');
      range.values = [
        [1, 2],
        [3, 4],
      ];
      range.load('values');
      await context.sync();
      expect(inputs).toBe(0);

      sheet.getRange('C1').formulas = [['=SUM(A1:B2)']];
      const sum = sheet.getRange('C1').load('values');
      await context.sync();

      expect([inputs, sum.values]).toEqual([5, [[10]]]);
    });
  });
});
