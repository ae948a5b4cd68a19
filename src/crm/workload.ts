/** Load of a person against what the person can do (C-65, C-68): visits due in a week per visit possible. */
export interface LoadShare {
  /** 1 = exactly full; `null` without a capacity above 0: of somebody who can make no visit there is no share. */
  readonly share: number | null;
  /** Visits still possible, never below 0; `null` without a capacity. */
  readonly free: number | null;
  readonly rule: 'noCapacity' | 'over' | 'full' | 'free';
}

export function loadShare(visitsDue: number, capacity: number | null): LoadShare {
  if (capacity === null || capacity < 0) return { share: null, free: null, rule: 'noCapacity' };
  const share = capacity > 0 ? visitsDue / capacity : null;
  const rule = visitsDue > capacity ? 'over' : visitsDue === capacity ? 'full' : 'free';
  return { share, free: Math.max(0, capacity - visitsDue), rule };
}
