import type { Changeset, FieldChange } from '../crm/changeset';
import type { Snapshot, Value } from '../crm/snapshot';
import type { Language, Template } from '../template/types';
import type { Plan } from '../template/plan';

/** Progress of something long: `done` of `total` steps, `label` an i18n key. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

export interface RunOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** What the add-in finds when it looks at a workbook. */
export interface WorkbookFacts {
  /** 0 = not a CRM workbook yet. */
  readonly schemaVersion: number;
  readonly language: Language;
  readonly sharedNow: boolean;
  readonly readOnly: boolean;
}

export interface Conflict extends FieldChange {
  readonly current: Value;
}

/** What a write did: everything or, for bulk changes, all but the listed conflicts; never half a record. */
export interface ApplyReport {
  readonly appended: number;
  readonly updated: number;
  readonly alreadyDone: number;
  readonly conflicts: readonly Conflict[];
}

/** One of the two homes of the tables, as the actions see it: the live workbook (`workbook/`) or a file (`xlsx/`). */
export interface Home {
  facts(): Promise<WorkbookFacts>;
  /** All tables (or the named ones) as a snapshot; problems included. */
  read(tables?: readonly string[], options?: RunOptions): Promise<Snapshot>;
  apply(changeset: Changeset, options?: RunOptions & { readonly bulk?: boolean }): Promise<ApplyReport>;
  /** What the workbook still lacks to be the template. */
  plan(template: Template, language: Language): Promise<Plan>;
  applyPlan(plan: Plan, options?: RunOptions): Promise<{ readonly skipped: readonly string[] }>;
}
