import { industryOf } from '../../actions/setUpIndustry';
import { peopleOf } from '../../actions/setUpPeople';
import { columnOf } from '../../template/environment';
import { industries } from '../../template/industries';
import { liveRows, sourceOf } from '../../template/views/source';
import type { PaneData } from '../context';

/** Steps of the set-up (C-74), in the order in which they are offered. */
export const steps = ['workbook', 'industry', 'people', 'cadence', 'customers', 'summary'] as const;
export type Step = (typeof steps)[number];

/** The step of a route's argument; `null` for none, or one that does not exist. */
export const stepNamed = (name: string | null): Step | null => steps.find((step) => step === name) ?? null;

export const stepAfter = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'summary';
export const stepBefore = (step: Step): Step => steps[steps.indexOf(step) - 1] ?? 'workbook';

/** How often customers are visited as every new workbook begins; another rhythm is somebody's choice. */
const firstCadence = industries[0]!.rows.cadenceRules!;

/**
 * What is done, recognised from the workbook alone: whoever comes back, on another machine too, goes on where the work
 * stopped. Rules that are as a new workbook has them count as not looked at yet.
 */
export function doneSteps({ snapshot }: Pick<PaneData, 'snapshot'>): ReadonlySet<Step> {
  const rows = (column: string) => columnOf(snapshot, 'cadenceRules', column);
  const isCadenceKept = rows('rule').every((rule, row) => {
    const first = firstCadence[String(rule)];
    return first?.every === rows('every')[row] && first?.unit === rows('unit')[row];
  });
  const found: Readonly<Record<Step, boolean>> = {
    workbook: true,
    industry: industryOf(snapshot, industries) !== industries[0],
    people: peopleOf(snapshot).length > 0,
    cadence: !isCadenceKept,
    customers: customerRows(snapshot).length > 0,
    summary: false,
  };
  return new Set(steps.filter((step) => found[step]));
}

/** Rows of customers that are not archived, as every view counts them. */
export const customerRows = (snapshot: PaneData['snapshot']): readonly number[] =>
  liveRows(sourceOf(snapshot), 'customers');

/** Where the set-up goes on: after the last thing that somebody did; the summary once there are customers. */
export function openStep(done: ReadonlySet<Step>): Step {
  const last = [...steps].reverse().find((step) => done.has(step)) ?? 'workbook';
  return stepAfter(last);
}
