import type { RunOptions } from '../actions/home';
import { CrmError } from '../shared/errors';
import type { Cell } from '../template/codec';
import { readGroups, responseBytes, type Extent, type ReadPiece } from './chunks';
import { toCrmError } from './officeErrors';

/** What the gateway needs of the global `Excel`; injected, so that tests can have several clients at once. */
export type ExcelApi = Pick<typeof Excel, 'run'>;

export interface BatchOptions {
  /** A person's action: what it writes is one step for Excel's own undo, where Excel can do that. */
  readonly asOneUndo?: boolean;
}

/** Whether this Excel has a set of ExcelApi (`'1.9'`). */
export type Supports = (version: string) => boolean;

/** Asks Office; outside of Office (tests, preview) there is nobody to ask and the call itself tells. */
export const officeSupports: Supports = (version) =>
  typeof Office === 'undefined' || Office.context?.requirements?.isSetSupported('ExcelApi', version) !== false;

const isOnTheWeb = (): boolean => typeof Office === 'undefined' || String(Office.context?.platform) === 'OfficeOnline';

/** A range to read in pieces: `at(from, count)` gives rows of it, 0-based. */
export interface Readable extends Extent {
  at(from: number, count: number): Excel.Range;
}

/** The one door to Excel: runs batches, cuts reads and writes into pieces that fit, turns failures into coded ones. */
export class Gateway {
  constructor(
    private readonly excel: ExcelApi,
    private readonly supports: Supports = officeSupports,
  ) {}

  /** Runs a batch, waiting while a person edits a cell. Throws `CrmError` for everything Excel refuses. */
  async run<T>(batch: (context: Excel.RequestContext) => Promise<T>, options: BatchOptions = {}): Promise<T> {
    const mergeUndoGroup = options.asOneUndo && this.mergesUndo();
    try {
      return await this.excel.run({ delayForCellEdit: true, ...(mergeUndoGroup ? { mergeUndoGroup } : {}) }, batch);
    } catch (error) {
      throw toCrmError(error);
    }
  }

  /** One step of Excel's undo for several requests: ExcelApi 1.20, but Excel on the web fails at it (#6711). */
  private mergesUndo(): boolean {
    return this.supports('1.20') && !isOnTheWeb();
  }

  /** Runs a batch in the context of an earlier one: handlers of events can only be removed there. */
  async continue(
    earlier: Excel.RequestContext,
    batch: (context: Excel.RequestContext) => Promise<void>,
  ): Promise<void> {
    try {
      await this.excel.run(earlier, batch);
    } catch (error) {
      throw toCrmError(error);
    }
  }

  /** A decoration: `null` when it worked, else why not. Errors that are not Excel's own are bugs and thrown. */
  async attempt(batch: (context: Excel.RequestContext) => Promise<void>): Promise<CrmError | null> {
    try {
      await this.run(batch);
      return null;
    } catch (error) {
      if (error instanceof CrmError) return error;
      throw error;
    }
  }

  /** Throws `unsupported` where this Excel is older than what a feature needs. */
  require(version: string): void {
    if (!this.supports(version))
      throw new CrmError('unsupported', { platformCode: `ExcelApi ${version}`, at: '', detail: '' });
  }

  isSupported(version: string): boolean {
    return this.supports(version);
  }
}

/** What a piece does once its request was answered: checks, or takes over what was loaded. */
export type AfterSync = () => void;

/**
 * One sync per piece, in order: the only place that syncs in a loop. Stops between pieces when cancelled; what is done
 * stays done.
 */
export async function syncEach<T>(
  context: Excel.RequestContext,
  pieces: readonly T[],
  queue: (piece: T) => AfterSync | undefined,
  options: RunOptions & { readonly label: string },
): Promise<void> {
  for (const [index, piece] of pieces.entries()) {
    options.signal?.throwIfAborted();
    const afterSync = queue(piece);
    // Chunks are the point of this function: one request over 5 MB would be refused as a whole.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    afterSync?.();
    options.onProgress?.({ done: index + 1, total: pieces.length, label: options.label });
  }
}

/** Values of many ranges, whatever their size; a response that turns out too large is asked for again in smaller pieces. */
export async function readAll(
  context: Excel.RequestContext,
  readables: readonly Readable[],
  options: RunOptions = {},
): Promise<Cell[][][]> {
  const results = readables.map(({ rows }) => new Array<Cell[]>(rows));
  await readPieces(context, readables, readGroups(readables), responseBytes, results, options);
  return results;
}

async function readPieces(
  context: Excel.RequestContext,
  readables: readonly Readable[],
  groups: readonly ReadPiece[][],
  budget: number,
  results: Cell[][][],
  options: RunOptions,
): Promise<void> {
  let done = 0;
  try {
    const queue = (group: ReadPiece[]) => {
      const loaded = group.map((piece) => ({
        piece,
        range: once(readables[piece.extent]!.at(piece.from, piece.count)).load('values'),
      }));
      return () => {
        for (const { piece, range } of loaded)
          results[piece.extent]!.splice(piece.from, piece.count, ...valuesOf(range));
        done += 1;
      };
    };
    await syncEach(context, groups, queue, { ...options, label: 'read.tables' });
  } catch (error) {
    const mapped = toCrmError(error);
    if (!(mapped instanceof CrmError) || mapped.code !== 'tooMuchData' || budget < smallestBudget) throw error;
    const rest = groups.slice(done).flatMap((group) => halved(group, readables, budget / 4));
    await readPieces(context, readables, rest, budget / 4, results, options);
  }
}

const smallestBudget = 50_000;

const halved = (group: readonly ReadPiece[], readables: readonly Readable[], budget: number): ReadPiece[][] =>
  group.flatMap((piece) =>
    readGroups([{ rows: piece.count, columns: readables[piece.extent]!.columns }], budget).map((pieces) =>
      pieces.map((part) => ({ extent: piece.extent, from: piece.from + part.from, count: part.count })),
    ),
  );

/** Loaded values; Excel answers `null` for a range beyond its limit instead of failing (docs#5821). */
export function valuesOf(range: Excel.Range): Cell[][] {
  const values = range.values as Cell[][] | null;
  if (values === null) throw new CrmError('tooMuchData', { platformCode: 'values is null', at: '', detail: '' });
  return values;
}

/** Loaded formulas, under the same limit as {@link valuesOf}. */
export function formulasOf(range: Excel.Range): Cell[][] {
  const formulas = range.formulas as Cell[][] | null;
  if (formulas === null) throw new CrmError('tooMuchData', { platformCode: 'formulas is null', at: '', detail: '' });
  return formulas;
}

/**
 * A range that only the present request uses: office.js then neither keeps it alive in Excel nor sends a request of its
 * own to let it go. It can be read after the sync, but not used in a further request.
 */
export function once(range: Excel.Range): Excel.Range {
  range.untrack();
  return range;
}

/** Sets one number format for a whole range; office.js spreads a single value over all cells, its typing does not say so. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

/** One formula for all cells of a range. Through `values`: office.js marks writes of `formulas` as not undoable. */
export function setFormula(range: Excel.Range, formula: string): void {
  range.values = formula as unknown as string[][];
}
