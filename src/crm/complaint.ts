/** The fixed process of a complaint (C-54, C-93): five steps in order, each with the moment it was done. */
export const complaintSteps = ['acknowledge', 'calm', 'rootCause', 'solution', 'confirm'] as const;
export type ComplaintStep = (typeof complaintSteps)[number];

/** The first step without a date, however many later ones have one; `null` when all are done. */
export function nextStep(doneAt: readonly (number | null)[]): ComplaintStep | null {
  return complaintSteps.find((_, index) => (doneAt[index] ?? null) === null) ?? null;
}

export interface Complaint {
  readonly isOpen: boolean;
  /** Moments of the five steps. */
  readonly doneAt: readonly (number | null)[];
  readonly submittedAt: number | null;
  readonly resolvedAt: number | null;
  readonly breached: boolean;
}

/** Days from submission to resolution; negative when the dates cannot be, `null` when one of them is missing. */
export const daysToResolve = ({ submittedAt, resolvedAt }: Pick<Complaint, 'submittedAt' | 'resolvedAt'>) =>
  submittedAt === null || resolvedAt === null ? null : resolvedAt - submittedAt;

/** Whether the mean days to resolve take a complaint in. */
export const isTimed = (complaint: Pick<Complaint, 'submittedAt' | 'resolvedAt'>): boolean =>
  (daysToResolve(complaint) ?? -1) >= 0;

/** How the right to complain (C-93: timely resolution) is kept. */
export interface ComplaintRight {
  readonly n: number;
  readonly open: number;
  /** Finished, and every step has its date. */
  readonly completed: number;
  /** Finished although steps have no date: the process was cut short. */
  readonly cutShort: number;
  /** Share within both clocks; `null` without complaints. */
  readonly inTime: number | null;
  /** Mean days from submission to resolution; `null` without resolved ones. */
  readonly meanDays: number | null;
  /** Resolved before they were submitted: dates that cannot be, left out of the mean. */
  readonly impossibleDays: number;
  /** Open complaints by the step that comes next; one with all five dates only has to be closed, and waits for none. */
  readonly waitingFor: Readonly<Record<ComplaintStep, number>>;
}

export function complaintRight(complaints: readonly Complaint[]): ComplaintRight {
  const n = complaints.length;
  const open = complaints.filter(({ isOpen }) => isOpen);
  const finished = complaints.filter(({ isOpen }) => !isOpen);
  const completed = finished.filter(({ doneAt }) => nextStep(doneAt) === null).length;
  const spans = complaints.map(daysToResolve).filter((span) => span !== null);
  const days = spans.filter((span) => span >= 0);
  const waitingFor = { acknowledge: 0, calm: 0, rootCause: 0, solution: 0, confirm: 0 };
  for (const { doneAt } of open) {
    const next = nextStep(doneAt);
    if (next) waitingFor[next] += 1;
  }
  return {
    n,
    open: open.length,
    ...{ completed, cutShort: finished.length - completed },
    inTime: n ? complaints.filter(({ breached }) => !breached).length / n : null,
    meanDays: days.length ? toMicro(days.reduce((sum, value) => sum + value, 0) / days.length) : null,
    impossibleDays: spans.length - days.length,
    waitingFor,
  };
}

/** Files keep moments to about a millisecond: digits beyond a millionth of a day are noise. */
const toMicro = (days: number): number => Math.round(days * 1e6) / 1e6;
