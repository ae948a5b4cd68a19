import type { AdoptReport } from '../actions/adopt';
import type { Claim } from '../actions/claimCustomer';
import type {
  ApplyOptions,
  ApplyReport,
  ChangeHint,
  Consent,
  FunctionCell,
  InsertedChart,
  Opened,
  PlanReport,
  RunOptions,
  WorkbookFacts,
} from '../actions/home';
import type { UserMap } from '../actions/import/userMap';
import type { PreparedImport } from '../actions/importFile';
import type { SourceFile } from '../actions/import/types';
import type { Revisit } from '../actions/logRevisit';
import type { DealMove } from '../actions/moveDeal';
import type { TierOverride } from '../actions/overrideTier';
import type { Deed } from '../actions/noteDone';
import type { Postponement } from '../actions/postpone';
import type { Reassignment } from '../actions/reassign';
import type { Told } from '../actions/recordNotices';
import type { RefreshReport } from '../actions/refresh';
import type { Choice } from '../actions/resolve';
import type { ShareSafePlan, ShareSafeReport } from '../actions/shareSafe';
import type { AudienceReport } from '../actions/report/audience';
import type { TicketWish } from '../actions/ticketState';
import type { Changeset } from '../crm/changeset';
import type { Snapshot } from '../crm/snapshot';
import type { Adoption, SourceSheet } from '../template/adopt';
import type { Needs } from '../template/needs';
import type { Plan } from '../template/plan';
import type { Selection } from '../template/selected';
import type { ColumnPlace, ColumnsFound, ColumnSwitch, FormulaKind } from '../template/switchable';
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
  /** The moment by this machine's clock: a serial with the time of day. */
  now(): number;
  /** Look of Excel, `null` where Excel does not say. */
  theme(): 'dark' | 'light' | null;
  /** Brings the pane to the front, opening it where it is closed. */
  show(): Promise<void>;
  facts(): Promise<WorkbookFacts>;
  read(needs?: Needs, options?: RunOptions): Promise<Snapshot>;
  /** `facts` and `read` at once. */
  open(needs?: Needs, options?: RunOptions): Promise<Opened>;
  planInstall(language: Language): Promise<Plan>;
  install(plan: Plan, options: RunOptions): Promise<PlanReport>;
  /** What the person points at in Excel, to be used as a table of the CRM. */
  lookAtSelection(options: RunOptions): Promise<SourceSheet>;
  planAdopt(language: Language, adoptions: readonly Adoption[]): Promise<Plan>;
  adopt(plan: Plan, adoptions: readonly Adoption[], options: RunOptions): Promise<AdoptReport>;
  /** What taking the CRM out of the workbook would remove. */
  planUninstall(scope: RemovalScope): Promise<RemovalPlan>;
  uninstall(plan: RemovalPlan, options: RunOptions): Promise<void>;
  /** The columns that have a =CRM.* twin. */
  lookAtColumns(): Promise<ColumnsFound>;
  planSwitch(place: ColumnPlace, to: FormulaKind): Promise<ColumnSwitch>;
  switchColumn(change: ColumnSwitch, options: RunOptions): Promise<PlanReport>;
  planShareSafe(options: RunOptions): Promise<ShareSafePlan>;
  makeShareSafe(plan: ShareSafePlan, freeze: readonly FunctionCell[], options: RunOptions): Promise<ShareSafeReport>;
  /** An id for a record of a form: kept through failed attempts, so that they are all the same record. */
  newId(table: string): string;
  /** Whose name the change log gets from now on; `null` = not known. */
  signAs(person: string | null): void;
  logRevisit(snapshot: Snapshot, revisit: Revisit, consent?: Consent): Promise<Done>;
  /** Moves a deal; its open checklists were shown before. */
  moveDeal(snapshot: Snapshot, move: DealMove, options?: ApplyOptions): Promise<Done>;
  applyTiers(changeset: Changeset, options: RunOptions): Promise<Done>;
  overrideTier(snapshot: Snapshot, override: TierOverride): Promise<Done>;
  /** One step of a ticket's life, with what its clocks are computed from. */
  changeTicket(snapshot: Snapshot, wish: TicketWish): Promise<Done>;
  /** A campaign's task line, a milestone, a complaint's step or a reply is done today. */
  noteDone(snapshot: Snapshot, deed: Deed): Promise<Done>;
  /** Another day, and why. */
  postpone(wish: Postponement): Promise<Done>;
  /** The money of an order is in. */
  collectOrder(snapshot: Snapshot, order: string): Promise<Done>;
  /** One record for somebody else. */
  reassign(wish: Reassignment): Promise<Done>;
  /** Writes a campaign line for everybody of an audience. */
  inviteAudience(snapshot: Snapshot, audience: AudienceReport, today: number, options: RunOptions): Promise<Done>;
  /** Takes a customer out of the pool for a person of the team. */
  claimCustomer(snapshot: Snapshot, claim: Claim): Promise<Done>;
  recycleCustomers(changeset: Changeset, options: RunOptions): Promise<Done>;
  handOver(changeset: Changeset, options: RunOptions): Promise<Done>;
  levelVisits(changeset: Changeset, options: RunOptions): Promise<Done>;
  /** Cells that led to no record now lead to one. */
  repoint(changeset: Changeset, options: RunOptions): Promise<Done>;
  /** Notes that these people were told today. @param snapshot what the list was made from */
  recordNotices(snapshot: Snapshot, told: Told): Promise<Done>;
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
  /** Writes a step of the set-up. */
  setUp(changeset: Changeset, options: ApplyOptions): Promise<Done>;
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
  insertFunnel(): Promise<InsertedChart>;
  /** Undoes that. */
  removeChart(chart: InsertedChart): Promise<void>;
  /** The row of the active cell, by what it says about records; `null` when it cannot be about one. */
  selection(): Promise<Selection | null>;
  /** Tells that something else was selected; returns what stops it. */
  watchSelection(listener: () => void): Promise<() => Promise<void>>;
  /** Selects the record's row in the sheet. */
  goTo(table: string, id: string): Promise<void>;
}
