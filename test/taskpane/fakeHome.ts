import type {
  ApplyOptions,
  ApplyReport,
  ChangeHint,
  FunctionCell,
  InsertedChart,
  LiveHome,
  RunOptions,
} from '../../src/actions/home';
import type { Changeset, FieldChange } from '../../src/crm/changeset';
import type { Snapshot, Value } from '../../src/crm/snapshot';
import { toSerial } from '../../src/shared/dates';
import { CrmError } from '../../src/shared/errors';
import type { Adoption, SourceSheet } from '../../src/template/adopt';
import { emptyState } from '../../src/template/bindings';
import { keyColumnOf, schemaVersion, tableDef } from '../../src/template/load';
import { isNeeded, type Needs } from '../../src/template/needs';
import { planWorkbook, type Plan } from '../../src/template/plan';
import type { OwnFormula } from '../../src/template/planFormulas';
import { fillWorkbook } from '../../src/template/records';
import { formulaOf, type ColumnPlace, type ColumnsFound, type ColumnSwitch } from '../../src/template/switchable';
import type { Selection } from '../../src/template/selected';
import { stepsOf } from '../../src/template/stages';
import type { Language } from '../../src/template/types';
import type { RemovalPlan, RemovalScope } from '../../src/template/uninstall';
import { applyToState } from '../support/planModel';

export const today = toSerial('2024-03-15');

type Row = Readonly<Record<string, Value>>;
type RuleCell = Omit<FieldChange, 'before'>;

/** Situations that a test puts the pane into; plain data, because it travels into the browser. */
export interface Scene {
  readonly language: Language;
  readonly installed: boolean;
  /** The sample company instead of the small firm of `records`. */
  readonly sample?: boolean;
  /** No records at all. */
  readonly empty?: boolean;
  /** Records beside those. */
  readonly more?: Readonly<Record<string, readonly Row[]>>;
  /** Tables that the workbook lacks. */
  readonly without?: readonly string[];
  readonly readOnly?: boolean;
  readonly sharedNow?: boolean;
  /** Installed, but the plan still has steps. */
  readonly incomplete?: boolean;
  readonly schemaVersion?: number;
  /** Formulas of the person's own in columns that we compute. */
  readonly own?: readonly OwnFormula[];
  /** What is selected in Excel. */
  readonly selection?: SourceSheet;
  /** What the first calls of `apply` come to, an error code or a report; later ones work. */
  readonly outcomes?: readonly (string | ApplyReport)[];
  /** This machine has seen the CRM before. */
  readonly isKnown?: boolean;
  /** The first reading waits for `answer`. */
  readonly isHeld?: boolean;
  /** Reading tells half of its progress and then goes on until it is cancelled. */
  readonly isSlow?: boolean;
  /** The same from the first write on. */
  readonly isSlowAfterwards?: boolean;
  /** Writing is not answered: a cell is being edited. */
  readonly isSlowWriting?: boolean;
  /** Error codes by the home's function. */
  readonly failures?: Readonly<Partial<Record<keyof LiveHome, string>>>;
}

/** A home in memory: real rules, no Excel. `calls` is what a test looks at. */
export class FakeHome implements LiveHome {
  readonly calls: unknown[][] = [];
  /** Plays a co-author: what the pane is told. */
  tell: (hint: ChangeHint) => void = () => undefined;
  /** Ends the waiting of the first reading. */
  answer: () => void = () => undefined;
  protected readonly answered = new Promise<void>((resolve) => (this.answer = resolve));
  private selected: Selection | null = null;
  private tellSelection: () => void = () => undefined;
  private applies = 0;
  private readonly switched = new Set<string>();
  /** Cells of the person's own that call the add-in. */
  private ownCalls: readonly FunctionCell[] = ['B2', 'B3'].map((address) => ({
    ...{ sheet: 'Mine', address, formula: '=CRM.OVERDUE(A1,A2)' },
  }));
  private installed: boolean;
  private language: Language;
  /** Cells of the settings tables that are not as in a new workbook: cut points that a review would change. */
  private rules: readonly RuleCell[] = [100_000, 20_000, 0].map((after, row) => ({
    ...{ table: 'tiers', id: 'ABC'[row]!, field: 'minValue', after },
  }));

  constructor(
    private readonly scene: Scene,
    private records: Readonly<Record<string, readonly Row[]>>,
  ) {
    this.installed = scene.installed;
    this.language = scene.language;
    for (const [table, more] of Object.entries(scene.more ?? {})) this.edit(table, (rows) => [...rows, ...more]);
  }

  async facts() {
    this.note('facts');
    const version = this.scene.schemaVersion ?? schemaVersion;
    return {
      schemaVersion: this.installed ? version : 0,
      language: this.language,
      sharedNow: this.scene.sharedNow ?? false,
      identity: this.installed ? 'W-1' : null,
      readOnly: this.scene.readOnly ?? false,
    };
  }

  async read(needs?: Needs): Promise<Snapshot> {
    this.note('read', needs);
    const { computed } = fillWorkbook({ language: this.language, clock: today, records: this.records });
    const whole = this.rules.reduce(withRule, computed);
    const there = Object.entries(whole.tables).filter(([table]) => !this.scene.without?.includes(table));
    return needed({ ...whole, tables: Object.fromEntries(there) }, needs);
  }

  isKnown(): boolean {
    return this.scene.isKnown ?? false;
  }

  async open(needs?: Needs, options: RunOptions = {}) {
    if (this.scene.isHeld) await this.answered;
    if (this.scene.isSlow || (this.scene.isSlowAfterwards && this.applies)) await untilCancelled(options);
    const facts = await this.facts();
    return { facts, snapshot: facts.schemaVersion === 0 ? null : await this.read(needs) };
  }

  signAs(person: string | null) {
    this.note('signAs', person);
  }

  async apply(changeset: Changeset, options: ApplyOptions = {}): Promise<ApplyReport> {
    this.note('apply', changeset, options.consent);
    if (this.scene.isSlowWriting) await new Promise(() => undefined);
    const outcome = this.scene.outcomes?.[this.applies];
    this.applies += 1;
    if (typeof outcome === 'string') throw new CrmError(outcome);
    if (outcome) return outcome;
    for (const { table, id } of changeset.refersTo ?? [])
      if (!this.records[table]?.some((row) => row.id === id)) throw new CrmError('recordNotFound', { table, id });
    this.write(changeset);
    return { appended: changeset.appends.length, updated: changeset.updates.length, alreadyDone: 0, conflicts: [] };
  }

  /** Writes to the tables: for the pane, or for a co-author of whom it is not told. */
  write(changeset: Omit<Changeset, 'action'>): void {
    for (const { table, values } of changeset.appends) this.edit(table, (rows) => [...rows, values]);
    for (const { table, id } of changeset.removals) this.edit(table, (rows) => rows.filter((row) => row.id !== id));
    for (const { table, id, field, after } of changeset.updates) {
      if (tableDef(table).group === 'settings') this.rules = [...this.rules, { table, id, field, after }];
      else this.edit(table, (rows) => rows.map((row) => (row.id === id ? { ...row, [field]: after } : row)));
    }
  }

  async plan(_: unknown, language: Language, adoptions: readonly Adoption[] = []) {
    this.note('plan', language);
    const plan = this.planned(language, adoptions);
    const own = this.scene.own ?? [];
    const isComplete = this.installed && !this.scene.incomplete && !adoptions.length;
    return isComplete ? { ...plan, steps: [], own } : { ...plan, own };
  }

  /** A list that is to be a table of an installed CRM meets the CRM's own one. */
  private planned(language: Language, adoptions: readonly Adoption[]): Plan {
    if (!this.installed || !adoptions.length) return planWorkbook(emptyState, language, undefined, adoptions);
    const fresh = planWorkbook(emptyState, language);
    const met = adoptions.map((adoption) => ({
      ...adoption,
      emptyOwn: this.records[adoption.table]?.length ? null : fresh.names.tableName(adoption.table),
    }));
    return planWorkbook(applyToState(emptyState, fresh), language, undefined, met);
  }

  async lookAtSelection() {
    this.note('lookAtSelection');
    if (!this.scene.selection) throw new CrmError('nothingSelected');
    return this.scene.selection;
  }

  async applyPlan(plan: Plan) {
    this.note('applyPlan', plan.language);
    for (const { adoption } of stepsOf(plan, 'adopt')) this.calls.push(['adopted', adoption]);
    for (const { column, instead } of stepsOf(plan, 'formula'))
      if (instead !== undefined) this.calls.push(['replaced', column, instead]);
    this.installed = true;
    this.language = plan.language;
    return { skipped: [], kept: [] };
  }

  async fillIds() {
    this.note('fillIds');
    return 0;
  }

  async writeFigures() {
    this.note('writeFigures');
    return [{ table: 'customers', column: 'value', cells: 3 }];
  }

  async planRemoval(scope: RemovalScope): Promise<RemovalPlan> {
    this.note('planRemoval', scope);
    const steps: RemovalPlan['steps'] = [
      { kind: 'freeze', table: 'customers', name: 'Customers', columns: ['Revisit'] },
      { kind: 'names', names: ['crm_today'] },
    ];
    return { scope, steps, functionCells: 0, records: 0 };
  }

  async applyRemoval({ scope }: RemovalPlan): Promise<void> {
    this.note('applyRemoval', scope);
    this.installed = false;
  }

  async reconcile() {
    this.note('reconcile');
    return 0;
  }

  async watch(listener: (hint: ChangeHint) => void) {
    this.note('watch');
    this.tell = listener;
    return async () => undefined;
  }

  async selection() {
    this.note('selection');
    return this.selected;
  }

  async watchSelection(listener: () => void) {
    this.note('watchSelection');
    this.tellSelection = listener;
    return async () => undefined;
  }

  /** Plays a person who selects a row of the sheet. */
  select(selected: Selection | null): void {
    this.selected = selected;
    this.tellSelection();
  }

  async lookAtColumns(): Promise<ColumnsFound> {
    this.note('lookAtColumns');
    const { names } = planWorkbook(emptyState, this.language);
    const columns = (['customers.tier', 'team.loadShare'] as const).map((place) => {
      const [table, column] = place.split('.') as [string, string];
      const state = this.switched.has(place) ? ('twin' as const) : ('native' as const);
      return { table, column, state, found: formulaOf({ table, column }, state, names), rows: 3, isApart: false };
    });
    return { language: this.language, names, columns };
  }

  async switchColumns({ columns, to }: ColumnSwitch) {
    this.note('switchColumns', columns.length, to);
    for (const { table, column } of columns)
      if (to === 'twin') this.switched.add(`${table}.${column}`);
      else this.switched.delete(`${table}.${column}`);
    return { skipped: [], kept: [] };
  }

  async readFigures(columns: readonly ColumnPlace[]) {
    this.note('readFigures', columns.length);
    return columns.map(() => ['A', 'B', 'C']);
  }

  async findFunctionCells() {
    this.note('findFunctionCells');
    return this.ownCalls;
  }

  async freezeFunctionCells(cells: readonly FunctionCell[]) {
    this.note('freezeFunctionCells', cells.length);
    this.ownCalls = this.ownCalls.filter(({ address }) => !cells.some((cell) => cell.address === address));
    return cells;
  }

  async insertFunnel() {
    this.note('insertFunnel');
    return { sheet: 'Sheet1', name: 'crm_funnel_2', cell: 'B3' };
  }

  async removeChart(chart: InsertedChart) {
    this.note('removeChart', chart);
  }

  async selectRecord(table: string, id: string) {
    this.note('selectRecord', table, id);
  }

  private edit(table: string, change: (rows: readonly Row[]) => readonly Row[]): void {
    this.records = { ...this.records, [table]: change(this.records[table] ?? []) };
  }

  private note(name: keyof LiveHome, ...args: unknown[]): void {
    this.calls.push([name, ...args]);
    const code = this.scene.failures?.[name];
    if (code) throw new CrmError(code);
  }
}

async function untilCancelled({ onProgress, signal }: RunOptions): Promise<void> {
  onProgress?.({ done: 1, total: 2, label: 'read.tables' });
  await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
}

/** Nothing but what was asked for, so that a view that forgot to ask shows it. */
function needed(snapshot: Snapshot, needs: Needs | undefined): Snapshot {
  const tables = Object.entries(snapshot.tables).map(([table, rows]) => {
    const columns = Object.entries(rows.columns).filter(([column]) => isNeeded(needs, table, column));
    return [table, { ...rows, columns: Object.fromEntries(columns) }] as const;
  });
  return { ...snapshot, tables: Object.fromEntries(tables.filter(([, { columns }]) => Object.keys(columns).length)) };
}

/** A settings table with one cell changed. */
function withRule(snapshot: Snapshot, { table, id, field, after }: RuleCell): Snapshot {
  const rows = snapshot.tables[table]!;
  const keys = rows.columns[keyColumnOf(table).id]!;
  const column = rows.columns[field]!.map((value, row) => (keys[row] === id ? after : value));
  return {
    ...snapshot,
    settings: table === 'settings' ? { ...snapshot.settings, [id]: after } : snapshot.settings,
    tables: { ...snapshot.tables, [table]: { ...rows, columns: { ...rows.columns, [field]: column } } },
  };
}
