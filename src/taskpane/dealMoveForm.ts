import type { DealMove } from '../actions/moveDeal';
import type { Outcome } from '../crm/funnel';
import { columnOf } from '../template/environment';
import { readIso } from '../shared/dates';
import type { PaneData } from './context';

/** What a person can do to a deal. */
export type DealStep = 'stage' | 'won' | 'lost' | 'reopen';

/** A deal as its form sees it. */
export interface DealFacts {
  /** 0-based row of the opportunities table. */
  readonly row: number;
  readonly id: string;
  /** Code; `null` = none. */
  readonly stage: string | null;
  readonly outcome: Outcome;
  /** Codes of the stages to which it may move on, in order. */
  readonly targets: readonly string[];
  /** The first of `targets` after its own stage, else the last; `null` = it can go nowhere. */
  readonly next: string | null;
}

/** The form as typed: `at` is the ISO text of a date input, `reason` a code, "" = empty. */
export interface DealMoveForm {
  readonly step: DealStep;
  readonly stage: string;
  readonly reason: string;
  readonly competitor: string;
  readonly at: string;
  readonly checklistDone: boolean;
  readonly note: string;
}

/** The deal with this id; `null` when the workbook has none. */
export function dealFacts({ figures: { computed, environment } }: PaneData, id: string): DealFacts | null {
  const column = (name: string) => columnOf(computed, 'opportunities', name);
  const row = column('id').findIndex((cell) => cell === id);
  if (row < 0) return null;
  const stage = (column('stage')[row] ?? null) as string | null;
  const outcome = column('isWon')[row] === 1 ? 'won' : column('isLost')[row] === 1 ? 'lost' : 'open';
  const codes = environment.stages.map((each) => String(each.stage));
  const targets = codes
    .slice(outcome === 'won' ? Math.max(0, codes.indexOf('committed')) : 0)
    .filter((code) => code !== stage);
  const here = codes.indexOf(stage ?? '');
  const next = targets.find((code) => codes.indexOf(code) > here) ?? targets.at(-1) ?? null;
  return { row, id, stage, outcome, targets, next };
}

/** What can be done, by the outcome that counts. */
export const stepsOf: Readonly<Record<Outcome, readonly DealStep[]>> = {
  open: ['stage', 'won', 'lost'],
  won: ['stage', 'lost', 'reopen'],
  lost: ['reopen'],
};

export const firstForm = ({ outcome, next }: DealFacts, today: string): DealMoveForm => ({
  step: stepsOf[outcome][0]!,
  stage: next ?? '',
  reason: '',
  competitor: '',
  at: today,
  checklistDone: false,
  note: '',
});

/** Fields that stop the form from being sent, with the key of the message to show. */
export type DealMoveErrors = Partial<Record<'stage' | 'reason' | 'at', string>>;

export function checkMove({ step, stage, reason, at }: DealMoveForm, today: string): DealMoveErrors {
  const errors: DealMoveErrors = {};
  if (step === 'stage' && !stage) errors.stage = 'funnel.move.error.stage';
  if (step === 'lost' && !reason) errors.reason = 'funnel.move.error.reason';
  if (readIso(at) === null) errors.at = 'funnel.move.error.date';
  else if (at > today) errors.at = 'funnel.move.error.future';
  return errors;
}

const outcomes: Readonly<Record<DealStep, Outcome | undefined>> = {
  stage: undefined,
  won: 'won',
  lost: 'lost',
  reopen: 'open',
};

/** The move of a form without errors. @param by id of the person who moves it, `null` = not said */
export const moveOf = (opportunity: string, form: DealMoveForm, by: string | null): DealMove => ({
  opportunity,
  outcome: outcomes[form.step],
  stage: form.step === 'stage' ? form.stage : undefined,
  lostReason: form.step === 'lost' ? form.reason : undefined,
  competitor: (form.step === 'lost' && form.competitor.trim()) || undefined,
  at: readIso(form.at) ?? undefined,
  checklistDone: form.checklistDone,
  by: by ?? undefined,
  note: form.note.trim() || undefined,
});
