import { dwell } from '../../crm/dwell';
import { dealRecords, stageEntries } from '../views/deals';
import { targetFigures } from '../views/targets';
import type { ViewSource } from '../views/source';
import type { Environment } from '../twins';
import type { RefreshedColumn } from '.';

const dwellOf = (source: ViewSource, env: Environment) =>
  dwell(
    stageEntries(source, env),
    env.stages.map(({ staleDays }) => staleDays),
    env.deals.stale,
  );

/** Without targets nobody needs to look at the deals. */
const figuresOf = (source: ViewSource, env: Environment) =>
  source.rows('targets') ? targetFigures(source, env, dealRecords(source)) : [];

/** What stages and targets hold as values: medians need code, and targets look for deals by three keys. */
export const dealColumns: Readonly<Record<string, RefreshedColumn>> = {
  'stages.medianDays': (source, env) => dwellOf(source, env).map(({ medianDays }) => medianDays),
  'stages.staleLimit': (source, env) => dwellOf(source, env).map(({ limit }) => limit),
  'targets.actual': (source, env) => figuresOf(source, env).map(({ actual }) => actual),
  'targets.weightedOpen': (source, env) => figuresOf(source, env).map(({ weightedOpen }) => weightedOpen),
};
