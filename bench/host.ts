import { importChangeset } from '../src/actions/import/importRecords';
import { install } from '../src/actions/install';
import { createHost, type HostClient } from '../src/host';
import { sampleRecords } from '../src/template/sample';
import { createLiveHome } from '../src/workbook';
import { buildBook } from '../src/xlsx/build';
import { writeBook } from '../src/xlsx/write';
import { benchRecords } from './records';
import { median, printTable, timed } from './table';

const today = 46_000;
const ROWS = 100_000;
const COLUMNS = 12;
/** Rows of one request: far under 5 MB, as a script would choose it. */
const BLOCK = 5_000;
const SYNCS = 1_000;
const ROUNDS = 7;

interface Measured {
  step: string;
  ms: number;
  goal: string;
}

/**
 * The host itself, through the real office.js client: bulk values beside what any JSON transport must do with them,
 * small syncs, one edit in the sample workbook up to its recalculated dashboard, and imports through the product.
 */
export async function host(sizes: readonly number[]): Promise<void> {
  const rows: Measured[] = [...(await bulk()), await smallSyncs(), await singleEdit()];
  for (const size of sizes.filter((size) => size >= 10_000)) rows.push(await orders(size, false));
  rows.push(await orders(10_000, true));
  printTable('The host', rows as unknown as Record<string, string | number>[]);
}

type Values = (string | number | boolean)[][];

/** Text, numbers, flags and blanks, as tables hold them. */
function valuesOf(rows: number): Values {
  const kinds = [(row: number) => `Text ${row}`, (row: number) => row / 4, (row: number) => row, () => true, () => ''];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: COLUMNS }, (_cell, column) => kinds[(row + column) % kinds.length]!(row)),
  );
}

/** An array copy, JSON and back: what the values cost on their way in one direction without any host. */
function transport(values: readonly unknown[][]): unknown {
  return JSON.parse(JSON.stringify(values.map((row) => row.slice())));
}

interface Round {
  readonly plain: number;
  readonly written: number;
  readonly read: number;
}

/** Medians of several rounds, each with a host of its own: processor time, for the ratio is what counts. */
async function bulk(): Promise<Measured[]> {
  const values = valuesOf(ROWS);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await bulkRound(values));
  const of = (measure: (round: Round) => number) => median(rounds.map(measure));
  const ratio = of(({ plain, written, read }) => (written + read) / plain);
  return [
    { step: `copy and JSON of ${ROWS} x ${COLUMNS} values, there and back`, ms: of(({ plain }) => plain), goal: '' },
    { step: 'write them', ms: of(({ written }) => written), goal: '' },
    { step: 'read them', ms: of(({ read }) => read), goal: '' },
    { step: 'both / copy and JSON (a ratio)', ms: ratio, goal: 'at most 2' },
  ];
}

async function bulkRound(values: Values): Promise<Round> {
  const client = await (await createHost()).connect();
  const plain = await timed(() => [transport(values), transport(values)]);
  const written = await timed(() => write(client, values));
  const read = await timed(() => readBack(client));
  if (JSON.stringify(read.result.at(-1)) !== JSON.stringify(values.at(-1))) throw new Error('The host lost values.');
  return { plain: plain.cpu, written: written.cpu, read: read.cpu };
}

const blocks = Array.from({ length: ROWS / BLOCK }, (_, index) => index * BLOCK);

function write({ Excel }: HostClient, values: Values): Promise<void> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (const from of blocks) {
      sheet.getRangeByIndexes(from, 0, BLOCK, COLUMNS).values = values.slice(from, from + BLOCK);
      await context.sync();
    }
  });
}

function readBack({ Excel }: HostClient): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const values: unknown[][] = [];
    for (const from of blocks) {
      const range = sheet.getRangeByIndexes(from, 0, BLOCK, COLUMNS).load('values');
      await context.sync();
      for (const row of range.values) values.push(row);
    }
    return values;
  });
}

async function smallSyncs(): Promise<Measured> {
  const { Excel } = await (await createHost()).connect();
  const { ms } = await timed(() =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
      for (let round = 0; round < SYNCS; round++) {
        cell.values = [[round]];
        cell.load('values');
        await context.sync();
      }
    }),
  );
  return { step: `${SYNCS} small syncs`, ms, goal: '' };
}

/** The sample workbook as a file, opened; then the amount of the latest order is changed and every sheet read. */
async function singleEdit(): Promise<Measured> {
  const records = sampleRecords('en', today);
  const opened = await createHost({ now: () => today });
  await opened.open(await writeBook(buildBook({ language: 'en', records, clock: today })));
  const client = await opened.connect();
  const before = await everything(client);
  const { ms, result } = await timed(() => editLatestOrder(client));
  const changed = result.filter((value, index) => value !== before[index]).length;
  if (changed < 2) throw new Error('The edit reached no other cell.');
  return { step: `one edit to its dependants (${changed} cells show something else)`, ms, goal: '300' };
}

function everything({ Excel }: HostClient): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const ranges = sheets.items.map((sheet) => sheet.getUsedRange().load('values'));
    await context.sync();
    return ranges.flatMap(({ values }) => values.flat());
  });
}

async function editLatestOrder(client: HostClient): Promise<unknown[]> {
  await client.Excel.run(async (context) => {
    const amounts = context.workbook.tables.getItem('Orders').columns.getItem('Amount').getDataBodyRange();
    amounts.getLastCell().values = [[1_000_000]];
    await context.sync();
  });
  return everything(client);
}

/** Through the product, in chunks; `calculated`: with the engine on, every chunk is followed by a recalculation. */
async function orders(size: number, calculated: boolean): Promise<Measured> {
  const target = await createHost({ now: () => today, ...(!calculated && { createCalculator: null }) });
  const client = await target.connect();
  const home = createLiveHome(client.Excel as never, { supports: () => true, now: () => today });
  await install(home, 'en');
  const records = benchRecords(size, today);
  const changes = (table: string) =>
    importChangeset(records[table]!.map((values) => ({ table, id: String(values.id), values })));
  await home.apply(changes('team'), { bulk: true });
  await home.apply(changes('customers'), { bulk: true });
  const { ms } = await timed(() => home.apply(changes('orders'), { bulk: true }));
  const step = `import ${size} orders, calculation ${calculated ? 'on' : 'off'}`;
  return { step, ms, goal: size === 100_000 && !calculated ? '40,000' : '' };
}
