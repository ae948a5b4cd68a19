import type { Plan, Step } from '../template/plan';
import { defaultLabels } from '../template/labels';
import { tableDef, template } from '../template/load';
import type { KeyedTable } from '../template/planRows';
import type { Language, Text } from '../template/types';
import { tableTitle } from './tableTitle';

/** What a plan adds, in the words of a person who knows sheets and tables. */
export interface PlanGroup {
  readonly kind: 'sheets' | 'tables' | 'columns' | 'lists' | 'settings' | 'formulas' | 'charts' | 'names';
  readonly count: number;
  /** One line per thing. */
  readonly items: readonly string[];
}

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>;

/** Steps by kind, without the bookkeeping (meta rows, single dashboard cells); groups without content are left out. */
export function planGroups({ steps, names }: Plan, language: Language): PlanGroup[] {
  const of = <K extends Step['kind']>(kind: K) => steps.filter((step): step is Of<K> => step.kind === kind);
  const label = (table: string) => tableTitle(table, language);
  const groups: PlanGroup[] = [
    group(
      'sheets',
      of('sheet').map((step) => step.name),
    ),
    group(
      'tables',
      of('table').map((step) => label(step.table)),
    ),
    group(
      'columns',
      of('column').map((step) => `${label(step.table)}: ${step.column.caption}`),
    ),
    group(
      'lists',
      of('rows').flatMap((step) => entries(step, 'lists', language)),
    ),
    group(
      'settings',
      of('rows').flatMap((step) => entries(step, 'settings', language)),
    ),
    group(
      'formulas',
      of('formula').map((step) => `${label(step.table)}: ${names.caption(step.table, step.column)}`),
    ),
    group(
      'charts',
      of('chart').map((step) => step.chart.title),
    ),
    group(
      'names',
      of('name').map((step) => step.name),
    ),
  ];
  return groups.filter(({ count }) => count > 0);
}

const group = (kind: PlanGroup['kind'], items: readonly string[]): PlanGroup => ({ kind, count: items.length, items });

/** Labels of the entries and names of the settings that a step adds. */
function entries(step: Of<'rows'>, table: KeyedTable, language: Language): string[] {
  const labels = table === 'lists' ? defaultLabels(template, language) : settingNames(language);
  return step.table === table ? step.keys.map((key) => labels.get(key) ?? key) : [];
}

const settingNames = (language: Language): ReadonlyMap<string, string> =>
  new Map((tableDef('settings').rows ?? []).map(({ key, name }) => [String(key), (name as Text)[language]]));
