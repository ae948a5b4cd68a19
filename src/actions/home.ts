import type { Changeset, FieldChange } from '../crm/changeset';
import type { Snapshot, Value } from '../crm/snapshot';
import type { Adoption, SourceSheet } from '../template/adopt';
import type { Cell } from '../template/codec';
import type { Needs } from '../template/needs';
import type { Language, Template } from '../template/types';
import type { Plan } from '../template/plan';
import type { Selection } from '../template/selected';
import type { ColumnPlace, ColumnsFound, ColumnSwitch } from '../template/switchable';
import type { RemovalPlan, RemovalScope } from '../template/uninstall';

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
  /** Tells this workbook from others, copies excepted; `null` before crm/2. */
  readonly identity: string | null;
  readonly readOnly: boolean;
}

/** A workbook as the pane shows it. */
export interface Opened {
  readonly facts: WorkbookFacts;
  /** What was needed of it; `null` = it is no CRM workbook yet. */
  readonly snapshot: Snapshot | null;
}

/**
 * Why a change was not written: the cell says something else (`changed`), holds a person's formula (`formula`), several
 * rows have the id (`duplicateId`), the record is gone (`recordNotFound`) or archived meanwhile (`archived`).
 * `overwritten`: written, but in the same moment somebody else had put `current` there. `edited`: the record would be
 * deleted, but somebody changed this cell of it.
 */
export type ConflictReason =
  'changed' | 'formula' | 'duplicateId' | 'recordNotFound' | 'archived' | 'overwritten' | 'edited';

export interface Conflict extends FieldChange {
  readonly current: Value;
  readonly reason: ConflictReason;
}

/** What a write did: everything or, for bulk changes, all but the listed conflicts; never half a record. */
export interface ApplyReport {
  readonly appended: number;
  readonly updated: number;
  readonly alreadyDone: number;
  readonly conflicts: readonly Conflict[];
  /** New rows that a filter hides; absent = none. */
  readonly hidden?: number;
  /** Formulas of a person's own stand in columns that people type into: only a reading tells what they show now. */
  readonly recalculated?: boolean;
  /** The outbox could not keep the new records (storage full or blocked): they are written, but not watched over. */
  readonly unwatched?: boolean;
}

/** What a person agreed to before an append (decision 16); without it the append is refused. */
export interface Consent {
  /** Hide the totals row while the rows are added, and show it again. */
  readonly hideTotals?: boolean;
  /** Move cells that stand below the table down, in the table's columns only. */
  readonly insertRows?: boolean;
}

export interface ApplyOptions extends RunOptions {
  /** Conflicts are left out and listed; otherwise one conflict stops the whole changeset. */
  readonly bulk?: boolean;
  readonly consent?: Consent;
}

/** What changed in the workbook since the last hint, except by this add-in: a reason to read again, never the news itself. */
export interface ChangeHint {
  /** Template ids of the tables in which something changed. */
  readonly tables: readonly string[];
  /** Some of it was done by a co-author. */
  readonly remote: boolean;
  /** Sheets or tables were added or deleted. */
  readonly structure: boolean;
}

/** A chart that was drawn, and where. */
export interface InsertedChart {
  readonly sheet: string;
  readonly name: string;
  /** The cell at its upper left corner, `B3`. */
  readonly cell: string;
}

/** Cells of a calculated column that hold something of a person's in single rows. */
export interface KeptCells {
  readonly table: string;
  readonly column: string;
  readonly cells: number;
}

/** What applying a plan left as it was. */
export interface PlanReport {
  /** Charts that this Excel refused. */
  readonly skipped: readonly string[];
  /** Columns that got another formula, except in these cells. */
  readonly kept: readonly KeptCells[];
}

/** The home of the tables as the actions see it: the live workbook of `workbook/`. A file is built whole by `xlsx/build`. */
export interface Home {
  facts(): Promise<WorkbookFacts>;
  /** Everything (or what is needed) as a snapshot; problems included. */
  read(needs?: Needs, options?: RunOptions): Promise<Snapshot>;
  apply(changeset: Changeset, options?: ApplyOptions): Promise<ApplyReport>;
  /**
   * What the workbook still lacks to be the template; `adoptions` are sheets that a person agreed to use as tables of it.
   * Throws `alreadyKept`, `emptyTableThere`, `oneListPerSheet`, `noRoomRight`, `sheetTooWide`.
   */
  plan(template: Template, language: Language, adoptions?: readonly Adoption[]): Promise<Plan>;
  applyPlan(plan: Plan, options?: RunOptions): Promise<PlanReport>;
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

/** A cell of the person's own that calls a function of the add-in: it shows nothing where the add-in is missing. */
export interface FunctionCell {
  readonly sheet: string;
  /** Without the sheet: `B3`. Empty for a defined name. */
  readonly address: string;
  /** The defined name, where the formula is one of those. */
  readonly name?: string;
  /** `=` included. */
  readonly formula: string;
  /** The cell holds the twin of this column, though the column begins with something else: it goes back with it. */
  readonly of?: ColumnPlace;
}

/** What only an open workbook can do. */
export interface LiveHome extends Home {
  /** Whether this machine saw a CRM in this workbook before. Asks nothing of Excel. */
  isKnown(): boolean;
  /** `facts` and `read` at once, in half their requests: what somebody waits for who opens the pane. */
  open(needs?: Needs, options?: RunOptions): Promise<Opened>;
  /**
   * What the person points at in Excel, to be used as a table of the CRM; nothing is written.
   * Throws `nothingSelected`, `severalTables`, `severalAreas`, `headersHidden`.
   */
  lookAtSelection(options?: RunOptions): Promise<SourceSheet>;
  /** Whose name the change log gets from now on; `null` = not known. */
  signAs(person: string | null): void;
  /** Writes ids into cells that are still blank; returns how many. Rows that moved meanwhile are left for the next time. */
  fillIds(fills: readonly BlankId[]): Promise<number>;
  /** Writes computed columns that hold values instead of formulas where they differ from `computed` (decision 8). */
  writeFigures(computed: Snapshot, options?: RunOptions): Promise<readonly WrittenFigures[]>;
  /**
   * Looks for the records that this machine added lately and appends again those that a co-author's write displaced or an
   * interrupted request never wrote (decision 18). Returns how many records came back.
   */
  reconcile(): Promise<number>;
  /** Listens for changes by others, debounced (decision 20); returns what stops it. */
  watch(listener: (hint: ChangeHint) => void): Promise<() => Promise<void>>;
  /** The row of the active cell; `null` when it cannot be about a record. Nothing is written. */
  selection(): Promise<Selection | null>;
  /** Tells that something else was selected, debounced (decision 20): a reason to ask for `selection`. */
  watchSelection(listener: () => void): Promise<() => Promise<void>>;
  /** What an uninstallation would remove; reads the whole workbook. */
  planRemoval(scope: RemovalScope): Promise<RemovalPlan>;
  applyRemoval(plan: RemovalPlan, options?: RunOptions): Promise<void>;
  /** The columns that have a =CRM.* twin, and what they compute with now. */
  lookAtColumns(): Promise<ColumnsFound>;
  /** Switches columns as planned and notes it in the change log; cells of a person's own in them stay and are counted. */
  switchColumns(change: ColumnSwitch, options?: RunOptions): Promise<PlanReport>;
  /** What the rows of columns show, calculated now. */
  readFigures(columns: readonly ColumnPlace[], options?: RunOptions): Promise<readonly (readonly Cell[])[]>;
  /** Every cell and defined name that calls the add-in, except in columns that were switched; reads all formulas. */
  findFunctionCells(options?: RunOptions): Promise<readonly FunctionCell[]>;
  /** Puts values in the place of these formulas, with what they spill, and notes it; returns those that it did. */
  freezeFunctionCells(cells: readonly FunctionCell[], options?: RunOptions): Promise<readonly FunctionCell[]>;
  /** Draws the funnel on the active sheet where it covers nothing, linked to the dashboard's figures; tells where. */
  insertFunnel(): Promise<InsertedChart>;
  /** Takes a chart out again: the undo of `insertFunnel`. */
  removeChart(chart: InsertedChart): Promise<void>;
  /** Shows a record to the person: its sheet, its row. */
  selectRecord(table: string, id: string): Promise<void>;
}
