import type { ApplyOptions, ApplyReport, ChangeHint, LiveHome } from '../../src/actions/home';
import type { Changeset } from '../../src/crm/changeset';
import type { Snapshot, Value } from '../../src/crm/snapshot';
import { toSerial } from '../../src/shared/dates';
import { CrmError } from '../../src/shared/errors';
import type { Adoption, SourceSheet } from '../../src/template/adopt';
import { emptyState } from '../../src/template/bindings';
import { schemaVersion } from '../../src/template/load';
import { planWorkbook, type Plan } from '../../src/template/plan';
import { fillWorkbook } from '../../src/template/records';
import { stepsOf } from '../../src/template/stages';
import type { Language } from '../../src/template/types';
import type { RemovalPlan, RemovalScope } from '../../src/template/uninstall';

export const today = toSerial('2024-03-15');

type Row = Readonly<Record<string, Value>>;

/** Situations that a test puts the pane into; plain data, because it travels into the browser. */
export interface Scene {
  readonly language: Language;
  readonly installed: boolean;
  readonly readOnly?: boolean;
  readonly sharedNow?: boolean;
  /** Installed, but the plan still has steps. */
  readonly incomplete?: boolean;
  readonly schemaVersion?: number;
  /** What is selected in Excel. */
  readonly selection?: SourceSheet;
  /** What the first calls of `apply` come to, an error code or a report; later ones work. */
  readonly outcomes?: readonly (string | ApplyReport)[];
  /** Error codes by the home's function. */
  readonly failures?: Readonly<Partial<Record<keyof LiveHome, string>>>;
}

/** A home in memory: real rules, no Excel. `calls` is what a test looks at. */
export class FakeHome implements LiveHome {
  readonly calls: unknown[][] = [];
  /** Plays a co-author: what the pane is told. */
  tell: (hint: ChangeHint) => void = () => undefined;
  private applies = 0;
  private installed: boolean;
  private language: Language;
  /** Cut points that a review would change. */
  private minValues: Value[] = [100_000, 20_000, 0];

  constructor(
    private readonly scene: Scene,
    private records: Readonly<Record<string, readonly Row[]>>,
  ) {
    this.installed = scene.installed;
    this.language = scene.language;
  }

  async facts() {
    this.note('facts');
    const version = this.scene.schemaVersion ?? schemaVersion;
    return {
      schemaVersion: this.installed ? version : 0,
      language: this.language,
      sharedNow: this.scene.sharedNow ?? false,
      readOnly: this.scene.readOnly ?? false,
    };
  }

  async read(): Promise<Snapshot> {
    this.note('read');
    const { computed } = fillWorkbook({ language: this.language, clock: today, records: this.records });
    const { tiers } = computed.tables;
    return {
      ...computed,
      tables: { ...computed.tables, tiers: { ...tiers!, columns: { ...tiers!.columns, minValue: this.minValues } } },
    };
  }

  async apply(changeset: Changeset, options: ApplyOptions = {}): Promise<ApplyReport> {
    this.note('apply', changeset, options.consent);
    const outcome = this.scene.outcomes?.[this.applies++];
    if (typeof outcome === 'string') throw new CrmError(outcome);
    if (outcome) return outcome;
    for (const { table, values } of changeset.appends) this.edit(table, (rows) => [...rows, values]);
    for (const { table, id } of changeset.removals) this.edit(table, (rows) => rows.filter((row) => row.id !== id));
    for (const { table, id, after } of changeset.updates) {
      if (table === 'tiers') this.minValues['ABC'.indexOf(id)] = after;
    }
    return { appended: changeset.appends.length, updated: changeset.updates.length, alreadyDone: 0, conflicts: [] };
  }

  async plan(_: unknown, language: Language, adoptions: readonly Adoption[] = []) {
    this.note('plan', language);
    const plan = planWorkbook(emptyState, language, undefined, adoptions);
    return this.installed && !this.scene.incomplete ? { ...plan, steps: [] } : plan;
  }

  async lookAtSelection() {
    this.note('lookAtSelection');
    if (!this.scene.selection) throw new CrmError('nothingSelected');
    return this.scene.selection;
  }

  async applyPlan(plan: Plan) {
    this.note('applyPlan', plan.language);
    for (const { adoption } of stepsOf(plan, 'adopt')) this.calls.push(['adopted', adoption]);
    this.installed = true;
    this.language = plan.language;
    return { skipped: [] };
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

  async insertFunnel() {
    this.note('insertFunnel');
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
