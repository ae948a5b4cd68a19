import { proposeNext } from '../../src/actions/logRevisit';
import { factsOf } from '../../src/actions/report/facts';
import { neverContacted } from '../../src/actions/report/revisits';
import { concerns, workloads } from '../../src/actions/report/teamWork';
import { today } from '../../src/actions/report/today';
import { todayNeeds } from '../../src/actions/report/todayNeeds';
import type { Snapshot, TableRows } from '../../src/crm/snapshot';
import { customerOptions } from '../../src/taskpane/customers';
import { columnDef, isComputed, tableDef } from '../../src/template/load';
import { isNeeded, type Needs } from '../../src/template/needs';
import { fillWorkbook } from '../../src/template/records';
import { withRuleColumns } from '../../src/template/ruleNeeds';
import { sampleRecords } from '../../src/template/sample';
import type { SeedRow } from '../../src/template/seed';
import { randomRecords } from '../support/randomWorkbook';

const clock = 46_000;
type Records = Readonly<Record<string, readonly SeedRow[]>>;

const workbooks: readonly (readonly [string, Records])[] = [
  ['the sample', sampleRecords('en', clock)],
  ['the Chinese sample', sampleRecords('zh-CN', clock)],
  ...[1, 2, 3, 4, 5].map((seed) => [`random workbook ${seed}`, randomRecords(seed, 60, clock)] as const),
];

const snapshotOf = (records: Records): Snapshot => fillWorkbook({ language: 'en', records, clock }).computed;

const withColumns = (
  snapshot: Snapshot,
  change: (table: string, columns: TableRows['columns']) => TableRows['columns'],
): Snapshot => ({
  ...snapshot,
  tables: Object.fromEntries(
    Object.entries(snapshot.tables).map(([id, rows]) => [id, { ...rows, columns: change(id, rows.columns) }]),
  ),
});

/** What a partial reading of the workbook holds. */
const partOf = (snapshot: Snapshot, needs: Needs | undefined): Snapshot =>
  withColumns(snapshot, (table, columns) =>
    Object.fromEntries(Object.entries(columns).filter(([column]) => isNeeded(needs, table, column))),
  );

const isInput = (table: string, column: string): boolean =>
  tableDef(table).columns.some(({ id }) => id === column) && !isComputed(columnDef(tableDef(table), column));

/** The snapshot, and `table.column` of whatever is read of it. */
function recorded(snapshot: Snapshot) {
  const read = new Set<string>();
  const source = withColumns(
    snapshot,
    (table, columns) =>
      new Proxy(columns, {
        get: (target, column: string) => {
          if (isInput(table, column)) read.add(`${table}.${column}`);
          return target[column];
        },
      }),
  );
  return { source, read };
}

/** Everything that Today and Log show. */
function shown(snapshot: Snapshot) {
  const facts = factsOf(snapshot, clock);
  const report = today(facts);
  const customers = customerOptions(snapshot);
  return {
    report,
    never: neverContacted(facts),
    team: workloads(facts, report.items),
    mine: report.items.filter(concerns(facts, 'U-1', 'team')),
    customers,
    next: customers
      .slice(0, 20)
      .map(({ id }) =>
        proposeNext(snapshot, clock, { customer: id, heldAt: clock, outcome: 'progress', nextAt: null }),
      ),
  };
}

const declared = Object.entries(todayNeeds).flatMap(([table, columns]) =>
  columns.map((column) => `${table}.${column}`),
);
/** Read with every table, so nobody declares them. */
const always = /^(lists|settings)\.|\.id$/;

describe('what Today reads', () => {
  it('should be exactly what is declared', () => {
    const read = new Set<string>();
    for (const [, records] of workbooks) {
      const { source, read: now } = recorded(snapshotOf(records));
      shown(source);
      now.forEach((place) => read.add(place));
    }

    expect([...read].filter((place) => !always.test(place)).sort()).toEqual([...declared].sort());
  });

  it.each(workbooks)('should be enough to show the same of %s as a reading of everything', (_, records) => {
    const snapshot = snapshotOf(records);

    expect(shown(partOf(snapshot, todayNeeds))).toEqual(shown(snapshot));
  });

  it.each(['industry', 'lifecycle', 'tier', 'supervisor', 'lastOrderAt', 'activity', 'rfmSegment', 'completeness'])(
    'should grow when a cadence rule of the workbook tests "%s"',
    (column) => {
      const whole = snapshotOf(sampleRecords('en', clock));
      const { cadenceRules } = whole.tables;
      const rules = { ...cadenceRules!.columns, column: cadenceRules!.columns.column!.map((cell) => cell && column) };
      const snapshot = { ...whole, tables: { ...whole.tables, cadenceRules: { ...cadenceRules!, columns: rules } } };

      const part = partOf(snapshot, withRuleColumns(todayNeeds, partOf(snapshot, todayNeeds)));

      expect(shown(part)).toEqual(shown(snapshot));
    },
  );

  it('should leave out tables that a workbook lacks', () => {
    const whole = snapshotOf(sampleRecords('en', clock));
    const lacking = [
      'tickets',
      'milestones',
      'campaigns',
      'campaignTasks',
      'stageHistory',
      'contacts',
      'greetings',
      'team',
    ];
    const tables = Object.fromEntries(Object.entries(whole.tables).filter(([table]) => !lacking.includes(table)));

    const { counts } = today(factsOf({ ...whole, tables }, clock));

    expect(Object.keys(counts)).toEqual(expect.arrayContaining(['revisit', 'money', 'deal']));
  });
});
