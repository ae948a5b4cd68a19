import type { Spelling } from '../../crm/duplicate';
import type { Forecast } from '../../crm/forecastMonth';
import type { LostReason } from '../../crm/lostReason';
import type { Snapshot } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { assignment, type AssignmentReport } from './assignment';
import { audience, type AudienceReport } from './audience';
import { activity, type ActivityReport } from './activity';
import { campaigns, type CampaignResult } from './campaigns';
import { care, type CareReport } from './care';
import { concentration, type ConcentrationReport } from './concentration';
import { contribution, type ContributionReport } from './contribution';
import { customerCounts, type CustomerCounts } from './customers';
import { countBy, factsOf } from './facts';
import { forecast } from './forecast';
import { funnel, type FunnelReport } from './funnel';
import { lostReasons } from './lostReasons';
import { milestones, type MilestonesReport } from './milestones';
import { people, type PeopleReport } from './people';
import { pool, type PoolReport } from './pool';
import { lifecycle, type LifecycleReport } from './lifecycle';
import { loyalty, type LoyaltyReport } from './loyalty';
import { receivables, type ReceivablesReport } from './receivables';
import { affinity, trend, type AffinityReport, type TrendReport } from './sales';
import { prediction, type PredictionReport } from './prediction';
import { problems, type ReportedProblem } from './problems';
import { quality, type QualityReport } from './quality';
import { revisits, type Revisits } from './revisits';
import { rfm, type RfmReport } from './rfm';
import { computedRows, type ComputedRows } from './rows';
import { suggestions, type SuggestionReport } from './suggestions';
import { surveys, type SurveyReport } from './surveys';
import { today, type TodayReport } from './today';
import { tierReview, type TierReviewReport } from './tierReview';
import { targets, type TargetRow } from './targets';
import { tickets, type TicketCounts } from './tickets';

export type { CampaignResult } from './campaigns';
export type { OverdueRevisit } from './revisits';

/** What `crm report` prints and the pane shows: computed from the tables, never from cached formula cells. */
export interface Report {
  readonly asOf: string;
  readonly today: TodayReport;
  readonly customers: CustomerCounts;
  readonly revisits: Revisits;
  readonly funnel: FunnelReport;
  readonly tickets: TicketCounts;
  readonly campaigns: readonly CampaignResult[];
  readonly audience: readonly AudienceReport[];
  readonly receivables: ReceivablesReport;
  readonly affinity: AffinityReport;
  readonly trend: readonly TrendReport[];
  readonly rfm: RfmReport;
  readonly concentration: ConcentrationReport;
  readonly contribution: ContributionReport;
  readonly forecast: Forecast;
  readonly targets: readonly TargetRow[];
  readonly lostReasons: readonly LostReason[];
  readonly lifecycle: LifecycleReport;
  readonly activity: ActivityReport;
  readonly loyalty: LoyaltyReport;
  readonly prediction: PredictionReport;
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
  readonly problems: readonly ReportedProblem[];
  readonly problemCounts: Readonly<Record<string, number>>;
  readonly rows?: ComputedRows;
}

export interface ReportOptions {
  readonly asOf?: number;
  /** Every computed cell too. */
  readonly rows?: boolean;
  /** Data quality too, duplicates among it. */
  readonly quality?: { readonly spelling?: Spelling };
}

/** @param clock today's serial by the caller's clock; an as-of date in Settings wins unless `asOf` is given. */
export function buildReport(snapshot: Snapshot, clock: number, options: ReportOptions = {}): Report {
  const dated =
    options.asOf === undefined ? snapshot : { ...snapshot, settings: { ...snapshot.settings, asOf: options.asOf } };
  const facts = factsOf(dated, clock);
  const found = problems(facts);
  return {
    asOf: toIso(facts.environment.today),
    today: today(facts),
    customers: customerCounts(facts),
    revisits: revisits(facts),
    funnel: funnel(facts),
    tickets: tickets(facts),
    campaigns: campaigns(facts),
    audience: audience(facts),
    receivables: receivables(facts),
    affinity: affinity(facts),
    trend: trend(facts),
    rfm: rfm(facts),
    concentration: concentration(facts),
    contribution: contribution(facts),
    forecast: forecast(facts),
    targets: targets(facts),
    lostReasons: lostReasons(facts),
    lifecycle: lifecycle(facts),
    activity: activity(facts),
    loyalty: loyalty(facts),
    prediction: prediction(facts),
    tierReview: tierReview(facts),
    surveys: surveys(facts),
    suggestions: suggestions(facts),
    people: people(facts),
    assignment: assignment(facts),
    pool: pool(facts),
    milestones: milestones(facts),
    care: care(facts),
    problems: found,
    problemCounts: countBy(found.map(({ code }) => code)),
    ...(options.quality ? { quality: quality(facts, options.quality.spelling) } : {}),
    ...(options.rows ? { rows: computedRows(facts.computed) } : {}),
  };
}
