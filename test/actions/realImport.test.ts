import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { prepareImport, runImport } from '../../src/actions/importFile';
import { buildReport } from '../../src/actions/report';
import { toSerial } from '../../src/shared/dates';
import { sequenceIds } from '../../src/shared/ids';
import { installed } from '../workbook/support';

const folder = resolve(process.env['CRM_TEST_DATA'] ?? resolve(__dirname, '../../../shared/data'), 'crm');
const present = existsSync(folder);
if (!present) process.stderr.write(`real CRM export: skipped, no ${folder}\n`);

/** The export's four stages; cells are named by the column that they go to. */
const map = {
  opportunities: {
    values: {
      stage: {
        Prospecting: 'found',
        Engaging: 'needsDefined',
        Won: { stage: 'committed', outcome: 'won' },
        Lost: { stage: 'proposal', outcome: 'lost' },
      },
    },
  },
};

(present ? describe : describe.skip)('a real CRM export in the live workbook', () => {
  it('should give the same figures as the command line', async () => {
    const { home } = await installed('en', { createCalculator: null });
    const ids = sequenceIds();
    const files = { customers: 'accounts', products: 'products', team: 'sales_teams', opportunities: 'sales_pipeline' };
    for (const [table, name] of Object.entries(files)) {
      const file = { fileName: `${name}.csv`, bytes: Uint8Array.from(readFileSync(resolve(folder, `${name}.csv`))) };
      await runImport(home, await prepareImport(await home.read(), table, file, { ids, map: table in map ? map : {} }));
    }

    const report = buildReport(await home.read(), toSerial('2017-12-31'));

    expect(report.funnel.won).toEqual({ count: 4238, amount: 10_005_534 });
    expect(report.funnel.lost.count).toBe(2473);
    expect(report.funnel.winRate).toBeCloseTo(0.6315, 4);
    expect(report.funnel.stages.reduce((sum, stage) => sum + stage.withoutAmount, 0)).toBe(2089);
    expect(report.revisits.overdue).toHaveLength(85);
    expect(report.problemCounts).toEqual({ missingRequired: 1425, unknownReference: 1480 });
  });
});
