import type { Changeset, NewRecord } from '../crm/changeset';
import { openChecklists } from '../crm/checklist';
import { dealMove, type DealState } from '../crm/dealMove';
import { effectiveOutcome, type Outcome } from '../crm/funnel';
import type { Snapshot, Value } from '../crm/snapshot';
import { toIso } from '../shared/dates';
import { CrmError } from '../shared/errors';
import { Computation } from '../template/compute';
import { tableDef } from '../template/load';
import { lastStageLines } from '../template/views/deals';
import type { ApplyOptions, ApplyReport, Home } from './home';
import { fieldChanges, rowOf, unusedIds } from './record';

/** What a person does to a deal: move it to a stage, mark it won or lost, reopen it. Dates are serials, lists codes. */
export interface DealMove {
  /** Id of the opportunity. */
  readonly opportunity: string;
  /** Blank: the stage that goes with the outcome, see `dealMove`. */
  readonly stage?: string;
  /** `open` reopens a deal that was won or lost. */
  readonly outcome?: Outcome;
  /** Needed for `lost`. */
  readonly lostReason?: string;
  readonly competitor?: string;
  /** Day of the move; blank: today. */
  readonly at?: number;
  /** The exit checklists of the stages it leaves are done. */
  readonly checklistDone?: boolean;
  /** Id or unique name of who moves it. */
  readonly by?: string;
  readonly note?: string;
}

/** Exit checklist that is not done: a move without it is allowed, but a person should have seen it (C-45). */
export interface OpenChecklist {
  readonly stage: string;
  readonly criteria: string;
}

export interface DealMoveProposal {
  /** Empty when the deal is there already. */
  readonly changeset: Changeset;
  readonly open: readonly OpenChecklist[];
}

/**
 * The change that a move is: the deal's stage, dates and outcome, and a line of its history (decision 14). Throws
 * `recordNotFound`, `unknownStage`, `reasonNeeded`, `dayInFuture`, `dayBeforeLast` and the refusals of `dealMove`.
 */
export function moveDealChangeset(snapshot: Snapshot, move: DealMove, clock: number): DealMoveProposal {
  const facts = factsOf(snapshot, move, clock);
  const { stageNo, outcome } = facts.after;
  const stage = facts.stages[(stageNo ?? 0) - 1]?.stage ?? null;
  const open = checklistsOf(facts);
  const done = move.checklistDone === true && open.length ? facts.stages[stageNo! - 2]!.stage : facts.cell('exitDone');
  const values = {
    ...(isElsewhere(facts) && { stage }),
    outcome,
    exitDone: done,
    ...daysOf(facts),
    ...lossOf(facts, move),
  };
  return {
    changeset: {
      action: 'moveDeal',
      updates: fieldChanges(snapshot, 'opportunities', facts.row, values),
      appends: historyLine(
        snapshot,
        facts,
        { stage, checklistDone: open.length ? move.checklistDone === true : null },
        move,
      ),
      removals: [],
    },
    open: move.checklistDone === true ? [] : open,
  };
}

export type DealMoveReport =
  | { readonly needsConfirmation: true; readonly open: readonly OpenChecklist[] }
  | { readonly needsConfirmation: false; readonly report: ApplyReport; readonly changeset: Changeset };

/**
 * Moves a deal; with open checklists only when `confirmed`, and then the history says so. The changeset in the answer is
 * what `undo` takes. Doing it twice does it once.
 */
export async function moveDeal(
  home: Pick<Home, 'apply'>,
  snapshot: Snapshot,
  move: DealMove,
  { clock, confirmed = false, ...options }: ApplyOptions & { readonly clock: number; readonly confirmed?: boolean },
): Promise<DealMoveReport> {
  const { changeset, open } = moveDealChangeset(snapshot, move, clock);
  if (open.length && !confirmed) return { needsConfirmation: true, open };
  return { needsConfirmation: false, report: await home.apply(changeset, options), changeset };
}

/** A deal before and after, by the workbook's stages. */
interface MoveFacts {
  readonly row: number;
  readonly cell: (column: string) => Value;
  readonly stages: readonly { readonly stage: string | null; readonly exitCriteria: string | null }[];
  readonly before: DealState;
  readonly after: DealState;
  /** What counts. */
  readonly outcomes: { readonly before: Outcome; readonly after: Outcome };
  readonly at: number;
}

function factsOf(snapshot: Snapshot, move: DealMove, clock: number): MoveFacts {
  const computation = new Computation(snapshot, clock);
  const { stages, today } = computation.environment;
  const row = rowOf(snapshot, 'opportunities', move.opportunity);
  const cell = (column: string) => computation.column('opportunities', column)[row] ?? null;
  const before = { stageNo: cell('stageNo') as number | null, outcome: cell('outcome') as Outcome | null };
  const committedNo = stages.findIndex(({ stage }) => stage === 'committed') + 1;
  const after = dealMove(before, { stageNo: wishedStage(stages, move), outcome: move.outcome ?? null }, committedNo);
  if (typeof after === 'string') throw new CrmError(after, { id: move.opportunity });
  if (after.outcome === 'lost' && !(move.lostReason ?? cell('lostReason'))) throw new CrmError('reasonNeeded');
  const counts = (deal: DealState) => effectiveOutcome(deal.outcome, deal.stageNo, committedNo);
  const last = lastStageLines(computation, computation.environment).get(row)?.day ?? null;
  const outcomes = { before: counts(before), after: counts(after) };
  return { row, cell, stages, before, after, outcomes, at: dayOf(move.at ?? today, last, today) };
}

function wishedStage(stages: MoveFacts['stages'], { stage }: DealMove): number | null {
  if (stage === undefined) return null;
  const no = stages.findIndex((candidate) => candidate.stage === stage) + 1;
  if (!no) throw new CrmError('unknownStage', { stage });
  return no;
}

/** A history is written forwards: what it says already cannot be overtaken from behind. */
function dayOf(at: number, last: number | null, today: number): number {
  const day = Math.floor(at);
  if (day > today) throw new CrmError('dayInFuture', { day: toIso(day) });
  if (last !== null && day < last) throw new CrmError('dayBeforeLast', { day: toIso(day), last: toIso(last) });
  return day;
}

/** What the deal leaves undone when it moves on; a lost deal leaves the funnel, and nobody asks. */
function checklistsOf({ stages, before, after, outcomes, cell }: MoveFacts): OpenChecklist[] {
  if (outcomes.after === 'lost' || after.stageNo === null) return [];
  const doneNo = stages.findIndex(({ stage }) => stage === cell('exitDone')) + 1;
  const criteria = stages.map(({ exitCriteria }) => exitCriteria !== null);
  return openChecklists(before.stageNo ?? 1, after.stageNo, doneNo, criteria).map((no) => ({
    stage: stages[no - 1]!.stage!,
    criteria: stages[no - 1]!.exitCriteria!,
  }));
}

const isElsewhere = ({ before, after }: MoveFacts): boolean => before.stageNo !== after.stageNo;
const isDecided = ({ outcomes }: MoveFacts): boolean => outcomes.before !== outcomes.after;

/** Entered when the stage changes or the deal is open again; closed when it is decided, and no longer once it is open. */
function daysOf(facts: MoveFacts): Record<string, Value> {
  const isReopened = isDecided(facts) && facts.outcomes.after === 'open';
  return {
    ...((isElsewhere(facts) || isReopened) && { stageSince: facts.at }),
    ...(isDecided(facts) && { closedAt: isReopened ? null : facts.at }),
  };
}

function lossOf({ outcomes, cell }: MoveFacts, { lostReason, competitor }: DealMove): Record<string, Value> {
  if (outcomes.after !== 'lost') return outcomes.before === 'lost' ? { lostReason: null } : {};
  return { lostReason: lostReason ?? cell('lostReason'), competitor: competitor ?? cell('competitor') };
}

function historyLine(
  snapshot: Snapshot,
  facts: MoveFacts,
  line: { readonly stage: string | null; readonly checklistDone: boolean | null },
  { by = null, note = null }: { readonly by?: string | null; readonly note?: string | null },
): NewRecord[] {
  if (!snapshot.tables.stageHistory || line.stage === null || !(isElsewhere(facts) || isDecided(facts))) return [];
  const opportunity = String(facts.cell('id'));
  const wanted = `${tableDef('stageHistory').idPrefix}-${facts.at}-${opportunity}`;
  const id = unusedIds(snapshot, 'stageHistory')(wanted);
  const values = { id, opportunity, ...line, outcome: facts.outcomes.after, enteredAt: facts.at, by, note };
  return [{ table: 'stageHistory', id, values }];
}
