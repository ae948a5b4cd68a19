import type { AdoptReport } from '../actions/adopt';
import type { ApplyOptions, ApplyReport, ChangeHint, Consent, RunOptions, WorkbookFacts } from '../actions/home';
import type { UserMap } from '../actions/import/userMap';
import type { PreparedImport } from '../actions/importFile';
import type { SourceFile } from '../actions/import/types';
import type { NextProposal, Revisit } from '../actions/logRevisit';
import type { TierProposal } from '../actions/recomputeTiers';
import type { RefreshReport } from '../actions/refresh';
import type { Choice } from '../actions/resolve';
import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { Adoption, SourceSheet } from '../template/adopt';
import type { Plan } from '../template/plan';
import type { Language } from '../template/types';
import type { RemovalPlan, RemovalScope } from '../template/uninstall';

/** A change that was written, kept so that it can be taken back (decision 19). */
export interface Done {
  readonly changeset: Changeset;
  readonly report: ApplyReport;
  /** Conflicts were left out and everything else was done; otherwise one conflict stopped it all. */
  readonly bulk?: boolean;
}

/** What others did, and what that meant for the records that this machine added. */
export interface News extends ChangeHint {
  /** Own records that others had written over and that came back (decision 18). */
  readonly restored: number;
  /** Why that could not be found out; `null` = it could. */
  readonly failure: unknown;
}

/**
 * Everything the pane asks of the add-in: the actions, bound to a home, a clock and a source of ids. The pane knows no
 * home and no Excel. Failures are `CrmError`s, a cancelled run rejects with its signal's reason.
 */
export interface Session {
  /** Today's serial by this machine's clock. */
  clock(): number;
  /** Look of Excel, `null` where Excel does not say. */
  theme(): 'dark' | 'light' | null;
  facts(): Promise<WorkbookFacts>;
  read(options?: RunOptions): Promise<Snapshot>;
  planInstall(language: Language): Promise<Plan>;
  /** Names the charts that this Excel refused. */
  install(plan: Plan, options: RunOptions): Promise<{ readonly skipped: readonly string[] }>;
  /** What the person points at in Excel, to be used as a table of the CRM. */
  lookAtSelection(options: RunOptions): Promise<SourceSheet>;
  planAdopt(language: Language, adoptions: readonly Adoption[]): Promise<Plan>;
  adopt(plan: Plan, adoptions: readonly Adoption[], options: RunOptions): Promise<AdoptReport>;
  /** What taking the CRM out of the workbook would remove. */
  planUninstall(scope: RemovalScope): Promise<RemovalPlan>;
  uninstall(plan: RemovalPlan, options: RunOptions): Promise<void>;
  proposeNext(snapshot: Snapshot, customerId: string, heldAt: number): NextProposal;
  /** An id for a record of a form: kept through failed attempts, so that they are all the same record. */
  newId(table: string): string;
  logRevisit(revisit: Revisit, consent?: Consent): Promise<Done>;
  proposeTiers(snapshot: Snapshot): TierProposal;
  applyTiers(changeset: Changeset, options: RunOptions): Promise<Done>;
  /** @param consent the person agreed to write while others edit (decision 8). */
  refresh(consent: boolean, options: RunOptions): Promise<RefreshReport>;
  prepareImport(
    snapshot: Snapshot,
    table: string,
    file: SourceFile,
    options: RunOptions & { readonly map?: UserMap },
  ): Promise<PreparedImport>;
  /** @param before the workbook as it was when the import was prepared: undo spares what it already held. */
  runImport(prepared: PreparedImport, options: ApplyOptions): Promise<Done>;
  undo(done: Done): Promise<Done>;
  /** The last change of this session, while it can be taken back. */
  latest(): Done | null;
  /** Writes what is left of an action after its conflicts were decided. */
  resolve(done: Done, choices: readonly Choice[]): Promise<Done>;
  /** Brings records back that others displaced; returns how many. */
  reconcile(): Promise<number>;
  /** Listens to what others do; own records are looked after before the listener is told. */
  watch(listener: (news: News) => void): Promise<() => Promise<void>>;
  /** Draws the funnel on the active sheet, as a stacked bar where Excel has no funnel charts. */
  insertFunnel(): Promise<void>;
  /** Selects the record's row in the sheet. */
  goTo(table: string, id: string): Promise<void>;
}
