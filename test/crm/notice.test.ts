import { milestoneNoticeDay, milestoneState } from '../../src/crm/milestone';
import { notices, type NoticeLogEntry, type NoticeSubject } from '../../src/crm/notice';

const [ann, bob] = [
  { name: 'Ann', id: 'U1' },
  { name: 'Bob', id: 'U2' },
];
const subject: NoticeSubject = { kind: 'revisit', subject: 'C1', dueAt: 46_000, owner: ann, supervisor: bob };
const told: NoticeLogEntry = { kind: 'revisit', subject: 'c1', person: 'u1', dueAt: 46_000, notifiedAt: 46_002 };
const open = (subjects: readonly NoticeSubject[], log: readonly NoticeLogEntry[] = [], today = 46_005) =>
  notices(subjects, log, today)
    .notices.filter(({ notifiedAt }) => notifiedAt === null)
    .map(({ role, person }) => `${role} ${person?.name}`);

describe('notices (C-38, decision 15)', () => {
  it('should tell owner and supervisor both, and each once for a due date', () => {
    expect(open([subject])).toEqual(['owner Ann', 'supervisor Bob']);
    expect(open([subject], [told])).toEqual(['supervisor Bob']);
    expect(open([subject], [{ ...told, dueAt: 45_993 }])).toHaveLength(2);
    expect(open([subject], [{ ...told, kind: 'milestone' }])).toHaveLength(2);
  });

  it('should not believe a log of tomorrow or without a day', () => {
    expect(
      open(
        [subject],
        [
          { ...told, notifiedAt: 46_006 },
          { ...told, notifiedAt: null },
        ],
      ),
    ).toHaveLength(2);
  });

  it('should tell one person once, the supervisor alone, or mark it as unassigned', () => {
    expect(open([{ ...subject, supervisor: ann }])).toEqual(['owner Ann']);
    expect(open([{ ...subject, owner: null }])).toEqual(['supervisor Bob']);
    expect(open([{ ...subject, owner: null, supervisor: null }])).toEqual(['unassigned undefined']);
  });

  it('should wait until the snooze is over', () => {
    expect(notices([{ ...subject, snoozeUntil: 46_006 }], [], 46_005)).toEqual({ notices: [], snoozed: 1 });
    expect(open([{ ...subject, snoozeUntil: 46_005 }])).toHaveLength(2);
  });
});

describe('milestones (C-40)', () => {
  it.each([
    [46_031, 'later', null],
    [46_030, 'month', 46_000],
    [46_016, 'month', 45_986],
    [46_015, 'halfMonth', 46_000],
    [46_000, 'halfMonth', 45_985],
    [45_999, 'overdue', 45_999],
    [null, 'noDate', null],
  ])('should know a step due on %s as %s', (dueAt, state, noticeDay) => {
    expect(milestoneState(dueAt, null, 46_000)).toBe(state);
    expect(milestoneNoticeDay(dueAt, milestoneState(dueAt, null, 46_000))).toBe(noticeDay);
  });

  it('should ask for nothing once it is done', () => {
    expect(milestoneState(45_000, 45_001, 46_000)).toBe('done');
    expect(milestoneNoticeDay(45_000, 'done')).toBeNull();
  });
});
