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

/** The home of the tables as the actions see it: the live workbook of `workbook/`. A file is built whole by `xlsx/build`. */
export interface Home {
  facts(): Promise<WorkbookFacts>;
  /** All tables (or the named ones) as a snapshot; problems included. */
  read(tables?: readonly string[], options?: RunOptions): Promise<Snapshot>;
  apply(changeset: Changeset, options?: RunOptions & { readonly bulk?: boolean }): Promise<ApplyReport>;
  /** What the workbook still lacks to be the template. */
  plan(template: Template, language: Language): Promise<Plan>;
  applyPlan(plan: Plan, options?: RunOptions): Promise<{ readonly skipped: readonly string[] }>;
}

/** A record without id: found by its row as long as `name`, the column that makes it a record, still says the same. */
export interface BlankId {
  readonly table: string;
  /** 1-based. */
  readonly sheetRow: number;
  readonly name: Value;
  readonly id: string;
}

/** Cells of a computed column that Refresh wrote. */
export interface WrittenFigures {
  readonly table: string;
  readonly column: string;
  readonly cells: number;
}

/** What only an open workbook can do. */
export interface LiveHome extends Home {
  /** Writes ids into cells that are still blank; returns how many. Rows that moved meanwhile are left for the next time. */
  fillIds(fills: readonly BlankId[]): Promise<number>;
  /** Writes computed columns that hold values instead of formulas where they differ from `computed` (decision 8). */
  writeFigures(computed: Snapshot, options?: RunOptions): Promise<readonly WrittenFigures[]>;
  /** Draws the funnel on the active sheet, linked to the dashboard's figures. */
  insertFunnel(): Promise<void>;
  /** Shows a record to the person: its sheet, its row. */
  selectRecord(table: string, id: string): Promise<void>;
}
