import { isWorkingDay, type WorkCalendar } from './calendar';
import { mondayOf } from './week';

/** Spreads due revisits over working days without moving any of them by more than a tolerance (C-35, C-65). */
export interface VisitToLevel {
  readonly owner: string | null;
  readonly due: number;
}

export interface LevellingLimits {
  readonly today: number;
  /** Most days that a visit may move, either way; never before today. */
  readonly tolerance: number;
  /** Visits per week of an owner; `null` = without limit. A day takes a fifth of it, rounded up. */
  readonly capacity: (owner: string | null) => number | null;
  readonly calendar: WorkCalendar;
}

export interface LevelledVisit {
  /** Index in the visits given. */
  readonly visit: number;
  readonly from: number;
  readonly to: number;
  /** `full`: no day within the tolerance had room, so it stays where it is. */
  readonly reason: 'fits' | 'moved' | 'full';
  /** What stands against `from`; `null` when it fits. */
  readonly obstacle: Obstacle | null;
}

/** No working day, the owner's day is full, or his week is. */
export type Obstacle = 'dayOff' | 'dayFull' | 'weekFull';

const workdaysPerWeek = 5;

/**
 * Earliest due first; each visit takes the nearest working day with room for its owner (the later one of two equally
 * near). Overdue ones count as due today. Deterministic: the same visits give the same proposal.
 */
export function levelVisits(visits: readonly VisitToLevel[], limits: LevellingLimits): LevelledVisit[] {
  const order = visits.map((_, visit) => visit).sort((a, b) => visits[a]!.due - visits[b]!.due || a - b);
  const offsets = nearestFirst(limits.tolerance);
  const diaries = new Map<string | null, Diary>();
  const placed = new Array<LevelledVisit>(visits.length);
  for (const visit of order) {
    const { owner, due } = visits[visit]!;
    const diary = diaries.get(owner) ?? new Diary(limits.capacity(owner));
    diaries.set(owner, diary);
    const from = Math.max(limits.today, Math.floor(due));
    const obstacleAt = (day: number) => (isOpen(day, limits) ? diary.obstacle(day) : 'dayOff');
    const obstacle = obstacleAt(from);
    const step = offsets.find((offset) => obstacleAt(from + offset) === null);
    diary.take(from + (step ?? 0));
    placed[visit] = { visit, from, to: from + (step ?? 0), reason: reasonOf(step), obstacle };
  }
  return placed;
}

const reasonOf = (step: number | undefined): LevelledVisit['reason'] =>
  step === undefined ? 'full' : step === 0 ? 'fits' : 'moved';

/** 0, 1, -1, 2, -2 ... */
const nearestFirst = (tolerance: number): number[] => [
  0,
  ...Array.from({ length: tolerance }, (_, step) => [step + 1, -step - 1]).flat(),
];

const isOpen = (day: number, { today, calendar }: LevellingLimits): boolean =>
  day >= today && isWorkingDay(calendar, day);

/** What an owner has to do by day and by week. */
class Diary {
  private readonly days = new Map<number, number>();
  private readonly weeks = new Map<number, number>();
  private readonly perDay: number;

  constructor(private readonly perWeek: number | null) {
    this.perDay = Math.ceil((perWeek ?? 0) / workdaysPerWeek);
  }

  /** What keeps a visit from a day; `null` = there is room. */
  obstacle(day: number): Obstacle | null {
    if (this.perWeek === null) return null;
    if ((this.weeks.get(mondayOf(day)) ?? 0) >= this.perWeek) return 'weekFull';
    return (this.days.get(day) ?? 0) >= this.perDay ? 'dayFull' : null;
  }

  take(day: number): void {
    this.days.set(day, (this.days.get(day) ?? 0) + 1);
    this.weeks.set(mondayOf(day), (this.weeks.get(mondayOf(day)) ?? 0) + 1);
  }
}
