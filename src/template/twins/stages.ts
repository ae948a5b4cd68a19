import type { Outcome } from '../../crm/funnel';
import { decidedByStage, stageProbabilities } from '../../crm/winProbability';
import type { Value } from '../../crm/snapshot';
import type { ViewSource } from '../views/source';
import { flag, number, type Environment } from './twin';
import { isStale } from '../../crm/dwell';

/** The code side of a `formula` column that looks at another table: all its values at once. */
export type WholeColumn = (source: ViewSource, env: Environment) => readonly Value[];

/** Decided deals by how far they came; archived ones are neither won nor lost. */
function decidedDeals(source: ViewSource): { readonly furthest: number; readonly outcome: Outcome }[] {
  const [furthest, won, lost] = ['furthestNo', 'isWon', 'isLost'].map((id) => source.column('opportunities', id)) as [
    readonly Value[],
    readonly Value[],
    readonly Value[],
  ];
  return furthest.map((no, row) => ({
    furthest: (number(no) ?? 0) - 1,
    outcome: won[row] === 1 ? 'won' : lost[row] === 1 ? 'lost' : 'open',
  }));
}

const stageNumbers: WholeColumn = (_, { stages }) =>
  stages.map(({ stage }) => (stage === null ? null : stages.findIndex((other) => other.stage === stage) + 1));

/** A figure of {@link decidedByStage} for each stage of the table. */
const decided =
  (figure: 'decided' | 'won'): WholeColumn =>
  (source, env) => {
    const counts = decidedByStage(decidedDeals(source), env.stages.length)[figure];
    return source.column('stages', 'no').map((no) => (no === null ? null : counts[Number(no) - 1]!));
  };

const probabilities = (source: ViewSource, { stages, deals }: Environment) => {
  const [all, won] = ['decidedDeals', 'wonDeals'].map((id) =>
    source.column('stages', id).map((count) => number(count) ?? 0),
  ) as [number[], number[]];
  return stageProbabilities(
    { decided: all, won },
    stages.map(({ probability }) => probability),
    stages.findIndex(({ stage }) => stage === 'committed'),
    deals.minDecided,
  );
};

/** What the stage of each deal says in a column of the stages table. */
const ofStage = (source: ViewSource, column: string): readonly Value[] => {
  const values = source.column('stages', column);
  return source.column('opportunities', 'stageNo').map((no) => (no === null ? null : (values[Number(no) - 1] ?? null)));
};

/** Twins of columns that depend on other tables, by `table.column`. */
export const wholeColumns: Readonly<Record<string, WholeColumn>> = {
  'stages.no': stageNumbers,
  'stages.decidedDeals': decided('decided'),
  'stages.wonDeals': decided('won'),
  'stages.winProbability': (source, env) => probabilities(source, env).map(({ probability }) => probability),
  'stages.probabilityBasis': (source, env) =>
    probabilities(source, env).map(({ basis }) => env.label('probabilityBasis', basis)),
  'opportunities.probability': (source) => {
    const own = source.column('opportunities', 'probabilityOverride');
    const stageNo = source.column('opportunities', 'stageNo');
    return ofStage(source, 'winProbability').map((value, row) => (stageNo[row] === null ? null : (own[row] ?? value)));
  },
  'opportunities.isStale': (source) => {
    const [limits, days] = [ofStage(source, 'staleLimit'), ofStage(source, 'staleDays')];
    return source
      .column('opportunities', 'stageAge')
      .map((age, row) => flag(isStale(number(age), number(limits[row]) ?? number(days[row]))));
  },
};
