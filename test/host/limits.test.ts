import { bench, failureOf } from './session';

/** What writing one cell fails with, or what the cell shows. */
async function written(input: unknown, address = 'A1'): Promise<unknown> {
  const { run } = await bench();
  const writing = run(async (context, sheet) => {
    const range = sheet.getRange(address);
    range.values = input as unknown[][];
    range.load('values');
    await context.sync();
    return range.values.flat();
  });
  const { code } = await failureOf(writing);
  return code ?? (await writing);
}

describe('limits of Excel', () => {
  it.each([
    ['nothing for a whole property', null, 'InvalidArgument'],
    ['a formula over 8,192 characters', [[`=1${'+1'.repeat(4100)}`]], 'InvalidArgument'],
    ['a text over 255 in a formula', [[`="${'x'.repeat(256)}"`]], 'InvalidArgument'],
    ['an @ before what is no function', [['@joe']], 'InvalidArgument'],
    ['an @ before a function', [['@SUM(1,2)']], [3]],
    ['more than 15 digits', [['12345678901234567890']], [12345678901234500000]],
  ])('should answer %s as Excel does', async (_what, input, expected) => {
    expect(await written(input)).toEqual(expected);
  });

  it('should refuse to read more than 5 million cells', async () => {
    const { run } = await bench();
    const reading = run(async (context, sheet) => {
      sheet.getRange('A1:Z200000').load('values');
      await context.sync();
    });
    expect((await failureOf(reading)).code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('should show #SPILL! over merged cells until they are split', async () => {
    const { run } = await bench();
    await run(async (context, sheet) => {
      const shown = async () => {
        const range = sheet.getRange('A1:A3').load('values');
        await context.sync();
        return range.values.flat();
      };
      sheet.getRange('A1').formulas = [['=SEQUENCE(3)']];
      sheet.getRange('A2:B2').merge();
      expect(await shown()).toEqual(['#SPILL!', '', '']);
      sheet.getRange('A2:B2').unmerge();
      expect(await shown()).toEqual([1, 2, 3]);
    });
  });

  it('should resize past the corner, but not off the sheet', async () => {
    const { run } = await bench();
    await run(async (context, sheet) => {
      const left = sheet.getRange('D4').getResizedRange(0, -2).load('address');
      await context.sync();
      expect(left.address).toBe('Sheet1!B4:D4');
      sheet.getRange('A1').getResizedRange(-1, 0).load('address');
      expect((await failureOf(context.sync())).code).toBe('InvalidArgument');
    });
  });

  it('should wait in settle() for what a handler writes', async () => {
    const { host, run } = await bench();
    const heard: string[] = [];
    await run(async (context, sheet) => {
      sheet.onChanged.add(async ({ address }) => {
        heard.push(address);
        if (address === 'A1')
          await run(async (inner, same) => {
            same.getRange('B1').values = [['stamp']];
            await inner.sync();
          });
      });
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
    });
    await host.settle();
    expect(heard).toEqual(['A1', 'B1']);
  });

  it('should say that undo is off instead of doing nothing', async () => {
    const { host } = await bench();
    expect(() => host.undo()).toThrow('undo: true');
  });

  it('should list what a file leaves out', async () => {
    const { host, run } = await bench();
    await run(async (context, sheet) => {
      sheet.getRange('A1').dataValidation.prompt = { message: 'hi', title: 't', showPrompt: true };
      sheet.getRange('A2').format.borders.getItem('DiagonalDown').style = 'Continuous';
      sheet.getRange('A3').format.readingOrder = 'RightToLeft';
      sheet.charts.add('Line', sheet.getRange('A1:B3')).axes.valueAxis.title.text = 'Value';
      context.workbook.application.iterativeCalculation.enabled = true;
      await context.sync();
    });
    await host.save();
    expect(host.notKept.map(({ reason }) => reason)).toEqual([
      'iterative calculation: 1',
      'chart details (axes, labels, fonts ...): 1',
      'validations that only show a message: 1',
      'diagonal borders: 1',
      'reading orders: 1',
    ]);
  });
});
