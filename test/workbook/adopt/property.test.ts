import { adopt, planAdopt } from '../../../src/actions/adopt';
import { proposeAdoption } from '../../../src/actions/adopt/propose';
import { planInstall } from '../../../src/actions/install';
import { sequenceIds } from '../../../src/shared/ids';
import type { Language } from '../../../src/template/types';
import { openWorkbook, run, today, type LiveFixture } from '../support';

type Cell = string | number;

/** Small seeded source of numbers from 0 to below `limit`. */
function dice(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 1) >>> 0;
    return state % limit;
  };
}

/** Headings that people use, with values that fit them. */
const kept: Readonly<Record<Language, readonly (readonly [string, (row: number) => Cell])[]>> = {
  en: [
    ['Company', (row) => `Firm ${row}`],
    ['Tel', (row) => `'+47 22 33 44 ${10 + row}`],
    ['Since', (row) => today - row * 10],
    ['Turnover', (row) => row * 1000],
    ['My colour', (row) => (row % 2 ? 'red' : '')],
  ],
  'zh-CN': [
    ['公司名称', (row) => `公司${row}`],
    ['手机', (row) => `1380000${1000 + row}`],
    ['建档日期', (row) => today - row * 10],
    ['年收入', (row) => row * 1000],
    ['我的备忘', (row) => (row % 2 ? '红' : '')],
  ],
};

/** A list in an order of its own, somewhere on a sheet, with titles, blank rows and a total by chance. */
function randomList(seed: number, language: Language) {
  const roll = dice(seed);
  const columns = [...kept[language]].sort(() => roll(3) - 1);
  const blank = columns.map(() => '');
  const titles = Array.from({ length: roll(3) }, (_, row) => [
    `${language === 'en' ? 'Title' : '标题'} ${row}`,
    ...blank.slice(1),
  ]);
  const records = Array.from({ length: 3 + roll(5) }, (_, row) => columns.map(([, value]) => value(row + 1)));
  const spaced = records.flatMap((record) => (roll(4) === 0 ? [record, blank] : [record]));
  const total = roll(2) ? [[language === 'en' ? 'Total' : '合计', ...blank.slice(1)]] : [];
  const rows = [...titles, columns.map(([header]) => header), ...spaced, ...total];
  return { rows, top: roll(4), left: roll(4), records: records.length };
}

async function sheetWith(seed: number, language: Language) {
  const fixture = await openWorkbook();
  const list = randomList(seed, language);
  await run(fixture, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRangeByIndexes(list.top, list.left, list.rows.length, list.rows[0]!.length);
    range.values = list.rows;
    range.getLastRow().getCell(0, 0).getOffsetRange(-1, 0).select();
    await context.sync();
  });
  return { fixture, list };
}

const cellsOf = (fixture: LiveFixture, { rows, top, left }: ReturnType<typeof randomList>): Promise<unknown> =>
  run(fixture, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const range = sheet.getRangeByIndexes(0, 0, top + rows.length + 3, left + rows[0]!.length);
    range.load('formulas,numberFormat');
    await context.sync();
    return [range.formulas, range.numberFormat];
  });

describe('adopting lists of any shape', () => {
  it.each([1, 2, 3, 4].map((seed) => [seed, seed % 2 ? 'en' : 'zh-CN'] as const))(
    'should find all records, change no cell and leave nothing to do (seed %i, %s)',
    async (seed, language) => {
      const { fixture, list } = await sheetWith(seed, language);
      const before = await cellsOf(fixture, list);
      const proposal = proposeAdoption(await fixture.home.lookAtSelection(), language);
      const plan = await planAdopt(fixture.home, language, [proposal.adoption]);

      const report = await adopt(fixture.home, plan, [proposal.adoption], { ids: sequenceIds() });

      expect(proposal.columns.filter(({ column }) => column === null)).toHaveLength(1);
      expect(report).toEqual({ skipped: [], records: list.records, idsFilled: list.records });
      expect(await cellsOf(fixture, list)).toEqual(before);
      expect((await planInstall(fixture.home, language)).steps).toEqual([]);
    },
  );
});
