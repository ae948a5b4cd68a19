/** The next best action for a customer (C-03, C-37): the first rule that applies, with what it saw. */
import type { Value } from './snapshot';

/** A record that an action is about, with what the sentence tells of it. */
export interface ActionSubject {
  readonly table: string;
  /** 0-based row of the table. */
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
}

/** What is known of a customer when somebody asks what to do next; `null` = there is none. */
export interface NextActionFacts {
  readonly today: number;
  /** The customer wants no contact, or ended it. */
  readonly isClosed: boolean;
  /** Next due date, a serial. */
  readonly nextDue: number | null;
  readonly lateTicket: ActionSubject | null;
  readonly overdueMoney: ActionSubject | null;
  readonly unhappyAnswer: ActionSubject | null;
  readonly stuckDeal: ActionSubject | null;
  readonly lateMilestone: ActionSubject | null;
  readonly fallingActivity: ActionSubject | null;
  readonly openDeal: ActionSubject | null;
  /** Somebody has a phone number or an e-mail address. */
  readonly canBeReached: boolean;
}

export type ActionCode =
  | 'answerTicket'
  | 'collectMoney'
  | 'leaveAlone'
  | 'callUnhappy'
  | 'revisit'
  | 'moveDeal'
  | 'finishMilestone'
  | 'findContact'
  | 'wakeUp'
  | 'planRevisit'
  | 'advanceDeal'
  | 'agreeDate'
  | 'wait';

export interface NextAction {
  readonly code: ActionCode;
  readonly values: Readonly<Record<string, Value>>;
  /** The record to look at; `null` = the customer. */
  readonly subject: ActionSubject | null;
}

type Found = { readonly subject: ActionSubject | null; readonly values?: NextAction['values'] } | null;
type Rule = readonly [ActionCode, (facts: NextActionFacts) => Found];

/** Days before a revisit on which it is worth preparing. */
const soon = 14;

const about =
  (subject: (facts: NextActionFacts) => ActionSubject | null) =>
  (facts: NextActionFacts): Found => {
    const found = subject(facts);
    return found && { subject: found };
  };

const when =
  (applies: (facts: NextActionFacts) => boolean, values?: (facts: NextActionFacts) => NextAction['values']) =>
  (facts: NextActionFacts): Found =>
    applies(facts) ? { subject: null, values: values?.(facts) } : null;

const dueIn = ({ nextDue, today }: NextActionFacts): number | null => nextDue && Math.floor(nextDue) - today;

/** What was promised comes first, then money, then what the customer thinks of us; selling more comes last. */
const rules: readonly Rule[] = [
  ['answerTicket', about(({ lateTicket }) => lateTicket)],
  ['collectMoney', about(({ overdueMoney }) => overdueMoney)],
  ['leaveAlone', when(({ isClosed }) => isClosed)],
  ['callUnhappy', about(({ unhappyAnswer }) => unhappyAnswer)],
  [
    'revisit',
    when(
      (facts) => (dueIn(facts) ?? 1) <= 0,
      (facts) => ({ dueAt: facts.nextDue, daysLate: -dueIn(facts)! }),
    ),
  ],
  ['moveDeal', about(({ stuckDeal }) => stuckDeal)],
  ['finishMilestone', about(({ lateMilestone }) => lateMilestone)],
  ['findContact', when(({ canBeReached }) => !canBeReached)],
  ['wakeUp', about(({ fallingActivity }) => fallingActivity)],
  [
    'planRevisit',
    when(
      (facts) => (dueIn(facts) ?? Infinity) <= soon,
      ({ nextDue }) => ({ dueAt: nextDue }),
    ),
  ],
  ['advanceDeal', about(({ openDeal }) => openDeal)],
  ['agreeDate', when(({ nextDue }) => nextDue === null)],
];

/** What to do next for a customer, and why: the first rule that applies. */
export function nextAction(facts: NextActionFacts): NextAction {
  for (const [code, find] of rules) {
    const found = find(facts);
    if (found) return { code, values: { ...found.subject?.values, ...found.values }, subject: found.subject };
  }
  return { code: 'wait', values: { dueAt: facts.nextDue }, subject: null };
}
