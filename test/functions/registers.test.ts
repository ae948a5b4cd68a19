import { milestone, rfm, winBack } from '../../src/functions/functions';
import { toSerial } from '../../src/shared/dates';
import { fakeCells, thrownBy } from '../support/fakeCells';

beforeAll(() => fakeCells());

const column = (...cells: unknown[]) => cells.map((cell) => [cell]);

describe('WINBACK (C-32)', () => {
  const today = toSerial('2026-03-31');
  const [who, when] = [
    column('Ann', 'ann', 'Ben', 'Cy', '', 'Cy'),
    column(today - 400, today - 100, today - 300, today - 30, today - 300, today + 10),
  ];

  it('should count who was lost and who bought again after that', () => {
    expect(winBack(who, when, today)).toEqual([[2, 1, 0.5]]);
  });

  it('should say nothing of a share when nobody was ever lost, and judge by fixed days when told', () => {
    expect(winBack(column('Cy'), column(today - 30), today)).toEqual([[0, 0, '']]);
    expect(winBack(column('Cy'), column(today - 30), today, 20)).toEqual([[1, 0, 0]]);
    expect(thrownBy(() => winBack(column('Cy'), column('soon'), today))).toMatchObject({ code: '#VALUE!' });
  });
});

describe('MILESTONE (C-40)', () => {
  const due = toSerial('2026-05-01');
  it.each([
    ['31 days before', 31, 'Later'],
    ['30 days before', 30, 'Within 30 days'],
    ['15 days before', 15, 'Within 15 days'],
    ['on the day', 0, 'Within 15 days'],
    ['the day after', -1, 'Overdue'],
  ])('should be, %s, %i: %s', (_, left, expected) => {
    expect(milestone(due, due - left)).toBe(expected);
  });

  it('should know what is done and what has no date, in the language of the cell', () => {
    expect([
      milestone(due, due, due),
      milestone('', due),
      milestone(due, ''),
      milestone(due, due, '', 'zh-CN'),
    ]).toEqual([...['Done', 'No date', '', '15 天内']]);
  });
});

describe('RFM with a broken number of bins', () => {
  it('should round it before anything is scored', () => {
    const rows = (bins: number) =>
      rfm(column('a', 'b', 'c'), column('a', 'b', 'c'), column(50_000, 50_100, 50_200), column(1, 2, 3), 50_200, bins);
    expect(rows(3.6)).toEqual(rows(4));
  });
});
