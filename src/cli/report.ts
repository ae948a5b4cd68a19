import { basename } from 'node:path';
import { buildReport } from '../actions/report';
import { todaySerial } from '../shared/dates';
import { spelling } from '../shared/spelling';
import { environmentOf } from '../template/environment';
import { readBook } from '../xlsx/read';
import { readSnapshot } from '../xlsx/readTables';
import { readInput } from './files';
import { about } from './imports';
import { Progress } from './progress';
import { reportJson } from './reportJson';
import { reportText } from './reportText';
import { readToday } from './usage';

export interface ReportOptions {
  readonly today?: string;
  readonly json?: boolean;
  readonly rows?: boolean;
}

/** From this many bytes on reading takes long enough to be announced. */
const largeFile = 1_000_000;

/** `crm report`: the figures of a workbook, recomputed from its tables. */
export async function printReport(file: string, options: ReportOptions): Promise<void> {
  const asOf = readToday(options.today);
  const bytes = await readInput(file);
  const progress = new Progress();
  const announce = (text: string) => void (bytes.length >= largeFile && progress.step(text));
  announce(`Reading ${basename(file)} ...`);
  const snapshot = await about(file, () => readSnapshot(readBook(bytes)));
  announce('Computing ...');
  const clock = todaySerial(new Date());
  const report = buildReport(snapshot, clock, { asOf, rows: options.rows, quality: { spelling } });
  progress.done();
  const isJson = options.json || options.rows;
  console.log(
    isJson ? JSON.stringify(reportJson(report), null, 2) : reportText(report, environmentOf(snapshot, clock)),
  );
}
