import type { Funnel } from '../../crm/funnel';
import type { Problem, Snapshot } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { computeAll } from '../../template/compute';
import { environmentOf, languageOf } from '../../template/environment';
import { problemMessage } from '../problemMessage';
import { campaigns, type CampaignResult } from './campaigns';
import { concentration, type ConcentrationReport } from './concentration';
import { customerCounts, type CustomerCounts } from './customers';
import { countBy, type Facts } from './facts';
import { funnel } from './funnel';
import { revisits, type Revisits } from './revisits';
import { rfm, type RfmReport } from './rfm';
import { computedRows, type ComputedRows } from './rows';
import { stageConflicts } from './stageConflicts';
import { tickets, type TicketCounts } from './tickets';

export type { CampaignResult } from './campaigns';
export type { OverdueRevisit } from './revisits';

/** What `crm report` prints and the pane shows: computed from the tables, never from cached formula cells. */
export interface Report {
  readonly asOf: string;
  readonly customers: CustomerCounts;
  readonly revisits: Revisits;
  readonly funnel: Funnel;
  readonly tickets: TicketCounts;
  readonly campaigns: readonly CampaignResult[];
  readonly rfm: RfmReport;
  readonly concentration: ConcentrationReport;
  readonly problems: readonly (Omit<Problem, 'value'> & { readonly message: string })[];
  readonly problemCounts: Readonly<Record<string, number>>;
  readonly rows?: ComputedRows;
}

/** @param clock today's serial by the caller's clock; an as-of date in Settings wins unless `asOf` is given. */
export function buildReport(
  snapshot: Snapshot,
  clock: number,
  options: { asOf?: number; rows?: boolean } = {},
): Report {
  const dated =
    options.asOf === undefined ? snapshot : { ...snapshot, settings: { ...snapshot.settings, asOf: options.asOf } };
  const facts: Facts = { computed: computeAll(dated, clock), environment: environmentOf(dated, clock) };
  const problems = [...snapshot.problems, ...stageConflicts(facts)];
  return {
    asOf: toIso(facts.environment.today),
    customers: customerCounts(facts),
    revisits: revisits(facts),
    funnel: funnel(facts),
    tickets: tickets(facts),
    campaigns: campaigns(facts),
    rfm: rfm(facts),
    concentration: concentration(facts),
    problems: problems.map(({ value, ...problem }) => ({
      ...problem,
      message: problemMessage({ ...problem, value }, languageOf(snapshot)),
    })),
    problemCounts: countBy(problems.map((problem) => problem.code)),
    ...(options.rows ? { rows: computedRows(facts.computed) } : {}),
  };
}
