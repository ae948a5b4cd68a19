import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnDef, tableDef } from '../../src/template/load';
import { computeAll } from '../../src/template/compute';
import type { SeedRow } from '../../src/template/seed';
import { buildBook } from '../../src/xlsx/build';
import { readBook } from '../../src/xlsx/read';
import { readSnapshot } from '../../src/xlsx/readTables';
import { writeBook } from '../../src/xlsx/write';
import { describeWithLibreOffice, recalculate } from '../support/libreoffice';
import { randomRecords } from '../support/randomWorkbook';
import { today } from './dirtyWorkbook';
import { judgeSheets, objections } from './judge';

const folder = mkdtempSync(join(tmpdir(), 'crm-conditions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Other columns than a new workbook's, in another order and number: computed, typed, a figure, blank. */
const cadenceRules: SeedRow[] = [
  { rule: 'tier', name: 'A', column: 'tier', equals: 'A', every: 10, unit: 'days' },
  { rule: 'region', name: 'B', column: 'region', equals: 'T3', every: 2, unit: 'weeks' },
  { rule: 'lifecycle', name: 'C', column: 'lifecycle', equals: '休眠客户', every: 1, unit: 'months' },
  { rule: 'founded', name: 'D', column: 'yearFounded', equals: '7', every: 4, unit: 'days' },
  { rule: 'nowhere', name: 'E', column: 'address', equals: null, every: 3, unit: 'months' },
];

describeWithLibreOffice('cadence rules of the manager (C-35), judged by LibreOffice', () => {
  it('should be what the formula of a new file tests', async () => {
    const { customers = [], followUps = [] } = randomRecords(7, 120, today, 'zh-CN');
    const founded = customers.map((row, at) => ({
      ...row,
      yearFounded: at % 5 ? at % 9 : null,
      region: `t${at % 11}`,
    }));
    const records = { customers: founded, followUps, cadenceRules };
    const book = buildBook({ language: 'zh-CN', records, settings: { asOf: today }, clock: today });
    const [path, bytes] = [join(folder, 'conditions.xlsx'), await writeBook(book)];
    writeFileSync(path, bytes);
    const computed = computeAll(readSnapshot(readBook(bytes)), today);
    const table = tableDef('customers');
    const columns = (['cadenceRuleNo', 'cadenceRule', 'nextDue'] as const).map(
      (id) => [table, columnDef(table, id)] as const,
    );

    const verdicts = judgeSheets(await recalculate(path), computed, 'zh-CN', columns);

    expect(verdicts.flatMap(({ differences }) => differences)).toEqual([]);
    expect([...verdicts[0]!.values].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(objections(verdicts)).toEqual([]);
  }, 300_000);
});
