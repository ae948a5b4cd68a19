import { basename } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { buildReport, type Report } from '../actions/report';
import { todaySerial } from '../shared/dates';
import { readBook } from '../xlsx/read';
import { readSnapshot } from '../xlsx/readTables';
import { readInput } from './files';
import { about } from './imports';
import { Progress } from './progress';
import { reportJson } from './reportJson';
import { readToday } from './usage';

export interface ReportOptions {
  readonly today?: string;
  readonly json?: boolean;
  readonly rows?: boolean;
}

/** From this many bytes on reading takes long enough to be announced. */
const largeFile = 1_000_000;

/** How a Chinese name sounds, without tones: traditional and simplified characters sound the same. */
const sound = (name: string): string => pinyin(name, { toneType: 'none', type: 'array' }).join('');

/** `crm report`: the figures of a workbook, recomputed from its tables. */
export async function printReport(file: string, options: ReportOptions): Promise<void> {
  const asOf = readToday(options.today);
  const bytes = await readInput(file);
  const progress = new Progress();
  const announce = (text: string) => void (bytes.length >= largeFile && progress.step(text));
  announce(`Reading ${basename(file)} ...`);
  const snapshot = await about(file, () => readSnapshot(readBook(bytes)));
  announce('Computing ...');
  const report = buildReport(snapshot, todaySerial(new Date()), { asOf, rows: options.rows, quality: { sound } });
  progress.done();
  console.log(options.json || options.rows ? JSON.stringify(reportJson(report), null, 2) : readable(report));
}

function readable(report: Report): string {
  const { customers, revisits, funnel, tickets } = report;
  return [
    `As of ${report.asOf}`,
    '',
    `Customers  ${customers.count}   ${Object.entries(customers.byTier)
      .map(([tier, count]) => `${tier}: ${count}`)
      .join('   ')}`,
    `Revisits   ${revisits.overdue.length} overdue, ${revisits.neverContacted} never contacted`,
    ...revisits.overdue.slice(0, 10).map(overdueLine),
    ...(revisits.overdue.length > 10
      ? [`           ... and ${revisits.overdue.length - 10} more (--json lists all)`]
      : []),
    '',
    'Funnel               deals        amount      weighted   no amount',
    ...funnel.stages.map((stage) =>
      [
        stage.stage.padEnd(18),
        pad(stage.count, 8),
        pad(stage.amount, 14),
        pad(stage.weighted, 14),
        pad(stage.withoutAmount, 12),
      ].join(''),
    ),
    `Won ${funnel.won.count} (${number(funnel.won.amount)}), lost ${funnel.lost.count}, win rate ${percent(funnel.winRate)}`,
    `Bookings ${number(funnel.bookings)}   delivered ${number(funnel.deliveries)}   cash ${number(funnel.cash)}`,
    '',
    `Tickets    ${tickets.open} open, ${tickets.breached} past their service level`,
    ...report.campaigns.map(
      (line) =>
        `Campaign   ${line.campaign}: cost ${number(line.actualCost)}, won ${number(line.won)}, ROI ${percent(line.roi)}`,
    ),
    '',
    `Problems   ${report.problems.length}  ${Object.entries(report.problemCounts)
      .map(([code, count]) => `${code}: ${count}`)
      .join('  ')}`,
  ].join('\n');
}

const overdueLine = (line: Report['revisits']['overdue'][number]) =>
  `  ${String(line.daysOverdue).padStart(5)} days  ${line.customer}  (due ${line.dueAt}, rule ${line.rule}; ${line.owner ?? 'no owner'} / ${line.supervisor ?? 'no supervisor'})`;

const number = (value: number | null) => (value === null ? 'n/a' : value.toLocaleString('en-US'));
const percent = (value: number | null) => (value === null ? 'n/a' : `${(value * 100).toFixed(1)} %`);
const pad = (value: number, width: number) => number(value).padStart(width);
