import type { Plan, Step } from './plan';
import { isWorkName } from './remnants';

/** Kinds of stages in the order in which they run. */
export type StageKind =
  | 'clean'
  | 'book'
  | 'sheet'
  | 'columns'
  | 'rows'
  | 'names'
  | 'formulas'
  | 'rules'
  | 'dashboard'
  | 'mend'
  | 'charts'
  | 'finish';

/**
 * A numbered part of an installation: what a person sees before and while it runs, and what is done in one piece. Doing
 * a stage twice does no more than doing it once.
 */
export interface Stage {
  /** From 1. */
  readonly number: number;
  readonly kind: StageKind;
  readonly steps: readonly Step[];
  /** Facts for its text (`pane.stage.<kind>`): sheets as they are or will be called, `table` as a template id. */
  readonly params: Readonly<Record<string, string | number>>;
}

type Draft = Omit<Stage, 'number'>;

/** The stages of a plan: bookkeeping first, so that whatever is cut short is known for ours; the version last. */
export function stagesOf(plan: Plan): readonly Stage[] {
  const drafts = [
    ...cleaning(plan),
    ...bookkeeping(plan),
    ...sheets(plan),
    ...columns(plan),
    ...rows(plan),
    ...together(plan, 'names', ['name']),
    ...together(plan, 'formulas', ['formula']),
    ...together(plan, 'rules', ['rules']),
    ...dashboard(plan),
    ...together(plan, 'mend', ['mend']),
    ...together(plan, 'finish', ['meta']),
  ];
  return drafts.map((draft, index) => ({ number: index + 1, ...draft }));
}

/** The steps of one kind, in the plan's order. */
export const stepsOf = <K extends Step['kind']>(
  { steps }: Pick<Plan, 'steps'>,
  kind: K,
): Extract<Step, { kind: K }>[] => steps.filter((step): step is Extract<Step, { kind: K }> => step.kind === kind);

/** What was cut short, and apart from it the empty tables that a person's lists take the place of, with their names. */
function cleaning(plan: Plan): Draft[] {
  const [step] = stepsOf(plan, 'clean');
  if (!step) return [];
  const replaced = step.sheets.filter((sheet) => !isWorkName(sheet));
  const sheets = step.sheets.filter(isWorkName);
  const names = replaced.length ? [] : step.names;
  const count = sheets.length + names.length;
  const drafts: Draft[] = [
    { kind: 'clean', steps: [{ ...step, sheets, names }], params: { count } },
    {
      kind: 'clean',
      steps: [{ ...step, sheets: replaced }],
      params: { context: 'replaced', count: replaced.length, sheets: replaced.join(', ') },
    },
  ];
  return drafts.filter(({ params }) => Number(params.count) > 0);
}

/** The table and sheet that know all others. */
const bookId = 'meta';

const isOfBook = (step: Step): boolean =>
  ((step.kind === 'sheet' || step.kind === 'table') && step.sheet === bookId) ||
  (step.kind === 'column' && step.table === bookId);

/** Identity, migrations, adopted tables, the meta table, and in it the names that the other stages will use. */
function bookkeeping(plan: Plan): Draft[] {
  const steps = plan.steps.filter((step) => ['identity', 'migrate', 'adopt'].includes(step.kind) || isOfBook(step));
  const isNeeded = steps.length > 0 || plan.steps.some(({ kind }) => kind === 'table' || kind === 'column');
  const [last] = stepsOf({ steps }, 'migrate').slice(-1);
  const params: Stage['params'] = last ? { context: 'migrate', version: last.id.replace('crm/', '') } : {};
  return isNeeded ? [{ kind: 'book', steps, params }] : [];
}

const sheets = (plan: Plan): Draft[] =>
  stepsOf(plan, 'sheet')
    .filter(({ sheet }) => sheet !== bookId && sheet !== 'dashboard')
    .map((step) => {
      const tables = stepsOf(plan, 'table').filter(({ sheet }) => sheet === step.sheet);
      return { kind: 'sheet', steps: [step, ...tables], params: { sheet: step.name, count: tables.length } };
    });

function columns(plan: Plan): Draft[] {
  const steps = stepsOf(plan, 'column').filter((step) => !isOfBook(step));
  return [...new Set(steps.map(({ table }) => table))].map((table) => {
    const own = steps.filter((step) => step.table === table);
    const captions = own.map(({ column }) => column.caption).join(', ');
    return { kind: 'columns', steps: own, params: { count: own.length, table, columns: captions } };
  });
}

/** Before the names, which look these rows up. */
const rows = (plan: Plan): Draft[] =>
  stepsOf(plan, 'rows').map((step) => ({
    kind: 'rows',
    steps: [step],
    params: { context: step.table, count: step.keys.length },
  }));

function together(plan: Plan, kind: StageKind, kinds: readonly Step['kind'][]): Draft[] {
  const steps = plan.steps.filter((step) => kinds.includes(step.kind));
  return steps.length ? [{ kind, steps, params: { count: steps.length } }] : [];
}

/** A new dashboard comes with its charts; charts alone only complete what crm/1 left unfinished. */
function dashboard(plan: Plan): Draft[] {
  const [step] = stepsOf(plan, 'dashboard');
  const charts = stepsOf(plan, 'chart');
  if (!step) return together(plan, 'charts', ['chart']);
  const sheet = stepsOf(plan, 'sheet').filter(({ sheet: id }) => id === step.sheet);
  return [
    {
      kind: 'dashboard',
      steps: [...sheet, step, ...charts],
      params: { sheet: sheet[0]?.name ?? '', count: charts.length },
    },
  ];
}
