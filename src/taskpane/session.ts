import type { ApplyReport, RunOptions, WorkbookFacts } from '../actions/home';
import type { UserMap } from '../actions/import/userMap';
import type { PreparedImport } from '../actions/importFile';
import type { SourceFile } from '../actions/import/types';
import type { NextProposal, Revisit } from '../actions/logRevisit';
import type { TierProposal } from '../actions/recomputeTiers';
import type { RefreshReport } from '../actions/refresh';
import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { Plan } from '../template/plan';
import type { Language } from '../template/types';

/** A change that was written, kept so that it can be taken back (decision 19). */
export interface Done {
  readonly changeset: Changeset;
  readonly report: ApplyReport;
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
  proposeNext(snapshot: Snapshot, customerId: string, heldAt: number): NextProposal;
  logRevisit(revisit: Revisit): Promise<Done>;
  proposeTiers(snapshot: Snapshot): TierProposal;
  applyTiers(proposal: TierProposal, options: RunOptions): Promise<Done>;
  /** @param consent the person agreed to write while others edit (decision 8). */
  refresh(consent: boolean, options: RunOptions): Promise<RefreshReport>;
  prepareImport(
    snapshot: Snapshot,
    table: string,
    file: SourceFile,
    options: RunOptions & { readonly map?: UserMap },
  ): Promise<PreparedImport>;
  /** @param before the workbook as it was when the import was prepared: undo spares what it already held. */
  runImport(prepared: PreparedImport, options: RunOptions): Promise<Done>;
  undo(done: Done): Promise<ApplyReport>;
  /** Draws the funnel on the active sheet, as a stacked bar where Excel has no funnel charts. */
  insertFunnel(): Promise<void>;
  /** Selects the record's row in the sheet. */
  goTo(table: string, id: string): Promise<void>;
}
