import { complaintRight, isTimed, nextStep, type Complaint } from '../../src/crm/complaint';
import { escalation, type EscalationFacts, type RunningClock } from '../../src/crm/escalation';
import { slaState, type SlaFacts } from '../../src/crm/sla';
import { suggestionCounts } from '../../src/crm/suggestion';

const idle: RunningClock = { due: null, doneAt: null, late: false, minutesLate: 0 };
const late = (minutesLate: number | null, doneAt: number | null = null): RunningClock => ({
  ...{ due: 100, doneAt, late: true },
  minutesLate,
});
const facts = (changes: Partial<EscalationFacts>): EscalationFacts => ({
  ...{ isOpen: true, waiting: false, response: idle, resolution: idle },
  ...changes,
});

describe('escalation of late tickets (C-38, C-54)', () => {
  it.each<[string, Partial<EscalationFacts>, number, string]>([
    ['nothing late', {}, 0, 'none'],
    ['just late', { resolution: late(0) }, 1, 'resolution'],
    ['late by the hours of level 2', { resolution: late(480) }, 2, 'resolution'],
    ['one minute less', { resolution: late(479) }, 1, 'resolution'],
    ['an answer that is late', { response: late(10), resolution: late(600) }, 2, 'firstResponse'],
    ['an answer that came, though late', { response: late(600, 120) }, 0, 'none'],
    ['a closed ticket', { isOpen: false, resolution: late(600) }, 0, 'none'],
    ['waiting for the customer after it was late', { waiting: true, resolution: late(600) }, 1, 'resolution'],
    ['lateness outside the calendar', { resolution: late(null) }, 1, 'resolution'],
  ])('%s', (_, changes, level, rule) => {
    expect(escalation(facts(changes), 480)).toMatchObject({ level, rule });
  });
});

describe('state of the service clock (C-54)', () => {
  const open: SlaFacts = {
    ...{ isOpen: true, waiting: false, breached: false, escalated: false },
    clocks: [{ due: 100.5, doneAt: null }],
  };
  it.each<[string, Partial<SlaFacts>, string | null]>([
    ['running', {}, 'running'],
    ['without clocks', { clocks: [{ due: null, doneAt: null }] }, null],
    ['past a clock that runs', { escalated: true, breached: true }, 'late'],
    ['past a clock that was answered', { breached: true }, 'missed'],
    ['finished in time', { isOpen: false }, 'met'],
    ['waiting for the customer', { waiting: true }, 'paused'],
  ])('%s', (_, changes, state) => {
    expect(slaState({ ...open, ...changes }, 99)).toBe(state);
  });

  it('should be due today on the day of a clock that is not done', () => {
    expect(slaState(open, 100)).toBe('dueToday');
    expect(slaState({ ...open, clocks: [{ due: 100.5, doneAt: 99 }] }, 100)).toBe('running');
  });
});

describe('five steps of a complaint (C-54, C-93)', () => {
  const complaint = (changes: Partial<Complaint>): Complaint => ({
    ...{ isOpen: true, doneAt: [], submittedAt: 100, resolvedAt: null, breached: false },
    ...changes,
  });

  it('should ask for the first step that has no date, even when later ones have', () => {
    expect(nextStep([])).toBe('acknowledge');
    expect(nextStep([1, null, 3, 4, 5])).toBe('calm');
    expect(nextStep([1, 2, 3, 4, 5])).toBeNull();
  });

  it('should tell complaints that went through all steps from those cut short', () => {
    const right = complaintRight([
      complaint({ isOpen: false, doneAt: [1, 2, 3, 4, 5], resolvedAt: 102 }),
      complaint({ isOpen: false, doneAt: [1, 2], resolvedAt: 104, breached: true }),
      complaint({ doneAt: [1] }),
      complaint({ doneAt: [1, 2, 3, 4, 5] }),
    ]);

    expect(right).toMatchObject({ n: 4, open: 2, completed: 1, cutShort: 1, inTime: 0.75, meanDays: 3 });
    expect(right.waitingFor).toEqual({ acknowledge: 0, calm: 1, rootCause: 0, solution: 0, confirm: 0 });
  });

  it('should leave out, and count, what was resolved before it was submitted', () => {
    const complaints = [104, 90].map((resolvedAt) => complaint({ isOpen: false, resolvedAt }));

    expect(complaintRight(complaints)).toMatchObject({ n: 2, meanDays: 4, impossibleDays: 1 });
    expect([...complaints, complaint({})].map(isTimed)).toEqual([true, false, false]);
  });

  it('should know no shares without complaints', () => {
    expect(complaintRight([])).toMatchObject({ n: 0, inTime: null, meanDays: null });
  });
});

describe('register of suggestions (C-55, C-92)', () => {
  it('should measure replies on what was decided', () => {
    const counts = suggestionCounts([
      { outcome: 'open', replied: true },
      { outcome: 'done', replied: true },
      { outcome: 'declined', replied: false },
    ]);

    expect(counts).toEqual({
      n: 3,
      byOutcome: { open: 1, accepted: 0, done: 1, declined: 1 },
      replied: 2,
      repliedShare: 0.5,
    });
  });
});
