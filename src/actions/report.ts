import { funnel as computeFunnel, type Funnel, type Outcome } from '../crm/funnel';
import { People } from '../crm/people';
import type { Problem, Snapshot, Value } from '../crm/snapshot';
import { toIso } from '../shared/dates';
import { computeAll } from '../template/compute';
import { codesByLabel, defaultLabels, labelsFrom } from '../template/labels';
import { environmentOf, languageOf } from '../template/environment';
import { template } from '../template/load';
import { problemMessage } from './problemMessage';
import { computedRows } from './reportRows';

/** One overdue revisit with the people to tell (C-36, C-38). Dates are ISO, `null` = unknown. */
export interface OverdueRevisit {
  readonly customerId: string | null;
  readonly customer: string;
  readonly owner: string | null;
  readonly ownerId: string | null;
  readonly supervisor: string | null;
  readonly supervisorId: string | null;
  readonly base: string | null;
  readonly lastRevisit: string | null;
  readonly dueAt: string;
  readonly daysOverdue: number;
  /** `key`, `prospect`, `normal`, a rule of the manager's own, or `agreed`. */
  readonly rule: string | null;
}

export interface CampaignResult {
  readonly campaign: string;
  readonly budget: number | null;
  readonly actualCost: number | null;
  readonly won: number;
  readonly roi: number | null;
}

/** What `crm report` prints and the pane shows: computed from the tables, never from cached formula cells. */
export interface Report {
  readonly asOf: string;
  readonly customers: { readonly count: number; readonly byTier: Readonly<Record<string, number>> };
  readonly revisits: {
    readonly overdue: readonly OverdueRevisit[];
    readonly neverContacted: number;
    readonly neverContactedCustomers: readonly { readonly customerId: string | null; readonly customer: string }[];
  };
  readonly funnel: Funnel;
  readonly tickets: { readonly open: number; readonly breached: number; readonly openBreached: number };
  readonly campaigns: readonly CampaignResult[];
  readonly problems: readonly (Omit<Problem, 'value'> & { readonly message: string })[];
  readonly problemCounts: Readonly<Record<string, number>>;
  readonly rows?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Value>>>>>>;
}

/** @param clock today's serial by the caller's clock; an as-of date in Settings wins unless `asOf` is given. */
export function buildReport(
  snapshot: Snapshot,
  clock: number,
  options: { asOf?: number; rows?: boolean } = {},
): Report {
  const dated =
    options.asOf === undefined ? snapshot : { ...snapshot, settings: { ...snapshot.settings, asOf: options.asOf } };
  const computed = computeAll(dated, clock);
  const environment = environmentOf(dated, clock);
  const problems = [...snapshot.problems, ...conflicts(computed)];
  return {
    asOf: toIso(environment.today),
    customers: customers(computed),
    revisits: revisits(
      computed,
      environment.rules.map((rule) => rule.rule),
    ),
    funnel: funnelOf(
      computed,
      environment.stages.map((stage) => String(stage.stage)),
      environment.moneyDigits,
    ),
    tickets: tickets(computed, environment.label('boolean', 'yes')),
    campaigns: campaigns(computed),
    problems: problems.map(({ value, ...problem }) => ({
      ...problem,
      message: problemMessage({ ...problem, value }, languageOf(snapshot)),
    })),
    problemCounts: countBy(problems.map((problem) => problem.code)),
    ...(options.rows ? { rows: computedRows(computed) } : {}),
  };
}

/** Records of a table that are not archived, by the columns asked for. */
function live<K extends string>(snapshot: Snapshot, table: string, columns: readonly K[]): Record<K, Value>[] {
  const rows = snapshot.tables[table];
  const archived = rows?.columns.archived ?? [];
  return Array.from({ length: rows?.count ?? 0 }, (_, row) => row)
    .filter((row) => archived[row] !== true)
    .map((row) => Object.fromEntries(columns.map((id) => [id, rows!.columns[id]?.[row] ?? null])) as Record<K, Value>);
}

function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function customers(snapshot: Snapshot): Report['customers'] {
  const rows = live(snapshot, 'customers', ['tier']);
  const codes = tierCodes(snapshot);
  const tiers = countBy(rows.map(({ tier }) => codes.get(String(tier).toLowerCase()) ?? String(tier)));
  const all = template.lists.tier!.map((item) => [item.code, 0] as const);
  return { count: rows.length, byTier: { ...Object.fromEntries(all), ...tiers } };
}

function tierCodes(snapshot: Snapshot): ReadonlyMap<string, string> {
  const lists = snapshot.tables.lists?.columns;
  const labels = labelsFrom(lists?.key ?? [], lists?.label ?? [], defaultLabels(template, languageOf(snapshot)));
  return codesByLabel(labels, 'tier');
}

const iso = (value: Value): string | null => (typeof value === 'number' ? toIso(value) : null);

function revisits(snapshot: Snapshot, ruleCodes: readonly (string | null)[]): Report['revisits'] {
  const people = new People(snapshot);
  const rows = live(snapshot, 'customers', [
    ...(['id', 'name', 'owner', 'revisitBase', 'lastRevisit', 'nextDue', 'daysOverdue', 'agreedNext'] as const),
    ...(['cadenceRuleNo', 'doNotContact', 'terminatedAt'] as const),
  ]);
  const overdue = rows
    .filter((row) => Number(row.daysOverdue) > 0)
    .sort((a, b) => Number(b.daysOverdue) - Number(a.daysOverdue))
    .map((row): OverdueRevisit => {
      const owner = people.person(row.owner);
      const supervisor = people.supervisor(row.owner);
      return {
        customerId: row.id as string | null,
        customer: String(row.name ?? ''),
        owner: owner?.name ?? null,
        ownerId: owner?.id ?? null,
        supervisor: supervisor?.name ?? null,
        supervisorId: supervisor?.id ?? null,
        base: iso(row.revisitBase),
        lastRevisit: iso(row.lastRevisit),
        dueAt: iso(row.nextDue)!,
        daysOverdue: Number(row.daysOverdue),
        rule: row.agreedNext !== null ? 'agreed' : (ruleCodes[Number(row.cadenceRuleNo ?? 0) - 1] ?? null),
      };
    });
  const never = rows.filter((row) => row.nextDue === null && row.doNotContact !== true && row.terminatedAt === null);
  return {
    overdue,
    neverContacted: never.length,
    neverContactedCustomers: never.map((row) => ({
      customerId: row.id as string | null,
      customer: String(row.name ?? ''),
    })),
  };
}

function funnelOf(snapshot: Snapshot, stageOrder: readonly string[], digits: number): Funnel {
  const deals = live(snapshot, 'opportunities', ['stage', 'amount', 'probability', 'isOpen', 'isWon']).map((row) => ({
    stage: row.stage as string | null,
    outcome: (row.isOpen === 1 ? 'open' : row.isWon === 1 ? 'won' : 'lost') as Outcome,
    amount: row.amount as number | null,
    probability: row.probability as number | null,
  }));
  return computeFunnel(deals, stageOrder, digits);
}

function tickets(snapshot: Snapshot, yes: string): Report['tickets'] {
  const rows = live(snapshot, 'tickets', ['isOpen', 'breached']);
  const breached = rows.filter((row) => row.breached === yes);
  return {
    open: rows.filter((row) => row.isOpen === 1).length,
    breached: breached.length,
    openBreached: breached.filter((row) => row.isOpen === 1).length,
  };
}

function campaigns(snapshot: Snapshot): CampaignResult[] {
  return live(snapshot, 'campaigns', ['name', 'budget', 'cost', 'won', 'roi']).map((row) => ({
    campaign: String(row.name ?? ''),
    budget: row.budget as number | null,
    actualCost: row.cost as number | null,
    won: Number(row.won ?? 0),
    roi: row.roi as number | null,
  }));
}

/** A deal marked won before the commitment stage, or open after it, counts as marked and is listed. */
function conflicts(snapshot: Snapshot): Problem[] {
  const rows = snapshot.tables.opportunities;
  if (!rows) return [];
  const committed = (snapshot.tables.stages?.columns.stage ?? []).indexOf('committed') + 1;
  const { stageNo = [], outcome = [], id = [] } = rows.columns;
  return Array.from({ length: rows.count }, (_, row) => row)
    .filter((row) => {
      const at = stageNo[row];
      if (typeof at !== 'number') return false;
      return outcome[row] === 'won' ? at < committed : outcome[row] === 'open' && at >= committed;
    })
    .map((row) => ({
      table: 'opportunities',
      row: rows.sheetRows[row]!,
      id: (id[row] as string | null) ?? null,
      column: 'outcome',
      code: 'stageOutcomeConflict' as const,
      value: String(outcome[row]),
    }));
}
