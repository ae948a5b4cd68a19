import fc from 'fast-check';
import { accountable, accountableRole, type Member } from '../../src/crm/accountable';
import { rankCandidates, topThree, wordsOf, type Candidate } from '../../src/crm/assignment';
import { claimsLeft, defaultPoolRules, poolState, type PoolFacts } from '../../src/crm/pool';
import { loadShare } from '../../src/crm/workload';

const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
  ...{ industries: wordsOf(null), products: wordsOf(null), isOwner: false },
  ...{ heldRevisits: 0, wonDeals: 0, visitsDue: 10, capacity: 10 },
  ...changes,
});
const need = { industry: 'Hotels', products: ['Grinder'] };

describe('assignment of an account manager (C-64, C-65)', () => {
  it('should rank expertise, relationship and free capacity by their weights, and say why', () => {
    const best = topThree(need, [
      candidate({ visitsDue: 0 }),
      candidate({ industries: wordsOf('cafés, HOTELS '), products: wordsOf('咖啡机、grinder') }),
      candidate({ isOwner: true, visitsDue: 5 }),
      candidate(),
      candidate({ heldRevisits: 60, wonDeals: 1, visitsDue: 20 }),
    ]);

    expect(best.map(({ candidate: index, reasons }) => [index, reasons])).toEqual([
      [2, ['owner', 'freeCapacity']],
      [1, ['industry', 'product']],
      [0, ['freeCapacity']],
    ]);
    expect(best[0]!.score).toBeCloseTo(0.3 + 0.3 * 0.5);
    expect(best[1]!.score).toBeCloseTo(0.4);
  });

  it('should propose nobody for whom nothing speaks', () => {
    expect(topThree(need, [candidate(), candidate({ capacity: null })])).toEqual([]);
  });

  it('should follow weights of the manager, whatever their sum', () => {
    const people = [candidate({ visitsDue: 0 }), candidate({ isOwner: true })];

    const [first] = rankCandidates(need, people, { expertise: 0, relationship: 1, capacity: 4 });

    expect(first).toMatchObject({ candidate: 0, score: 0.8 });
  });

  it('should keep scores between 0 and 1 (law)', () => {
    const count = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        fc.option(count),
        fc.boolean(),
        (heldRevisits, wonDeals, visitsDue, capacity, isOwner) => {
          const [only] = rankCandidates(need, [candidate({ heldRevisits, wonDeals, visitsDue, capacity, isOwner })]);

          expect(only!.score).toBeGreaterThanOrEqual(0);
          expect(only!.score).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('workload (C-65)', () => {
  it.each([
    [5, 10, 0.5, 5, 'free'],
    [10, 10, 1, 0, 'full'],
    [12, 10, 1.2, 0, 'over'],
    [3, 0, null, 0, 'over'],
    [0, 0, null, 0, 'full'],
    [3, null, null, null, 'noCapacity'],
  ])('%i visits of %p', (visits, capacity, share, free, rule) => {
    expect(loadShare(visits, capacity)).toEqual({ share, free, rule });
  });
});

describe('who is accountable (C-66)', () => {
  const person = (role: string | null, supervisor: number | null, active = true): Member => ({
    ...{ name: '', role, supervisor, active },
  });
  const team = [person('rep', 1), person('manager', 2), person('top', null), person(null, 4), person('manager', 3)];

  it.each([
    ['potential', 'rep'],
    ['prospective', 'manager'],
    ['firstTime', 'top'],
    ['loyal', 'top'],
    ['lost', 'manager'],
    [null, 'rep'],
    ['unheard of', 'rep'],
  ])('should make %p the business of %s', (lifecycle, role) => {
    expect(accountableRole(lifecycle)).toBe(role);
  });

  it('should walk up from the owner to the role', () => {
    expect(['potential', 'prospective', 'repeat'].map((stage) => accountable(stage, 0, team)?.person)).toEqual([
      0, 1, 2,
    ]);
  });

  it('should skip people who left, and say when nobody has the role', () => {
    const left = [person('rep', 1), person('manager', 2, false), person('top', null)];

    expect(accountable('prospective', 0, left)).toEqual({ role: 'manager', person: 2, rule: 'role' });
    expect(accountable('loyal', 3, team)).toEqual({ role: 'top', person: 4, rule: 'nearest' });
    expect(accountable('loyal', null, team)).toBeNull();
  });
});

describe('public pool', () => {
  const facts: PoolFacts = { hasOwner: true, exempt: false, lastTouch: 1000 };
  it.each<[string, Partial<PoolFacts>, number, string]>([
    ['nobody owns it', { hasOwner: false }, 1000, 'inPool'],
    ['recently touched', {}, 1083, 'protected'],
    ['seven days before the end', {}, 1084, 'warning'],
    ['on the last protected day', {}, 1090, 'warning'],
    ['the day after', {}, 1091, 'recyclable'],
    ['key customers and open business', { exempt: true }, 2000, 'protected'],
    ['no date known', { lastTouch: null }, 2000, 'protected'],
  ])('%s', (_, changes, today, state) => {
    expect(poolState({ ...facts, ...changes }, today, defaultPoolRules).state).toBe(state);
  });

  it('should leave the smaller of both caps to claim, never less than nothing', () => {
    expect([
      claimsLeft(0, 0, defaultPoolRules),
      claimsLeft(198, 1, defaultPoolRules),
      claimsLeft(300, 0, defaultPoolRules),
    ]).toEqual([5, 2, 0]);
  });
});
