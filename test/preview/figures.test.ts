import { buildWorkbook, workbookNames } from '../../src/cli/preview/workbooks';
import { createCalculator } from '../../src/host/calc';
import { Host } from '../../src/host/host';
import { readBook } from '../../src/xlsx/read';

/** Formula cells with the value the file came with (from the rules in code) and the one the preview calculates. */
async function figuresOf(name: string) {
  const bytes = await buildWorkbook(name);
  const host = new Host({ createCalculator });
  await host.open(bytes);
  host.workbook.calculateNow();
  return readBook(bytes).sheets.flatMap((sheet) => {
    const live = host.workbook.sheet(sheet.name);
    return [...sheet.cells].flatMap(([row, cells]) =>
      [...cells]
        .filter(([, cell]) => cell.formula !== undefined)
        .map(([column, cell]) => ({
          place: `${sheet.name} ${row} ${column}`,
          inFile: cell.value ?? '',
          inPreview: live.value(row, column) ?? '',
        })),
    );
  });
}

const differs = (a: unknown, b: unknown): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) > 1e-6 : JSON.stringify(a) !== JSON.stringify(b);

it.each(workbookNames.filter((name) => !/^(blank|messy)/.test(name)))(
  'should calculate the figures that the file came with when %s is opened',
  async (name) => {
    const figures = await figuresOf(name);
    expect(figures.length).toBeGreaterThan(200);
    expect(figures.filter(({ inFile, inPreview }) => differs(inFile, inPreview))).toEqual([]);
  },
  300_000,
);
