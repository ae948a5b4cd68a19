import type { Forecast } from '../../crm/forecastMonth';
import type { LostReason } from '../../crm/lostReason';
import type { Problem, Snapshot } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { computeAll } from '../../template/compute';
import { environmentOf, languageOf } from '../../template/environment';
import { problemMessage } from '../problemMessage';
import { assignment, type AssignmentReport } from './assignment';
import { activity, type ActivityReport } from './activity';
import { campaigns, type CampaignResult } from './campaigns';
import { care, type CareReport } from './care';
import { concentration, type ConcentrationReport } from './concentration';
import { customerCounts, type CustomerCounts } from './customers';
import { countBy, type Facts } from './facts';
import { forecast } from './forecast';
import { funnel, type FunnelReport } from './funnel';
import { lostReasons } from './lostReasons';
import { milestones, type MilestonesReport } from './milestones';
import { people, type PeopleReport } from './people';
import { pool, type PoolReport } from './pool';
import { lifecycle, type LifecycleReport } from './lifecycle';
import { policyProblems } from './policyProblems';
import { dateProblems } from './dateProblems';
import { receivables, type ReceivablesReport } from './receivables';
import { affinity, trend, type AffinityReport, type TrendReport } from './sales';
import { quality, type QualityReport } from './quality';
import { revisits, type Revisits } from './revisits';
import { rfm, type RfmReport } from './rfm';
import { computedRows, type ComputedRows } from './rows';
import { stageConflicts } from './stageConflicts';
import { suggestions, type SuggestionReport } from './suggestions';
import { surveys, type SurveyReport } from './surveys';
import { tierReview, type TierReviewReport } from './tierReview';
import { targets, type TargetRow } from './targets';
import { tickets, type TicketCounts } from './tickets';

export type { CampaignResult } from './campaigns';
export type { OverdueRevisit } from './revisits';

/** What `crm report` prints and the pane shows: computed from the tables, never from cached formula cells. */
export interface Report {
  readonly asOf: string;
  readonly customers: CustomerCounts;
  readonly revisits: Revisits;
  readonly funnel: FunnelReport;
  readonly tickets: TicketCounts;
  readonly campaigns: readonly CampaignResult[];
  readonly receivables: ReceivablesReport;
  readonly affinity: AffinityReport;
  readonly trend: readonly TrendReport[];
  readonly rfm: RfmReport;
  readonly concentration: ConcentrationReport;
  readonly forecast: Forecast;
  readonly targets: readonly TargetRow[];
  readonly lostReasons: readonly LostReason[];
  readonly lifecycle: LifecycleReport;
  readonly activity: ActivityReport;
  readonly tierReview: TierReviewReport;
  readonly surveys: SurveyReport;
  readonly suggestions: SuggestionReport;
  readonly people: PeopleReport;
  readonly assignment: AssignmentReport;
  readonly pool: PoolReport;
  /** Only when asked for: comparing every customer with others takes time. */
  readonly quality?: QualityReport;
  readonly milestones: MilestonesReport;
  readonly care: CareReport;
  readonly problems: readonly (Omit<Problem, 'value'> & { readonly message: string })[];
  readonly problemCounts: Readonly<Record<string, number>>;
  readonly rows?: ComputedRows;
}

export interface ReportOptions {
  readonly asOf?: number;
  /** Every computed cell too. */
  readonly rows?: boolean;
  /** Data quality too, duplicates among it; `sound` tells how a name sounds (pinyin). */
  readonly quality?: { readonly sound?: (name: string) => string };
}

/** @param clock today's serial by the caller's clock; an as-of date in Settings wins unless `asOf` is given. */
export function buildReport(snapshot: Snapshot, clock: number, options: ReportOptions = {}): Report {
  const dated =
    options.asOf === undefined ? snapshot : { ...snapshot, settings: { ...snapshot.settings, asOf: options.asOf } };
  const facts: Facts = { computed: computeAll(dated, clock), environment: environmentOf(dated, clock) };
  const problems = [...snapshot.problems, ...stageConflicts(facts), ...dateProblems(facts), ...policyProblems(facts)];
  return {
    asOf: toIso(facts.environment.today),
    customers: customerCounts(facts),
    revisits: revisits(facts),
    funnel: funnel(facts),
    tickets: tickets(facts),
    campaigns: campaigns(facts),
    receivables: receivables(facts),
    affinity: affinity(facts),
    trend: trend(facts),
    rfm: rfm(facts),
    concentration: concentration(facts),
    forecast: forecast(facts),
    targets: targets(facts),
    lostReasons: lostReasons(facts),
    lifecycle: lifecycle(facts),
    activity: activity(facts),
    tierReview: tierReview(facts),
    surveys: surveys(facts),
    suggestions: suggestions(facts),
    people: people(facts),
    assignment: assignment(facts),
    pool: pool(facts),
    milestones: milestones(facts),
    care: care(facts),
    problems: problems.map(({ value, ...problem }) => ({
      ...problem,
      message: problemMessage({ ...problem, value }, languageOf(snapshot)),
    })),
    problemCounts: countBy(problems.map((problem) => problem.code)),
    ...(options.quality ? { quality: quality(facts, options.quality.sound) } : {}),
    ...(options.rows ? { rows: computedRows(facts.computed) } : {}),
  };
}
