import path from 'node:path';
import { factsOf } from '../src/actions/report/facts';
import { today as todayItems } from '../src/actions/report/today';
import { todayNeeds } from '../src/actions/report/todayNeeds';
import { todaySerial } from '../src/shared/dates';
import { decodeWorkbook, type RawTable } from '../src/template/decode';
import { isNeeded } from '../src/template/needs';
import { Profile, slowness, type Contestant, type Loaded } from './pane/browse';
import { buildSite, gzipKilobytes } from './pane/build';
import { serve } from './pane/serve';
import { drawToday } from './pane/todayDrawn';
import { rawTables, rulesRecords } from './rulesRecords';
import { median, printTable, timed } from './table';

const rounds = 5;

const contestants: readonly Contestant[] = [
  { name: 'plain template', url: 'plain/taskpane.html', wanted: ['button', 'button'] },
  { name: 'Today', url: 'pane/taskpane.html', wanted: ['#root nav button', '#root main li'] },
];

/** The pane against a plain task pane of the same libraries: bytes, first function, interactive; and 10 times the rows. */
export async function pane(): Promise<void> {
  await growth();
  await races(await buildSite());
}

/** The first opening on a machine, and the one of every morning after: each contestant in the same manner. */
export async function races(folder: string): Promise<void> {
  const site = await serve(folder);
  try {
    print(`First opening on a machine`, folder, await interleaved((contestant) => firstOpenings(site.url, contestant)));
    print(`Every morning`, folder, await interleaved((contestant) => morningOpenings(site.url, contestant)));
  } finally {
    site.close();
  }
}

/** Opens a contestant, time after time; the first of them asks the workbook, and its answers serve the others. */
type Openings = AsyncGenerator<Loaded, never>;

async function* firstOpenings(site: string, contestant: Contestant): Openings {
  let known: Loaded['answers'] | null = null;
  for (;;) {
    const profile = new Profile();
    try {
      const opening: Loaded = await profile.open(site, contestant, known);
      known ??= opening.answers;
      yield opening;
    } finally {
      profile.remove();
    }
  }
}

/** From the third opening on browsers have the scripts compiled. */
const before = 2;

async function* morningOpenings(site: string, contestant: Contestant): Openings {
  const profile = new Profile();
  try {
    for (let opening = 0; opening < before; opening += 1) await profile.open(site, contestant, null);
    const asked = await profile.open(site, contestant, null);
    for (let opening = asked; ; opening = await profile.open(site, contestant, asked.answers)) yield opening;
  } finally {
    profile.remove();
  }
}

/** Everybody in turn, so that a busy moment of the machine hits all alike. The first round only warms up. */
async function interleaved(open: (contestant: Contestant) => Openings): Promise<Loaded[][]> {
  const all = contestants.map(open);
  const openings = contestants.map((): Loaded[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, generator] of all.entries()) openings[index]!.push((await generator.next()).value);
  for (const generator of all) await generator.return(undefined as never);
  return openings;
}

function print(title: string, folder: string, openings: readonly Loaded[][]): void {
  const plainMs = median(openings[0]!.slice(1).map(({ usable: [first] }) => first!));
  const rows = contestants.map(({ name, url }, index) => {
    const [asked, ...own] = openings[index]!;
    const middle = (of: (opening: Loaded) => number) => median(own.map(of));
    const functions = own[0]!.functions === null ? '' : middle((opening) => opening.functions!);
    const [pane, list] = [0, 1].map((index) => middle(({ usable }) => usable[index]!)) as [number, number];
    return {
      pane: name,
      'script kB until then': gzipKilobytes(path.join(folder, path.dirname(url)), own[0]!.scripts),
      'first function ms': functions,
      'pane usable ms': pane,
      'interactive ms': list,
      'of it waiting for Excel': middle(({ waited }) => waited),
      requests: asked!.requests,
      kB: asked!.kilobytes,
      'function / plain': functions === '' ? '' : functions / plainMs,
      'usable / plain': pane / plainMs,
      'interactive / plain': list / plainMs,
    };
  });
  printTable(`${title}: sample workbook, processor ${slowness} times as slow, ${rounds} rounds`, rows);
}

/** What the pane does after the last answer, by the rows of the workbook. */
async function growth(): Promise<void> {
  const clock = todaySerial(new Date());
  const sizes = [1_000, 10_000];
  const books = sizes.map((customers) => neededTables(rawTables(rulesRecords(customers * 10, clock), clock)));
  const times = sizes.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, tables] of books.entries()) {
      const { cpu } = await timed(() => todayItems(factsOf(decodeWorkbook(tables, false), clock)));
      if (round) times[index]!.push(cpu);
    }
  const listed = times.map(median);
  const drawn = await drawToday(books, rounds);
  const [script, all] = [drawn.map((one) => one.script), drawn.map((one) => one.all)];
  printTable(
    'Today after the last answer: decoded and listed (processor of Node, all threads), painted (main thread of Chromium)',
    sizes.map((customers, index) => ({
      customers,
      'listed ms': listed[index]!,
      'script until painted ms': script[index]!,
      'all until painted ms': all[index]!,
      ...{ 'listed x': listed[index]! / listed[0]!, 'script x': script[index]! / script[0]! },
      'all x': all[index]! / all[0]!,
    })),
  );
}

/** The tables as Today reads them. */
const neededTables = (tables: readonly RawTable[]): RawTable[] =>
  tables.map((table) => {
    const wanted = table.columnIds.map((column) => column !== null && isNeeded(todayNeeds, table.table, column));
    const kept = <T>(cells: readonly T[]) => cells.filter((_, at) => wanted[at]);
    return { ...table, columnIds: kept(table.columnIds), rows: table.rows.map(kept) };
  });
