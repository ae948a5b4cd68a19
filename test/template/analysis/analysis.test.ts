import fc from 'fast-check';
import type { Snapshot, Value } from '../../../src/crm/snapshot';
import { toSerial } from '../../../src/shared/dates';
import { Analysis, type RowChange } from '../../../src/template/analysis';
import { Graph } from '../../../src/template/analysis/graph';
import { byFrozenCuts, reaches } from '../../../src/template/analysis/reach';
import { Computation, computeAll } from '../../../src/template/compute';
import { columnDef, isComputed, tableDef, template } from '../../../src/template/load';
import { fillWorkbook } from '../../../src/template/records';
import { refreshedColumns } from '../../../src/template/refreshed';
import { wholeColumns } from '../../../src/template/twins';
import type { ViewSource } from '../../../src/template/views/source';
import { randomRecords } from '../../support/randomWorkbook';

const today = toSerial('2026-03-31');

const workbook = (seed: number, rows: number): Snapshot =>
  fillWorkbook({ language: 'en', clock: today, records: randomRecords(seed, rows, today) }).computed;

/** Two customers; the first one bought for these amounts. */
const bought = (amounts: readonly number[]): Snapshot =>
  fillWorkbook({
    language: 'en',
    clock: today,
    records: {
      customers: ['Acme', 'Birch'].map((name, at) => ({ id: `C${at + 1}`, name, createdAt: today - 100 })),
      orders: amounts.map((amount, at) => ({ id: `O${at + 1}`, customer: 'C1', orderedAt: today - 5, amount })),
      followUps: [],
    },
  }).computed;

const dataTables = template.tables.filter(({ group }) => group === 'data');

/** Values as people type them into these workbooks: those of other rows, so that references, ids and dates fit. */
interface Step {
  readonly table: string;
  readonly row: number;
  readonly columns: readonly string[];
  readonly from: number;
  readonly isNew: boolean;
}

const step: fc.Arbitrary<Step> = fc.constantFrom(...dataTables).chain((table) => {
  const inputs = table.columns.filter((column) => !isComputed(column)).map(({ id }) => id);
  return fc.record({
    table: fc.constant(table.id),
    row: fc.nat(),
    columns: fc.uniqueArray(fc.constantFrom(...inputs), { minLength: 1, maxLength: 3 }),
    from: fc.nat(),
    isNew: fc.boolean(),
  });
});

/** The change that a step means in a workbook as it is: cells of one row are copied into another, or into a new one. */
function changeOf(step: Step, snapshot: Snapshot): RowChange | null {
  const { count, columns } = snapshot.tables[step.table]!;
  if (!count) return null;
  const inputs = tableDef(step.table).columns.filter((column) => !isComputed(column));
  const from = step.from % (count + 1);
  const value = (id: string): Value => (id === 'archived' ? columns[id]![from] !== true : (columns[id]![from] ?? null));
  const isTyped = (id: string) => step.columns.includes(id) !== step.isNew;
  const values = Object.fromEntries(inputs.filter(({ id }) => isTyped(id)).map(({ id }) => [id, value(id)]));
  return { table: step.table, row: step.isNew ? count : step.row % count, values };
}

/** The same in the plain way: a snapshot with the cells written into it. */
function edited(snapshot: Snapshot, { table, row, values }: RowChange): Snapshot {
  const rows = snapshot.tables[table]!;
  const isNew = row === rows.count;
  const columns = Object.fromEntries(
    tableDef(table).columns.map(({ id }) => {
      const cells = [...(rows.columns[id] ?? [])];
      if (isNew || id in values) cells[row] = values[id] ?? null;
      return [id, cells];
    }),
  );
  const sheetRows = isNew ? [...rows.sheetRows, (rows.sheetRows.at(-1) ?? 1) + 1] : rows.sheetRows;
  return {
    ...snapshot,
    tables: { ...snapshot.tables, [table]: { count: isNew ? row + 1 : rows.count, sheetRows, columns } },
  };
}

const plain = ({ tables }: Snapshot) =>
  Object.fromEntries(
    Object.entries(tables).map(([id, { count, sheetRows, columns }]) => [
      id,
      { count, sheetRows: [...sheetRows], columns: { ...columns } },
    ]),
  );

/** Columns that follow from frozen figures or cut points, however far away. */
function frozenAndAfter({ nodes }: Graph): ReadonlySet<string> {
  const found = new Set(byFrozenCuts.concat('customers.rfmSegment', 'customers.tierPoints'));
  for (const { place, unit, reads } of nodes) {
    if (unit === 'frozen' || !reads || reads.some((read) => found.has(read.place))) found.add(place);
  }
  return found;
}

const without = (tables: ReturnType<typeof plain>, places: ReadonlySet<string>) =>
  Object.entries(tables).map(([table, { columns }]) => {
    const kept = Object.entries(columns).filter(([column]) => !places.has(`${table}.${column}`));
    return [table, Object.fromEntries(kept)];
  });

describe('Analysis (decision 12)', () => {
  it('should equal the whole computation with the same cut points, whatever is edited, added or archived', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.boolean(), fc.array(step, { minLength: 1, maxLength: 12 }), (seed, isRead, steps) => {
        const before = workbook(seed, 24);
        const analysis = new Analysis(before, today);
        const first = analysis.snapshot;
        let inputs = before;
        for (const next of steps) {
          if (isRead) plain(analysis.snapshot);
          const change = changeOf(next, inputs);
          if (!change) continue;
          analysis.follow(change);
          inputs = edited(inputs, change);
        }
        const found = plain(analysis.snapshot);
        expect(found).toEqual(plain(computeAll(inputs, today, analysis.frozen)));
        const frozen = frozenAndAfter(new Graph(analysis.environment));
        expect(without(found, frozen)).toEqual(without(plain(computeAll(inputs, today)), frozen));
        expect(plain(first)).toEqual(plain(before));
      }),
      { numRuns: 20 },
    );
  });

  it('should follow sums exactly when amounts have more digits than the currency', () => {
    const inputs = bought([33.333333, 33.333333]);
    const analysis = new Analysis(inputs, today);
    plain(analysis.snapshot);

    analysis.follow({
      table: 'orders',
      row: 2,
      values: { id: 'O3', customer: 'C1', orderedAt: today, amount: 33.333333 },
    });

    expect(analysis.cell('customers', 'ordersAmount', 0)).toBe(100);
  });

  it('should know the next visit as soon as one is logged, and nothing else anew', () => {
    const analysis = new Analysis(bought([100]), today);
    const before = plain(analysis.snapshot).customers!;
    const values = { id: 'F1', customer: 'Acme', heldAt: today, outcome: 'progress', nextAt: today + 9 };

    analysis.follow({ table: 'followUps', row: 0, values });

    const after = plain(analysis.snapshot).customers!;
    expect([after.columns.lastRevisit![0], after.columns.nextDue![0]]).toEqual([today, today + 9]);
    expect(after.columns.lastRevisit!.slice(1)).toEqual(before.columns.lastRevisit!.slice(1));
    expect(after.columns.rScore).toBe(before.columns.rScore);
  });

  it('should tell which figures of the whole book may have moved', () => {
    const analysis = new Analysis(bought([100, 200]), today);
    expect(analysis.stale).toEqual([]);

    analysis.follow({ table: 'orders', row: 0, values: { amount: 5_000 } });

    expect(analysis.stale).toEqual(byFrozenCuts);
  });
});

describe('Analysis.follows', () => {
  it('should follow a new reading in which rows were typed and added', () => {
    const analysis = new Analysis(bought([100, 200]), today);
    plain(analysis.snapshot);
    const reading = bought([150, 200, 300]);

    expect(analysis.follows(reading, today)).toBe(true);

    expect(plain(analysis.snapshot)).toEqual(plain(computeAll(reading, today, analysis.frozen)));
  });

  it.each<[string, (reading: Snapshot) => Snapshot, number]>([
    ['rows are gone', () => bought([100]), today],
    ['settings changed', (reading) => ({ ...reading, settings: { ...reading.settings, valueWindowDays: 30 } }), today],
    ['the day changed', (reading) => reading, today + 1],
    ['tiers changed', (reading) => edited(reading, { table: 'tiers', row: 0, values: { minValue: 7 } }), today],
  ])('should refuse when %s', (_, change, clock) => {
    const inputs = bought([100, 200]);
    const analysis = new Analysis(inputs, today);

    expect(analysis.follows(change(inputs), clock)).toBe(false);

    expect(plain(analysis.snapshot)).toEqual(plain(inputs));
  });
});

describe('Analysis.followsChange', () => {
  const archive = { table: 'orders', id: 'o1', field: 'archived', before: null, after: true };
  const visit = { id: 'F1', customer: 'C2', heldAt: today, outcome: 'progress' };

  it('should follow what an action wrote', () => {
    const analysis = new Analysis(bought([100, 200]), today);
    const appends = [{ table: 'followUps', id: 'F1', values: visit }];

    expect(analysis.followsChange({ action: 'test', updates: [archive], appends, removals: [] })).toBe(true);

    expect(analysis.snapshot.tables.customers!.columns.ordersAmount).toEqual([200, 0]);
    expect(analysis.snapshot.tables.customers!.columns.lastRevisit).toEqual([null, today]);
  });

  it('should leave removed and unknown records to a new reading', () => {
    const analysis = new Analysis(bought([100]), today);
    const unknown = { ...archive, id: 'O9' };

    expect(analysis.followsChange({ action: 'test', updates: [archive, unknown], appends: [], removals: [] })).toBe(
      false,
    );
    expect(
      analysis.followsChange({ action: 'undo', updates: [], appends: [], removals: [{ table: 'orders', id: 'O1' }] }),
    ).toBe(false);

    expect(analysis.cell('customers', 'ordersAmount', 0)).toBe(100);
  });
});

describe('reaches', () => {
  const inputs = workbook(4, 30);

  it.each(Object.keys(reaches))('should name everything that %s reads', (place) => {
    const [table, column] = place.split('.') as [string, string];
    const computation = new Computation(inputs, today);
    const read = new Set<string>();
    const source: ViewSource = {
      rows: (id) => computation.rows(id),
      column: (id, name) => {
        read.add(`${id}.${name}`);
        return computation.column(id, name);
      },
    };

    (refreshedColumns[place] ?? wholeColumns[place])!(source, computation.environment);

    const declared = reaches[place]!.reads.map((name) => (name.includes('.') ? name : `${table}.${name}`));
    expect([...read].filter((name) => !declared.includes(name))).toEqual([]);
    expect(columnDef(tableDef(table), column)).toBeDefined();
  });
});
