import type { Value } from '../src/crm/snapshot';
import { Analysis, type RowChange } from '../src/template/analysis';
import { computeAll } from '../src/template/compute';
import { fillWorkbook } from '../src/template/records';
import { rulesRecords } from './rulesRecords';
import { median, printTable, timed } from './table';

const today = 46_000;

/** Batches of each kind and their edits; the first batches only warm up. */
const batches = 30;
const warmUp = 10;
const edits = 20;

type Edit = (cell: (column: string) => Value, edit: number, customers: number) => RowChange['values'];

/** What people change all day, one record each; every edit says something that the row did not say before. */
const kinds: readonly (readonly [name: string, table: string, edit: Edit])[] = [
  ['order amount', 'orders', (_, edit) => ({ amount: 1_000 + edit / 100 })],
  ['order moved', 'orders', (_, edit, customers) => ({ customer: `C${(edit * 31) % customers}` })],
  ['order archived', 'orders', (cell) => ({ archived: cell('archived') !== true })],
  ['follow-up held', 'followUps', (cell) => ({ heldAt: cell('heldAt') === today ? today - 1 : today })],
  ['deal stage', 'opportunities', (cell) => ({ stage: cell('stage') === 'committed' ? 'proposal' : 'committed' })],
  ['ticket closed', 'tickets', (cell) => ({ status: cell('status') === 'closed' ? 'submitted' : 'closed' })],
  ['customer owner', 'customers', (cell) => ({ owner: cell('owner') === 'U1' ? 'U2' : 'U1' })],
];

/**
 * Edits fall all over the table, and in a big workbook on as many different records as in the smallest one: a customer who
 * was visited today already has less to bring up to date.
 */
const rowOf = (edit: number, rows: number, distinct: number) =>
  Math.floor((((edit * 7_919 + 13) % distinct) * rows) / distinct);

/** @param smallest the analysis of the smallest workbook */
type Work = (analysis: Analysis, edit: number, smallest: Analysis) => void;

const editing =
  (table: string, values: Edit): Work =>
  (analysis, edit, smallest) => {
    const row = rowOf(edit, analysis.rows(table), smallest.rows(table));
    const cell = (column: string) => analysis.cell(table, column, row);
    analysis.follow({ table, row, values: values(cell, edit, analysis.rows('customers')) });
  };

/** A new follow-up, as logging a revisit makes one. */
const logging: Work = (analysis, edit, smallest) => {
  const customer = `C${rowOf(edit, analysis.rows('customers'), smallest.rows('customers'))}`;
  const values = { id: `N${edit}`, customer, channel: 'call', heldAt: today, outcome: 'progress', nextAt: today + 9 };
  analysis.follow({ table: 'followUps', row: analysis.rows('followUps'), values });
};

/** Milliseconds of processor time for one edit in each of the workbooks, which take turns: medians. */
async function costsOf(analyses: readonly Analysis[], work: Work): Promise<number[]> {
  const costs = analyses.map((): number[] => []);
  for (let batch = 0; batch < batches; batch += 1) {
    for (const [index, analysis] of analyses.entries()) {
      const { cpu } = await timed(() => {
        for (let edit = batch * edits; edit < (batch + 1) * edits; edit += 1) work(analysis, edit, analyses[0]!);
      });
      if (batch >= warmUp) costs[index]!.push(cpu / edits);
    }
  }
  return costs.map(median);
}

/** A workbook of `orders` orders and its analysis with every column known, as after the first look at everything. */
async function analysed(orders: number) {
  const records = rulesRecords(orders, today);
  const snapshot = fillWorkbook({ language: 'en', clock: today, records }).computed;
  const { cpu } = await timed(() => computeAll(snapshot, today));
  const analysis = new Analysis(snapshot, today);
  for (const { columns } of Object.values(analysis.snapshot.tables)) Object.values(columns);
  analysis.prepare();
  return { analysis, everything: cpu };
}

/**
 * One edited record of a workbook that is analysed already, cut points frozen, reading excluded: the cost must not grow
 * with the workbook (100k : 1k at most 2). The whole analysis stands beside it.
 */
export async function incremental(sizes: readonly number[]): Promise<void> {
  const workbooks: Awaited<ReturnType<typeof analysed>>[] = [];
  for (const size of sizes) workbooks.push(await analysed(size));
  const analyses = workbooks.map(({ analysis }) => analysis);
  const rows: Record<string, string | number>[] = [];
  const note = (name: string, costs: readonly number[]) =>
    rows.push({
      'cpu ms': name,
      ...Object.fromEntries(costs.map((cost, index) => [`${sizes[index]} orders`, cost])),
      'last : first': costs.at(-1)! / costs[0]!,
    });
  for (const [name, table, values] of kinds) note(name, await costsOf(analyses, editing(table, values)));
  note('revisit logged', await costsOf(analyses, logging));
  note(
    'everything anew',
    workbooks.map(({ everything }) => everything),
  );
  printTable('One record edited and its figures brought up to date (cut points frozen)', rows);
}
