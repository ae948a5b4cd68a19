import type { Workbook } from '../../src/host';
import { createLiveHome } from '../../src/workbook';
import type * as append from '../../src/workbook/append';
import type * as find from '../../src/workbook/find';
import { type InterleaveOptions, interleave } from '../support/coauthors';
import { preparedWorkbook } from '../support/sharedWorkbook';

type Append = typeof append;
type Find = typeof find;

/** Which wrong product is at work (decision 25). */
let mockMutation: 'rowsAdd' | 'staleRow' | null = null;

/** What the append routine keeps to itself and the mutation goes around. */
interface AppendInside {
  excelTable: Excel.Table;
  cellsOf(record: unknown, withFormulas: boolean): (string | number | boolean | null)[];
  readBack(range: Excel.Range, records: readonly unknown[]): () => void;
}

jest.mock('../../src/workbook/append', () => {
  const actual = jest.requireActual<Append>('../../src/workbook/append');
  const { prototype } = actual.TableAppend as unknown as { prototype: { writeRows: (...args: never[]) => unknown } };
  const writeRows = prototype.writeRows;
  prototype.writeRows = function (this: AppendInside, ...args: [never, never]) {
    if (mockMutation !== 'rowsAdd') return writeRows.apply(this, args);
    const records = args[1] as readonly unknown[];
    const rows = records.map((record) => this.cellsOf(record, true).map((cell) => cell ?? ''));
    this.excelTable.rows.add(undefined, rows);
    const last = this.excelTable.getDataBodyRange().getLastRow();
    return this.readBack(last.getOffsetRange(1 - rows.length, 0).getResizedRange(rows.length - 1, 0), records);
  };
  return actual;
});

jest.mock('../../src/workbook/find', () => {
  const actual = jest.requireActual<Find>('../../src/workbook/find');
  /** Where the records are now, as row numbers for later: they are not looked for again in the writing batch. */
  const rowsOnce: Find['findRecords'] = async (context, records, codecs, options) => {
    const places = await actual.findRecords(context, records, codecs, options);
    if (mockMutation !== 'staleRow') return places;
    const columns = records.map(({ table }) => actual.keyColumn(context, table).load('values'));
    await context.sync();
    return new Map(
      records.map((record, index) => {
        const text = actual.keyText(record.table, record.id, codecs);
        const row = columns[index]!.values.findIndex(([id]) => id === text);
        return [record, row < 0 ? places.get(record)! : { kind: 'row', row, hidden: true }];
      }),
    );
  };
  /** The cell in the remembered row, taken for the record's without another look. */
  const trusted: Find['keyCell'] = (context, record, place, codecs) => {
    const cell = actual.keyCell(context, record, place, codecs);
    if (mockMutation !== 'staleRow' || place.kind !== 'row') return cell;
    const values = [[actual.keyText(record.table, record.id, codecs)]];
    const proxy: Excel.Range = new Proxy(cell, {
      get(target, name) {
        if (name === 'values') return values;
        const member: unknown = Reflect.get(target, name, target);
        if (name === 'load') return (names: string) => (target.load(names), proxy);
        return typeof member === 'function' ? (member as () => unknown).bind(target) : member;
      },
    });
    return proxy;
  };
  return { ...actual, findRecords: rowsOnce, keyCell: trusted };
});

type Runs = Pick<InterleaveOptions, 'mix' | 'actions' | 'makeHome'>;

/** What each mistake shows in. */
const adding = { mix: ['log', 'log', 'offlineSpell'], actions: 3 } satisfies Runs;
const moving = { mix: ['edit', 'sort'], actions: 7 } satisfies Runs;

const forgetful = { load: () => null, save: () => undefined };

describe('a product with a mistake, under the pessimistic rules', () => {
  let workbook: Workbook;

  beforeAll(async () => {
    mockMutation = null;
    workbook = await preparedWorkbook();
  });

  afterEach(() => {
    mockMutation = null;
  });

  it('should lose records when it adds rows with rows.add', async () => {
    mockMutation = 'rowsAdd';

    expect(await firstLoss({ workbook, ...adding })).not.toBeNull();
  });

  it('should overwrite other records when it keeps a row number instead of finding the id again', async () => {
    mockMutation = 'staleRow';

    expect(await firstLoss({ workbook, ...moving })).not.toBeNull();
  });

  it('should lose records when it has no outbox', async () => {
    const makeHome: InterleaveOptions['makeHome'] = ({ Excel }, options) =>
      createLiveHome(Excel, { ...options, outbox: forgetful });

    expect(await firstLoss({ workbook, ...adding, makeHome })).not.toBeNull();
  });

  it.each([
    ['adding', adding],
    ['moving', moving],
  ])('should lose nothing in the same runs (%s) when it makes none of them', async (_what, runs) => {
    expect(await firstLoss({ workbook, ...runs })).toBeNull();
  });
});

/** The first thing that a few runs of three clients lose. */
async function firstLoss(options: Runs & { workbook: Workbook }): Promise<string | null> {
  for (let seed = 1; seed <= 4; seed++) {
    const { lost } = await interleave({ clients: 3, seed, ...options });
    if (lost.length > 0) return lost[0]!;
  }
  return null;
}
