/** Whom a campaign may address (C-59): who fits the rule, minus those who want no contact or were contacted lately. */

export interface AudienceMember {
  readonly fits: boolean;
  readonly archived: boolean;
  readonly terminated: boolean;
  /** The customer, or every one of his contacts, asked for no contact. */
  readonly optedOut: boolean;
  readonly consent: 'given' | 'withdrawn' | null;
  /** Whether the campaign has a line for him already. */
  readonly isMember: boolean;
  /** Serial of the last revisit or of another campaign's contact; `null` = none. */
  readonly lastContact: number | null;
  /** Without an id nobody can be written down as a member. */
  readonly hasId: boolean;
}

/** Why somebody who fits is left out. The first that applies is counted, in this order. */
export const leftOutReasons = [
  'archived',
  'terminated',
  'optedOut',
  'noConsent',
  'alreadyMember',
  'recentlyContacted',
  'withoutId',
] as const;
export type LeftOut = (typeof leftOutReasons)[number];

export interface AudiencePolicy {
  /** Days in which nobody is addressed twice. */
  readonly coolingDays: number;
  /** Only who gave consent is addressed; otherwise everybody who did not withdraw it. */
  readonly needsConsent: boolean;
}

export const audienceDefaults: AudiencePolicy = { coolingDays: 14, needsConsent: false };

export interface Audience {
  /** Rows to address. */
  readonly rows: readonly number[];
  /** How many fitted before anybody was left out, and how many were left out why: the parts give the whole. */
  readonly fitting: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Rows of those who were left out, by the reason that is counted. */
  readonly rowsLeftOut: Readonly<Record<LeftOut, readonly number[]>>;
}

export function audience(
  members: readonly AudienceMember[],
  today: number,
  policy: AudiencePolicy = audienceDefaults,
): Audience {
  const rowsLeftOut = byReason((): number[] => []);
  const rows: number[] = [];
  let fitting = 0;
  members.forEach((member, row) => {
    if (!member.fits) return;
    fitting += 1;
    const reason = leftOutReasons.find((candidate) => against[candidate](member, today, policy));
    if (reason) rowsLeftOut[reason].push(row);
    else rows.push(row);
  });
  return { rows, fitting, leftOut: byReason((reason) => rowsLeftOut[reason].length), rowsLeftOut };
}

const byReason = <T>(of: (reason: LeftOut) => T) =>
  Object.fromEntries(leftOutReasons.map((reason) => [reason, of(reason)])) as Record<LeftOut, T>;

type Against = (member: AudienceMember, today: number, policy: AudiencePolicy) => boolean;

const against: Readonly<Record<LeftOut, Against>> = {
  archived: ({ archived }) => archived,
  terminated: ({ terminated }) => terminated,
  optedOut: ({ optedOut }) => optedOut,
  noConsent: ({ consent }, _, { needsConsent }) => consent === 'withdrawn' || (needsConsent && consent !== 'given'),
  alreadyMember: ({ isMember }) => isMember,
  recentlyContacted: ({ lastContact }, today, { coolingDays }) =>
    lastContact !== null && today - Math.floor(lastContact) < coolingDays,
  withoutId: ({ hasId }) => !hasId,
};
