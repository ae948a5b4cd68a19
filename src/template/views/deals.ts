import type { StageEntry } from '../../crm/dwell';
import type { Outcome } from '../../crm/funnel';
import type { ForecastCategory } from '../../crm/forecast';
import type { Value } from '../../crm/snapshot';
import type { Environment } from '../twins';
import { liveRows, oncePerSource, type ViewSource } from './source';
import { parentRows } from './team';

/** A deal as the rules of funnel, forecast and targets see it; dates are serials, money in major units. */
export interface DealRecord {
  /** 0-based row of the opportunities table. */
  readonly row: number;
  readonly id: string | null;
  readonly name: string | null;
  readonly ownerKey: string | null;
  readonly productKey: string | null;
  readonly source: string | null;
  readonly outcome: Outcome;
  /** 0-based, -1 = unknown. */
  readonly furthest: number;
  readonly stageNo: number | null;
  readonly amount: number | null;
  readonly probability: number | null;
  readonly weighted: number | null;
  readonly judgement: ForecastCategory | null;
  readonly lostReason: string | null;
  readonly createdAt: number | null;
  readonly closedAt: number | null;
  readonly expectedCloseAt: number | null;
  readonly stageAge: number | null;
  readonly isStale: boolean;
  readonly skippedChecklists: number | null;
}

const columns = [
  ...([
    'id',
    'name',
    'ownerKey',
    'productKey',
    'source',
    'lostReason',
    'forecastJudgement',
    'isOpen',
    'isWon',
  ] as const),
  ...(['stageNo', 'furthestNo', 'amount', 'probability', 'weightedAmount', 'createdAt', 'closedAt'] as const),
  ...(['expectedCloseAt', 'stageAge', 'isStale', 'skippedChecklists'] as const),
] as const;

/** Every deal that is not archived. */
export function dealRecords(source: ViewSource): DealRecord[] {
  if (!source.rows('opportunities')) return [];
  const of = Object.fromEntries(columns.map((id) => [id, source.column('opportunities', id)])) as Record<
    (typeof columns)[number],
    readonly Value[]
  >;
  const text = (values: readonly Value[], row: number) => (values[row] ?? null) as string | null;
  const number = (values: readonly Value[], row: number) => (values[row] ?? null) as number | null;
  return liveRows(source, 'opportunities').map((row) => ({
    row,
    id: text(of.id, row),
    name: text(of.name, row),
    ownerKey: text(of.ownerKey, row),
    productKey: text(of.productKey, row),
    source: text(of.source, row),
    outcome: of.isOpen[row] === 1 ? 'open' : of.isWon[row] === 1 ? 'won' : 'lost',
    furthest: (number(of.furthestNo, row) ?? 0) - 1,
    stageNo: number(of.stageNo, row),
    amount: number(of.amount, row),
    probability: number(of.probability, row),
    weighted: number(of.weightedAmount, row),
    judgement: text(of.forecastJudgement, row) as ForecastCategory | null,
    lostReason: text(of.lostReason, row),
    createdAt: number(of.createdAt, row),
    closedAt: number(of.closedAt, row),
    expectedCloseAt: number(of.expectedCloseAt, row),
    stageAge: number(of.stageAge, row),
    isStale: of.isStale[row] === 1,
    skippedChecklists: number(of.skippedChecklists, row),
  }));
}

/** A line of the stage history; `deal` is a row of the opportunities table. */
export interface StageLine {
  readonly deal: number;
  /** 0-based position. */
  readonly stage: number;
  readonly day: number;
  /** `null` = as the stage says. */
  readonly outcome: Outcome | null;
  /** The day on which Refresh found the deal there; `null` = recorded when it moved. */
  readonly seenOn: number | null;
}

/** Lines up to today that can be read, in the order of time; of one day the later line is the later one. */
export const stageLines = oncePerSource((source, { today }: Environment): readonly StageLine[] => {
  if (!source.rows('stageHistory')) return [];
  const deals = parentRows(source, 'stageHistory', 'opportunity', 'opportunities');
  const [stages, days, outcomes, seen] = ['stageNo', 'enteredAt', 'outcome', 'seenOn'].map((id) =>
    source.column('stageHistory', id),
  ) as [readonly Value[], readonly Value[], readonly Value[], readonly Value[]];
  const lines: StageLine[] = [];
  for (const row of liveRows(source, 'stageHistory')) {
    const [deal, stage, day, seenOn] = [deals[row] ?? null, stages[row], days[row], seen[row]];
    if (deal === null || typeof stage !== 'number' || typeof day !== 'number' || day > today) continue;
    lines.push({
      deal,
      stage: stage - 1,
      day: Math.floor(day),
      outcome: outcomes[row] as Outcome | null,
      seenOn: typeof seenOn === 'number' ? Math.floor(seenOn) : null,
    });
  }
  return lines.sort((a, b) => a.day - b.day);
});

/** The latest line of each deal, by row. */
export const lastStageLines = (source: ViewSource, environment: Environment): ReadonlyMap<number, StageLine> =>
  new Map(stageLines(source, environment).map((line) => [line.deal, line]));

/** Recorded entries into stages up to today: a line that says only how the deal stands there is none. */
export function stageEntries(source: ViewSource, environment: Environment): StageEntry[] {
  const at = new Map<number, number>();
  const entries: StageEntry[] = [];
  for (const { deal, day, seenOn, outcome, stage: reached } of stageLines(source, environment)) {
    const stage = outcome === 'lost' ? -1 : reached;
    if (at.get(deal) === stage) continue;
    at.set(deal, stage);
    entries.push(seenOn !== null && day < seenOn ? { deal, stage, day, isLate: true } : { deal, stage, day });
  }
  return entries;
}
