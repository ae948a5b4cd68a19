import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { prepareImport, runImport } from '../../src/actions/importFile';
import { buildReport } from '../../src/actions/report';
import { toSerial } from '../../src/shared/dates';
import { sequenceIds } from '../../src/shared/ids';
import { exportFiles, exportMap, realExport } from '../support/realExport';
import { installed } from '../workbook/support';

(realExport ? describe : describe.skip)('a real CRM export in the live workbook', () => {
  it('should give the same figures as the command line', async () => {
    const { home } = await installed('en', { createCalculator: null });
    const ids = sequenceIds();
    for (const [table, fileName] of Object.entries(exportFiles)) {
      const file = { fileName, bytes: Uint8Array.from(readFileSync(resolve(realExport!, fileName))) };
      await runImport(home, await prepareImport(await home.read(), table, file, { ids, map: exportMap }));
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
