import { planInstall } from '../../src/actions/install';
import type { LiveHome } from '../../src/actions/home';
import { createHost, type Host, type HostClient } from '../../src/host';
import { loadClientInNode } from '../../src/host/client/loadInNode';
import { seededFaults, type Fault, type LoggedSync } from '../../src/host/faults';
import { bookFromWorkbook } from '../../src/host/file/toBook';
import { workbookFromBook } from '../../src/host/file/fromBook';
import { CrmError } from '../../src/shared/errors';
import { sequenceIds } from '../../src/shared/ids';
import { createLiveHome } from '../../src/workbook';
import type { OutboxStore } from '../../src/workbook/outbox';
import type { Book } from '../../src/xlsx/book';
import { lintWorkbook } from '../../src/xlsx/lint';
import { writeBook } from '../../src/xlsx/write';
import { pictureOf } from './pictures';
import { fingerprint } from './states';

/** Something a person does with the add-in, to be disturbed at every request. */
export interface Story {
  readonly name: string;
  /** The workbook before it. */
  readonly before: () => Book;
  readonly act: (home: LiveHome) => Promise<unknown>;
  /** What the same person does after a reload, when they were told of a failure. Default: the same again, in any case. */
  readonly again?: (home: LiveHome) => Promise<unknown>;
  /** Parts of the picture that are random by nature. */
  readonly blur?: (picture: string) => string;
}

/** 2026-03-02, a Monday. */
const clock = 46_083.5;

/** One machine: what its add-in remembers survives a reload. */
class Desk {
  private constructor(
    readonly host: Host,
    private client: HostClient,
    private readonly memory: Map<string, string>,
  ) {}

  /** Calculation is off: structure and what was typed are what matters. Nothing in office.js outlives a reload. */
  static async open(): Promise<Desk> {
    const office = loadClientInNode();
    const host = await createHost({ now: () => clock, createCalculator: null, loadClient: () => office });
    return new Desk(host, await host.connect(), new Map());
  }

  /** Puts a workbook in place and starts the add-in anew, with nothing remembered. */
  async reset(book: Book): Promise<LiveHome> {
    this.memory.clear();
    this.host.faults = [];
    await this.host.load(workbookFromBook(book));
    return this.reload();
  }

  async reload(): Promise<LiveHome> {
    this.client = await this.client.reload();
    return createLiveHome(this.client.Excel, { now: () => clock, ids: sequenceIds(), outbox: this.outbox });
  }

  get book(): Book {
    return bookFromWorkbook(this.host.workbook);
  }

  /** Everything that decides how it goes on after a reload. */
  get state(): string {
    return fingerprint(this.host.workbook, Object.fromEntries(this.memory));
  }

  private get outbox(): OutboxStore {
    return {
      load: (workbook) => this.memory.get(workbook) ?? null,
      save: (workbook, text) => void (text === null ? this.memory.delete(workbook) : this.memory.set(workbook, text)),
    };
  }
}

/** What is found at the end; empty = nothing. */
interface Findings {
  /** What differs from a run that nobody disturbed, a person's cells included. */
  readonly lost: readonly string[];
  /** Steps that the plan still has, and findings of our lints that an undisturbed run has not. */
  readonly invalid: readonly string[];
}

/** What a cut left after the same was done again. */
export interface CutResult extends Findings {
  readonly fault: Fault;
  /** Whether the person was told of a failure; a chart that Excel refuses is drawn otherwise. */
  readonly wasTold: boolean;
}

/** A story, how it goes undisturbed, and how it goes with a fault. */
export class Rehearsal {
  /** Many cuts leave the same state, and the same state goes on the same way: each is gone on from once. */
  private readonly ends = new Map<string, Findings>();
  /** What our lints say of a workbook as a file: most end the same. */
  private readonly lints = new Map<string, readonly string[]>();

  private constructor(
    private readonly desk: Desk,
    private readonly story: Story,
    private readonly before: Book,
    private readonly expected: readonly string[],
    private readonly usual: ReadonlySet<string>,
    readonly syncs: readonly LoggedSync[],
  ) {}

  static async of(story: Story): Promise<Rehearsal> {
    const desk = await Desk.open();
    const before = story.before();
    const home = await desk.reset(before);
    await story.act(home);
    const syncs = [...desk.host.syncLog];
    const { book } = desk;
    return new Rehearsal(desk, story, before, linesOf(book, story), new Set(await lintsOf(book)), syncs);
  }

  /** Plays the story with a fault, reloads, and does it again. */
  async play(fault: Fault): Promise<CutResult> {
    const { desk, story } = this;
    const home = await desk.reset(this.before);
    desk.host.faults = [fault];
    const wasTold = await isToldOf(story.act(home));
    desk.host.faults = [];
    const fresh = await desk.reload();
    const key = `${wasTold} ${desk.state}`;
    const end = this.ends.get(key) ?? (await this.goOn(fresh, wasTold));
    this.ends.set(key, end);
    return { fault, wasTold, ...end };
  }

  /** From how many different states a person had to go on. */
  get states(): number {
    return this.ends.size;
  }

  private async goOn(home: LiveHome, wasTold: boolean): Promise<Findings> {
    const { act, again = act } = this.story;
    if (wasTold || !this.story.again) await again(home);
    const { book } = this.desk;
    return { lost: this.differences(book), invalid: await this.invalidParts(home, book) };
  }

  private async invalidParts(home: LiveHome, book: Book): Promise<string[]> {
    const { steps } = await planInstall(home, (await home.facts()).language);
    const key = fingerprint(book);
    const lints = this.lints.get(key) ?? (await lintsOf(book));
    this.lints.set(key, lints);
    return [
      ...steps.map((step) => `step ${JSON.stringify(step).slice(0, 200)}`),
      ...lints.filter((lint) => !this.usual.has(lint)),
    ];
  }

  private differences(book: Book): string[] {
    const actual = linesOf(book, this.story);
    const [expected, found] = [new Set(this.expected), new Set(actual)];
    const missing = this.expected.filter((line) => !found.has(line)).map((line) => `- ${line}`);
    const added = actual.filter((line) => !expected.has(line)).map((line) => `+ ${line}`);
    const repeated = actual.length === this.expected.length ? [] : [`${actual.length - this.expected.length} lines`];
    return [...missing, ...added, ...repeated];
  }

  /** Every request cut before, cut after, and with its answer lost. */
  get allCuts(): readonly Fault[] {
    return this.syncs.flatMap(({ sync }) =>
      (['cutBefore', 'cutAfter', 'answerLost'] as const).map((kind) => ({ kind, sync })),
    );
  }

  /** A seeded choice of single actions that are refused, or after which the line breaks, in the middle of a request. */
  actionFaults(seed: number, count: number): readonly Fault[] {
    const writes = this.syncs.filter((sync) => sync.writes || sync.actions > 20);
    const random = seededFaults(seed, { rate: 1, kinds: ['fail', 'cutAfter'], syncs: count, actions: 1_000_000 });
    return random.map(({ kind, action = 1 }, index) => {
      const { sync, actions } = writes[(index * 7 + action) % writes.length]!;
      return { kind, sync, action: 1 + (action % actions) };
    });
  }
}

const linesOf = (book: Book, { blur }: Story): string[] => pictureOf(book).map(blur ?? ((line) => line));

/** A person can be told only of a coded failure. */
async function isToldOf(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return false;
  } catch (error) {
    if (error instanceof CrmError) return true;
    throw error;
  }
}

const lintsOf = async (book: Book): Promise<string[]> =>
  lintWorkbook(await writeBook(book)).map(({ code, where, detail }) => `${code} ${where} ${detail}`);
