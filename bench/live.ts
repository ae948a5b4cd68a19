import { importChangeset } from '../src/actions/import/importRecords';
import { install } from '../src/actions/install';
import { logRevisit } from '../src/actions/logRevisit';
import { buildReport } from '../src/actions/report';
import { createHost } from '../src/host';
import { randomIds } from '../src/shared/ids';
import { createLiveHome } from '../src/workbook';
import { benchRecords } from './records';
import { printTable, timed } from './table';

const today = 46_000;

/**
 * Install, import, report and one log entry in a live workbook, through office.js: syncs, bytes and milliseconds. Syncs
 * may grow with the number of chunks only, and logging a revisit must not depend on the rows at all.
 */
export async function live(sizes: readonly number[]): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  for (const size of sizes) {
    const host = await createHost({ createCalculator: null });
    const client = await host.connect();
    const home = createLiveHome(client.Excel as never, { supports: () => true, now: () => today });
    const measure = async <T>(step: string, work: () => Promise<T>) => {
      const before = { ...host.stats };
      const { ms, result } = await timed(work);
      rows.push({
        rows: size,
        step,
        syncs: host.stats.syncs - before.syncs,
        'request kB': (host.stats.requestBytes - before.requestBytes) / 1e3,
        'response kB': (host.stats.responseBytes - before.responseBytes) / 1e3,
        ms,
      });
      return result;
    };
    await measure('install', () => install(home, 'en'));
    const records = benchRecords(size, today);
    for (const table of ['team', 'customers', 'opportunities', 'followUps', 'orders']) {
      const appends = records[table]!.map((values) => ({ table, id: String(values.id), values }));
      await measure(`import ${appends.length} ${table}`, () => home.apply(importChangeset(appends), { bulk: true }));
    }
    const snapshot = await measure('read all', () => home.read());
    await measure('report', async () => buildReport(snapshot, today));
    const revisit = { customer: 'C1', channel: 'call', outcome: 'progress', heldAt: today, nextAt: today + 7 };
    await measure('log a revisit', () => logRevisit(home, revisit, randomIds()));
  }
  printTable('Live workbook on the host (calculation off)', rows);
}
