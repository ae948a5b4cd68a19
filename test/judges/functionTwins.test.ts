import { functionTwins } from '../../src/template/functionTwins';
import { columnDef, tableDef } from '../../src/template/load';
import { fakeCells } from '../support/fakeCells';
import { dirtyWorkbook, rowsOfEach, workbooks, type DirtyWorkbook } from './dirtyWorkbook';
import { judgeSheets, objections, together, type Verdict } from './judge';
import { calculated } from './twinSheets';

const columnsOf = (formulas: Readonly<Record<string, string>>) =>
  Object.keys(formulas).map((place) => {
    const [table, column] = place.split('.') as [string, string];
    return [tableDef(table), columnDef(tableDef(table), column)] as const;
  });

async function judged(workbook: DirtyWorkbook, formulas: Readonly<Record<string, string>>): Promise<Verdict[]> {
  const { book, computed, language } = workbook;
  return judgeSheets(await calculated(book, computed, formulas, language), computed, language, columnsOf(formulas));
}

describe('=CRM.* twins of native columns judged by the rules', () => {
  let dirty: DirtyWorkbook[];
  beforeAll(async () => {
    fakeCells();
    dirty = [];
    for (const [language, seed] of workbooks) dirty.push(await dirtyWorkbook(language, seed, rowsOfEach));
  }, 1_800_000);

  it(`should equal the rules in every cell of ${rowsOfEach} dirty rows (seed ${workbooks[0]![1]})`, async () => {
    const verdicts: Verdict[][] = [];
    for (const workbook of dirty) verdicts.push(await judged(workbook, functionTwins));

    const all = together(verdicts);

    expect(objections(all)).toEqual([]);
    expect(Math.min(...all.map(({ compared }) => compared))).toBeGreaterThanOrEqual(rowsOfEach - 100);
  }, 1_800_000);

  it('should be found wrong where they are', async () => {
    const planted = {
      'customers.daysOverdue': functionTwins['customers.daysOverdue']!.replace('crm_today', '(crm_today+1)'),
      'customers.tierComputed': functionTwins['customers.tierComputed']!.replace(
        'CRM.TIER({value}',
        'CRM.TIER({value}+1',
      ),
      'campaigns.roi': 'CRM.ROI({won},{budget})',
    };

    const verdicts = await judged(dirty[0]!, { ...functionTwins, ...planted });

    const wrong = verdicts.filter(({ differences }) => differences.length).map(({ place }) => place);
    expect(wrong).toEqual(expect.arrayContaining(Object.keys(planted)));
  }, 1_800_000);
});
