import type { Clock } from './sla';

/**
 * Escalation of a late ticket (C-54, the dual rule of C-38): level 1 tells owner and supervisor at once, level 2 follows
 * after a number of working hours and goes one step higher.
 */
export type EscalationLevel = 0 | 1 | 2;

export interface RunningClock extends Clock {
  readonly late: boolean;
  /** Working minutes since the due moment, past the calendar's end up to its last day; `null` when not even that is known. */
  readonly minutesLate: number | null;
}

export interface Escalation {
  readonly level: EscalationLevel;
  /** Longest lateness of a clock that still runs, as far as it is known; 0 for none. */
  readonly minutesLate: number;
  /** Which clock fired; `none` below level 1. */
  readonly rule: 'firstResponse' | 'resolution' | 'none';
}

export interface EscalationFacts {
  readonly isOpen: boolean;
  /** Waiting for the customer stops the resolution clock: such a ticket never reaches level 2 by it. */
  readonly waiting: boolean;
  readonly response: RunningClock;
  readonly resolution: RunningClock;
}

/** @param levelTwoMinutes working minutes past due after which level 2 begins. */
export function escalation(facts: EscalationFacts, levelTwoMinutes: number): Escalation {
  const running = (clock: RunningClock) => facts.isOpen && clock.late && clock.doneAt === null;
  const [response, resolution] = [running(facts.response), running(facts.resolution)];
  if (!response && !resolution) return { level: 0, minutesLate: 0, rule: 'none' };
  const minutesLate = Math.max(
    response ? (facts.response.minutesLate ?? 0) : 0,
    resolution && !facts.waiting ? (facts.resolution.minutesLate ?? 0) : 0,
    0,
  );
  return {
    level: minutesLate >= levelTwoMinutes ? 2 : 1,
    minutesLate,
    rule: response ? 'firstResponse' : 'resolution',
  };
}
