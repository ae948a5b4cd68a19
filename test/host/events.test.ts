import { bench, dealsTable, runIn } from './session';

interface Seen {
  who: string;
  address: string;
  source: string;
  trigger?: string;
}

async function listening() {
  const { host, client, run } = await bench();
  const other = await host.connect();
  const seen: Seen[] = [];
  for (const [who, each] of [
    ['mine', client],
    ['theirs', other],
  ] as const) {
    await runIn(each, async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address, source, triggerSource }) => {
        seen.push({ who, address, source, trigger: triggerSource });
      });
      await context.sync();
    });
  }
  return { host, client, run, seen };
}

describe('events', () => {
  it('should tell every client of a write, with its origin', async () => {
    const { host, run, seen } = await listening();

    await run(async (context, sheet) => {
      sheet.getRange('A1:B1').values = [[1, 2]];
      await context.sync();
    });
    await host.settle();

    expect(seen).toEqual([
      { who: 'mine', address: 'A1:B1', source: 'Local', trigger: 'ThisLocalAddin' },
      { who: 'theirs', address: 'A1:B1', source: 'Remote', trigger: 'Unknown' },
    ]);
  });

  it("should mark what a person types as local but not as the add-in's", async () => {
    const { host, seen } = await listening();

    host.userEdit('Sheet1', 'C3', '7');
    await host.settle();

    expect(seen[0]).toEqual({ who: 'mine', address: 'C3', source: 'Local', trigger: 'Unknown' });
  });

  it('should refuse typed text that a validation stops, and let an add-in write it', async () => {
    const { host, run } = await bench();
    await run(async (context, sheet) => {
      sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'won,lost' } };
      await context.sync();
    });

    const accepted = [host.userEdit('Sheet1', 'A1', 'maybe'), host.userEdit('Sheet1', 'A1', 'won')];
    const valid = await run(async (context, sheet) => {
      sheet.getRange('A1').values = [['maybe']];
      const validation = sheet.getRange('A1').dataValidation.load('valid');
      await context.sync();
      return validation.valid;
    });

    expect(accepted).toEqual([false, true]);
    expect(valid).toBe(false);
  });

  it('should raise table, sheet and calculation events', async () => {
    const { host, run } = await bench();
    const raised: string[] = [];
    await run(async (context, sheet) => {
      const table = await dealsTable(sheet);
      table.onChanged.add(
        async ({ changeType, details }) => void raised.push(`table ${changeType} ${String(details?.valueAfter)}`),
      );
      sheet.onCalculated.add(async () => void raised.push('calculated'));
      context.workbook.worksheets.onAdded.add(async () => void raised.push('added'));
      await context.sync();
    });
    await host.settle();
    raised.length = 0;

    host.userEdit('Sheet1', 'B2', '10');
    await run(async (context) => {
      context.workbook.worksheets.add('Two');
      await context.sync();
    });
    await host.settle();

    expect(raised).toEqual(expect.arrayContaining(['table RangeEdited 10', 'calculated', 'added']));
  });

  it('should stay silent to a client that switched events off', async () => {
    const { host, run, seen } = await listening();

    await run(async (context, sheet) => {
      context.runtime.enableEvents = false;
      sheet.getRange('A1').values = [[1]];
      await context.sync();
    });
    await host.settle();

    expect(seen.map(({ who }) => who)).toEqual(['theirs']);
  });

  it('should stay silent about what happened while events were off, even when they are on again', async () => {
    const { host, run, seen } = await listening();

    await run(async (context, sheet) => {
      context.runtime.enableEvents = false;
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      await context.sync();
    });
    await host.settle();

    expect(seen.map(({ who }) => who)).toEqual(['theirs']);
  });

  it('should tell the value that a written formula came to', async () => {
    const { host, run } = await bench();
    const values: unknown[] = [];
    await run(async (context, sheet) => {
      sheet.onChanged.add(async ({ details }) => void values.push(details.valueBefore, details.valueAfter));
      await context.sync();
      sheet.getRange('A1').formulas = [['=2*3']];
      await context.sync();
    });
    await host.settle();

    expect(values).toEqual(['', 6]);
  });
});
