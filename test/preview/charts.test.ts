import { axisTicks, figure } from '../../src/host/preview/charts/scale';
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
