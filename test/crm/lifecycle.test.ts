import {
  effectiveLifecycle,
  lifecycleDefaults as policy,
  lifecycleOf,
  type LifecycleEvidence,
} from '../../src/crm/lifecycle';
import { lifecycleFlow, stageDurations } from '../../src/crm/lifecycleFlow';

const nothing: LifecycleEvidence = { orders: 0, activity: null, hasIntent: false, deals: 0 };

describe('lifecycle (C-24..C-32)', () => {
  it.each([
    ['nothing yet', {}, 'potential', 'noEvidence'],
    ['an open deal far enough', { deals: 1 }, 'prospective', 'openDeal'],
    ['intent', { hasIntent: true }, 'prospective', 'intent'],
    ['one order', { orders: 1, activity: 'active', hasIntent: true }, 'firstTime', 'firstOrder'],
    ['two orders', { orders: 2, activity: 'active' }, 'repeat', 'repeatOrders'],
    ['five orders', { orders: 5, activity: 'active' }, 'loyal', 'loyalOrders'],
    ['asleep', { orders: 5, activity: 'dormant' }, 'dormant', 'dormantBuyer'],
  ] as const)('should call it by its evidence: %s', (_, evidence, lifecycle, rule) => {
    expect(lifecycleOf({ ...nothing, ...evidence }, policy)).toEqual({ lifecycle, rule, leadRegister: null });
  });

  it('should put a lost customer back into the register of prospective ones', () => {
    expect(lifecycleOf({ ...nothing, orders: 7, activity: 'lost' }, policy)).toEqual({
      ...{ lifecycle: 'prospective', rule: 'lostReturned', leadRegister: 'lostCustomer' },
    });
  });

  it('should let what a person holds win', () => {
    expect([effectiveLifecycle('loyal', 'repeat'), effectiveLifecycle(null, 'repeat')]).toEqual(['loyal', 'repeat']);
  });
});

describe('flow and durations (C-33)', () => {
  const history = [
    { customer: 'B', at: 5, lifecycle: 'potential' },
    { customer: 'A', at: 40, lifecycle: 'firstTime' },
    { customer: 'A', at: 10, lifecycle: 'potential' },
    { customer: 'A', at: 20, lifecycle: 'potential' },
    { customer: 'B', at: 65, lifecycle: 'firstTime' },
    { customer: 'C', at: 70, lifecycle: 'potential' },
    { customer: 'C', at: 999, lifecycle: 'loyal' },
  ];

  it('should say who went from where to where between two days', () => {
    expect(lifecycleFlow(history, 30, 80)).toEqual([
      { from: 'potential', to: 'firstTime', customers: 2 },
      { from: null, to: 'potential', customers: 1 },
    ]);
  });

  it('should measure stays that ended; a repeated entry prolongs the stay', () => {
    expect(stageDurations(history, ['potential', 'firstTime'], 80)).toEqual([
      { lifecycle: 'potential', ended: 2, medianDays: 45, current: 1 },
      { lifecycle: 'firstTime', ended: 0, medianDays: null, current: 2 },
    ]);
  });
});
