import { createHost } from '../../src/host';
import { inSlices } from '../../src/host/preview/reading/slices';
import { runIn } from './session';

/** A column of numbers with a formula beside each, never calculated: calculation is manual. */
async function manualWorkbook(rows: number) {
  const host = await createHost();
  host.workbook.calculationMode = 'Manual';
  const client = await host.connect();
  await runIn(client, async (context, sheet) => {
    sheet.getRange(`A1:A${rows}`).values = Array.from({ length: rows }, (_, row) => [row]);
    sheet.getRange(`B1:B${rows}`).formulas = Array.from({ length: rows }, (_, row) => [`=A${row + 1}*2`]);
    await context.sync();
  });
  return { host, sheet: host.workbook.sheets[0]!, client };
}

describe('a workbook that is calculated on request', () => {
  it('should answer from what its cells show when something else is asked for', async () => {
    const { host, sheet } = await manualWorkbook(3);

    expect(host.workbook.evaluate('SUM(Sheet1!A:A)')).toBe(3);
    expect(host.workbook.evaluate('NOWHERE()')).toEqual({ error: '#NAME?' });

    expect(sheet.value(2, 1)).toBeNull();
  });

  it('should have every figure when it is calculated in slices', async () => {
    const { host, sheet } = await manualWorkbook(1000);
    const shares: number[] = [];

    await inSlices(host.workbook.calculateSteps(), new AbortController().signal, (share) => shares.push(share));

    expect(sheet.value(999, 1)).toBe(1998);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('should finish with the next calculation what was given up', async () => {
    const { host, sheet } = await manualWorkbook(1000);
    const steps = host.workbook.calculateSteps();
    steps.next();
    steps.next();
    steps.return(undefined);

    host.workbook.calculateNow();

    expect([0, 500, 999].map((row) => sheet.value(row, 1))).toEqual([0, 1000, 1998]);
  });
});

it('should stop work in slices when it is cancelled, and tell the work', async () => {
  const controller = new AbortController();
  let told = false;
  function* endless(): Generator<number, never> {
    try {
      for (;;) yield 0.5;
    } finally {
      told = true;
    }
  }

  const work = inSlices(endless(), controller.signal, () => controller.abort());

  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect(told).toBe(true);
});
