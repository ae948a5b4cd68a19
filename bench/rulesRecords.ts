import type { Cell } from '../src/template/codec';
import { fillWorkbook, firstRecordRow, inputColumns } from '../src/template/records';
import type { RawTable } from '../src/template/decode';
import { template } from '../src/template/load';
import type { SeedRow } from '../src/template/seed';
import { benchRecords } from './records';
import { lehmer } from './rfmOrders';

type Records = Record<string, SeedRow[]>;

/**
 * Records for every rule: the orders, customers and follow-ups of the other suites, and besides a fifth as many tickets
 * as orders, a tenth as many opportunities, and products, campaigns, surveys, contacts, milestones and stage history.
 */
export function rulesRecords(rows: number, today: number): Records {
  const plain = benchRecords(rows, today);
  const random = lehmer(rows);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(values: readonly T[]) => values[below(values.length)]!;
  const list = (count: number, make: (index: number) => SeedRow) => Array.from({ length: count }, (_, at) => make(at));
  const ago = (days: number) => today - below(days);
  const customer = () => `C${below(plain.customers!.length)}`;
  const product = () => `P${below(40)}`;
  const opportunities = plain.opportunities!.slice(0, rows / 10);
  return {
    ...plain,
    team: plain.team!.map((row) => ({ ...row, capacity: 40, industries: pick(industries), products: 'Product 3' })),
    products: list(40, (at) => ({
      id: `P${at}`,
      name: `Product ${at}`,
      category: `Category ${at % 6}`,
      price: 100 + at,
    })),
    customers: plain.customers!.map((row, at) => ({
      ...row,
      name: `${pick(syllables)}${pick(syllables)}${pick(syllables)} ${pick(trades)} ${at} ${pick(forms)}`,
      // Some are in nobody's care, so that somebody can be proposed.
      owner: at % 50 ? row.owner! : null,
      phone: at % 3 ? `138${String(10_000_000 + below(89_999_999))}` : null,
      email: at % 4 ? `${pick(syllables)}${at}@example.com`.toLowerCase() : null,
      ...{ industry: pick(industries), region: pick(regions), source: at % 2 ? 'referral' : null },
    })),
    contacts: list(rows / 20, (at) => ({
      id: `K${at}`,
      name: `Contact ${at}`,
      customer: customer(),
      birthday: ago(20_000),
    })),
    orders: plain.orders!.map((row, at) => ({
      ...row,
      ...{ product: product(), campaign: at % 40 ? null : `A${at % 20}` },
      ...{ shippedAt: row.orderedAt!, dueAt: Number(row.orderedAt) + 30 },
      collectedAt: at % 10 ? Math.min(today, Number(row.orderedAt) + below(40)) : null,
    })),
    opportunities: opportunities.map((row, at) => ({
      ...row,
      ...{ owner: `U${at % 10}`, product: product(), campaign: at % 30 ? null : `A${at % 20}`, name: `Deal ${at}` },
      ...{ stageSince: ago(90), expectedCloseAt: today + below(120) },
    })),
    stageHistory: list(rows / 10, (at) => ({
      ...{ id: `H${at}`, opportunity: `D${below(opportunities.length)}` },
      ...{ stage: pick(['met', 'found', 'confirmed', 'needsDefined', 'proposal']), enteredAt: ago(300) },
    })),
    tickets: list(rows / 5, (at) => ticket(at, today - random() * 300, customer(), pick)),
    surveys: list(rows / 20, (at) => ({
      ...{ id: `S${at}`, customer: customer(), kind: pick(['nps', 'csat']), score: 1 + below(5), at: ago(300) },
    })),
    campaigns: list(20, (at) => ({
      ...{ id: `A${at}`, name: `Campaign ${at}`, budget: 10_000, actualCost: 9_000 },
      ...{ startAt: today - 300 + at, endAt: today - 260 + at, participants: 50 },
    })),
    campaignMembers: list(rows / 50, (at) => ({
      ...{
        id: `M${at}`,
        campaign: `A${at % 20}`,
        customer: customer(),
        state: pick(['invited', 'attended']),
        at: ago(280),
      },
    })),
    milestones: list(rows / 100, (at) => ({
      ...{
        id: `L${at}`,
        name: `Milestone ${at}`,
        customer: customer(),
        owner: `U${at % 10}`,
        dueAt: today - 40 + below(90),
      },
    })),
    targets: list(24, (at) => ({ id: `T${at}`, month: today - 30 * at, owner: `U${at % 10}`, amount: 100_000 })),
  };
}

function ticket(at: number, submitted: number, customer: string, pick: <T>(values: readonly T[]) => T): SeedRow {
  const isOpen = at % 12 === 0;
  return {
    ...{ id: `Q${at}`, customer, subject: `Ticket ${at}`, owner: `U${at % 10}`, submittedAt: submitted },
    ...{ type: pick(['complaint', 'question', 'repair', 'suggestion']), priority: pick(['high', 'medium', 'low']) },
    status: isOpen ? pick(['submitted', 'accepted', 'inProgress']) : 'closed',
    firstResponseAt: submitted + 0.1,
    resolvedAt: isOpen ? null : submitted + 2,
    satisfaction: isOpen ? null : pick([2, 3, 4, 5]),
  };
}

const syllables = [
  'Shan',
  'Hai',
  'Nor',
  'Bei',
  'Gra',
  'Lin',
  'Ost',
  'Feng',
  'Kal',
  'Ming',
  'Tor',
  'Vel',
  'Zhou',
  'Ural',
];
const trades = ['Machinery', 'Foods', 'Textiles', 'Logistics', 'Software', 'Trading', 'Optics', 'Paper'];
const forms = ['Ltd', 'Co., Ltd.', 'Inc.', 'GmbH', 'Group', ''];
const industries = ['Trade', 'Manufacturing', 'Services', 'Health', 'Education'];
const regions = ['North', 'South', 'East', 'West'];

/**
 * The tables as office.js delivers them: one `any[][]` of input cells for each, blanks as empty text, every text a
 * string of its own.
 */
export function rawTables(records: Records, today: number): RawTable[] {
  const { inputs } = fillWorkbook({ language: 'en', records, clock: today });
  return template.tables.map((table) => ({
    table: table.id,
    firstRow: firstRecordRow(table),
    columnIds: inputColumns(table).map(({ id }) => id),
    rows: JSON.parse(JSON.stringify(inputs[table.id]!.map((row) => row.map((cell) => cell ?? '')))) as Cell[][],
  }));
}
