import { createHost } from '../../src/host';
import { panesOf, reaches } from '../../src/host/preview/charts/panes';
import { axisTicks, figure } from '../../src/host/preview/charts/scale';
import { frozenSize } from '../../src/host/preview/grid/frame';
import { clipboardCells } from '../../src/host/preview/grid/hands';

it.each([
  [0, [0, 1]],
  [11, [0, 5, 10, 15]],
  [0.7, [0, 0.2, 0.4, 0.6, 0.8]],
  [960_800, [0, 200_000, 400_000, 600_000, 800_000, 1_000_000]],
])('should give round axis steps when the highest value is %p', (highest, ticks) => {
  expect(axisTicks(highest)).toEqual(ticks);
});

it('should shorten figures when they are long', () => {
  expect([figure(11), figure(95_777.5), figure(1_313_300)]).toEqual(['11', '95,777.5', '1.3M']);
});

it('should read a clipboard as cells when it comes from Excel', () => {
  expect(clipboardCells('a\tb\r\n\t2\r\n')).toEqual([
    ['a', 'b'],
    ['', '2'],
  ]);
});

it('should keep scrolled charts off the frozen rows and columns', async () => {
  const { workbook } = await createHost();
  const sheet = workbook.activeSheet;
  sheet.freeze = { row: 0, column: 0, rows: 1, columns: 2 };
  sheet.columnWidths.set(0, 75);
  sheet.columnWidths.set(1, 45);
  const chart = { left: 100, top: 40, width: 200, height: 100 };

  const frozen = frozenSize(workbook, sheet, () => 0);
  const panes = panesOf(sheet, { left: 60, top: 0 }, frozen);

  expect(frozen).toEqual({ left: 160, top: 20 });
  expect(panes.map(({ across, down }) => [across.start, across.shows, down.start, down.shows])).toEqual([
    [0, 0, 0, 0],
    [160, 220, 0, 0],
    [0, 0, 20, 20],
    [160, 220, 20, 20],
  ]);
  expect(panes.map((pane) => reaches(pane, chart))).toEqual([false, false, true, true]);
});

it('should leave charts on a sheet without frozen cells in one piece', async () => {
  const { workbook } = await createHost();
  const panes = panesOf(workbook.activeSheet, { left: 5, top: 7 }, { left: 0, top: 0 });
  expect(panes).toMatchObject([{ across: { start: 0, shows: 5 }, down: { start: 0, shows: 7 } }]);
});
