/** Whom a campaign may address (C-59): who fits the rule, minus those who want no contact or were contacted lately. */

export interface AudienceMember {
  readonly fits: boolean;
  readonly doNotContact: boolean;
  readonly terminated: boolean;
  /** Serial of the last contact; `null` = none. */
  readonly lastContact: number | null;
}

export type LeftOut = 'doNotContact' | 'terminated' | 'recentlyContacted';

export interface Audience {
  /** Rows to address. */
  readonly rows: readonly number[];
  /** How many fitted before anybody was left out, and how many were left out why. */
  readonly fitting: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

/** Days in which nobody is addressed twice. */
export const coolingDays = 14;

export function audience(members: readonly AudienceMember[], today: number, cooling = coolingDays): Audience {
  const leftOut = { doNotContact: 0, terminated: 0, recentlyContacted: 0 };
  const rows: number[] = [];
  let fitting = 0;
  members.forEach((member, row) => {
    if (!member.fits) return;
    fitting += 1;
    const reason = reasonAgainst(member, today, cooling);
    if (reason) leftOut[reason] += 1;
    else rows.push(row);
  });
  return { rows, fitting, leftOut };
}

function reasonAgainst(member: AudienceMember, today: number, cooling: number): LeftOut | null {
  if (member.doNotContact) return 'doNotContact';
  if (member.terminated) return 'terminated';
  const isRecent = member.lastContact !== null && today - Math.floor(member.lastContact) < cooling;
  return isRecent ? 'recentlyContacted' : null;
}
