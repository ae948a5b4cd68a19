import type { ApplyReport, LiveHome } from '../../src/actions/home';
import type { Changeset } from '../../src/crm/changeset';
import type { Snapshot, Value } from '../../src/crm/snapshot';
import { toSerial } from '../../src/shared/dates';
import { CrmError } from '../../src/shared/errors';
import { emptyState } from '../../src/template/bindings';
import { schemaVersion } from '../../src/template/load';
import { planWorkbook } from '../../src/template/plan';
import { fillWorkbook } from '../../src/template/records';
import type { Language } from '../../src/template/types';

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
  /** Error codes by the home's function. */
  readonly failures?: Readonly<Partial<Record<keyof LiveHome, string>>>;
}

/** A home in memory: real rules, no Excel. `calls` is what a test looks at. */
export class FakeHome implements LiveHome {
  readonly calls: unknown[][] = [];
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

  async apply(changeset: Changeset): Promise<ApplyReport> {
    this.note('apply', changeset);
    for (const { table, values } of changeset.appends) this.edit(table, (rows) => [...rows, values]);
    for (const { table, id } of changeset.removals) this.edit(table, (rows) => rows.filter((row) => row.id !== id));
    for (const { id, after } of changeset.updates) this.minValues['ABC'.indexOf(id)] = after;
    return { appended: changeset.appends.length, updated: changeset.updates.length, alreadyDone: 0, conflicts: [] };
  }

  async plan(_: unknown, language: Language) {
    this.note('plan', language);
    const plan = planWorkbook(emptyState, language);
    return this.installed && !this.scene.incomplete ? { ...plan, steps: [] } : plan;
  }

  async applyPlan(plan: { readonly language: Language }) {
    this.note('applyPlan', plan.language);
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
