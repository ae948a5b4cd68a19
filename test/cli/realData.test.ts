import type { FunnelReport } from '../../src/actions/report/funnel';
import { crm, dataFile, describeWithData, report, workFolder, type ReportJson } from './cli';

/** A real CRM export with its dirt (Maven CRM sales pipeline) and the orders of the R package rfm. */
describeWithData('crm new and crm report on real data', () => {
  const { path, file, read } = workFolder();
  const map = {
    opportunities: {
      columns: { sales_agent: 'ownerId', account: 'customerId' },
      values: {
        stage: {
          Prospecting: { stage: 'found', outcome: 'open' },
          Engaging: { stage: 'needsDefined', outcome: 'open' },
          Won: { stage: 'committed', outcome: 'won' },
          Lost: { stage: 'proposal', outcome: 'lost' },
        },
      },
    },
  };
  let found: ReportJson;
  let summary = '';

  beforeAll(async () => {
    const imports = {
      customers: 'accounts',
      team: 'sales_teams',
      products: 'products',
      opportunities: 'sales_pipeline',
    };
    const options = Object.entries(imports).flatMap(([table, name]) => [
      '--import',
      `${table}=${dataFile(`crm/${name}.csv`)}`,
    ]);
    const made = await crm('new', path('real.xlsx'), ...options, '--map', file('map.json', JSON.stringify(map)));
    expect(made).toMatchObject({ code: 0 });
    summary = made.out;
    found = await report(path('real.xlsx'), '--today', '2017-12-31', '--rows');
  }, 240_000);

  it('should give the figures that are known from elsewhere', () => {
    const { funnel, revisits, customers } = found;
    expect(funnel).toMatchObject({
      won: { count: 4238, amount: 10_005_534 },
      lost: { count: 2473 },
      bookings: 10_005_534,
      deliveries: 0,
      cash: 0,
    });
    expect(funnel.winRate).toBeCloseTo(0.6315, 4);
    expect(funnel.stages).toContainEqual({ stage: 'found', count: 500, amount: 0, weighted: 0, withoutAmount: 500 });
    expect(funnel.stages).toContainEqual({
      stage: 'needsDefined',
      count: 1589,
      amount: 0,
      weighted: 0,
      withoutAmount: 1589,
    });
    expect([customers.count, revisits.overdue.length, revisits.neverContacted]).toEqual([85, 85, 0]);
    expect(revisits.overdue.every(({ base, lastRevisit }) => base !== null && lastRevisit === null)).toBe(true);
  });

  it('should know conversion, cycle and quarters as they are known from elsewhere (C-46, C-47)', () => {
    const { conversion, probabilities, pace } = found.funnel as unknown as FunnelReport;
    expect(conversion[4]).toMatchObject({ stage: 'proposal', to: 'committed', n: 6711, hits: 4238, pending: 0 });
    expect(conversion[3]).toMatchObject({ stage: 'needsDefined', n: 6711, pending: 1589 });
    expect(probabilities[1]).toMatchObject({ stage: 'found', n: 6711, basis: 'own', default: 0.2 });
    expect(probabilities[1]!.probability).toBeCloseTo(0.6315, 4);
    expect(probabilities[5]).toMatchObject({ stage: 'committed', basis: 'default', probability: 0.9 });
    expect(pace.cycleWon.meanDays).toBeCloseTo(51.78, 2);
    expect([pace.cycleWon.medianDays, pace.meanWonAmount]).toEqual([57, 2360.91]);
    expect(pace.cycleLost.meanDays).toBeCloseTo(41.48, 2);
    expect(pace.wonByQuarter.map(({ quarter, amount }) => [quarter, amount])).toEqual([
      ['2017-Q1', 1_134_672],
      ['2017-Q2', 3_086_111],
      ['2017-Q3', 2_982_255],
      ['2017-Q4', 2_802_496],
    ]);
  });

  it('should list what is wrong with the data as problems, not as losses', () => {
    const problems = (column: string, code: string) =>
      found.problems.filter((problem) => problem.column === column && problem.code === code);
    expect(problems('customerId', 'missingRequired')).toHaveLength(1425);
    expect(problems('productId', 'unknownReference')).toHaveLength(1480);
    expect(problems('productId', 'unknownReference')[0]!.message).toContain('Did you mean "GTX Pro"?');
    expect(found.problemCounts).toEqual({ missingRequired: 1425, unknownReference: 1480 });
  });

  it('should create the managers who are on no agent list, and say so', () => {
    const created = read('real.problems.csv')
      .split('\r\n')
      .filter((line) => line.includes('createdRecord'));
    expect(created).toHaveLength(6);
    expect(created[0]).toMatch(/^team,2,supervisorId,Dustin Brinkmann,/);
    expect(Object.keys(found.rows!.team!)).toHaveLength(41);
  });

  it('should have exactly the documented fields', () => {
    expect(Object.keys(found)).toEqual([
      'asOf',
      'today',
      'customers',
      'revisits',
      'funnel',
      'tickets',
      'campaigns',
      'audience',
      'receivables',
      'affinity',
      'trend',
      'rfm',
      'concentration',
      'contribution',
      'forecast',
      'targets',
      'lostReasons',
      'lifecycle',
      'activity',
      'loyalty',
      'prediction',
      'tierReview',
      'surveys',
      'suggestions',
      'people',
      'assignment',
      'pool',
      'quality',
      'milestones',
      'care',
      'problems',
      'problemCounts',
      'rows',
    ]);
    expect(Object.keys(found.customers)).toEqual(['count', 'byTier']);
    expect(Object.keys(found.revisits)).toEqual([
      'overdue',
      'notices',
      'snoozed',
      'load',
      'levelling',
      'neverContacted',
    ]);
    expect(Object.keys(found.revisits.overdue[0]!)).toEqual([
      'customerId',
      'customer',
      'owner',
      'ownerId',
      'supervisor',
      'supervisorId',
      'base',
      'lastRevisit',
      'dueAt',
      'daysOverdue',
      'rule',
    ]);
    expect(Object.keys(found.funnel)).toEqual([
      ...['stages', 'won', 'lost', 'winRate', 'bookings', 'deliveries', 'cash'],
      ...['conversion', 'dwell', 'stale', 'probabilities', 'leaks', 'pace', 'checklists'],
    ]);
    expect(Object.keys(found.funnel.stages[0]!)).toEqual(['stage', 'count', 'amount', 'weighted', 'withoutAmount']);
    expect(Object.keys(found.tickets)).toEqual([
      'open',
      'breached',
      'byState',
      'paused',
      'reopened',
      'escalations',
      'complaints',
      'satisfaction',
    ]);
    expect(Object.keys(found.problems[0]!)).toEqual(['table', 'row', 'id', 'column', 'code', 'message']);
  });

  it('should say what it read and which header became which column', () => {
    expect(summary).toContain(
      'opportunities: 8800 rows from sales_pipeline.csv (utf-8); opportunity_id -> opportunityId',
    );
    expect(summary).toContain('missingRequired: 1425, createdRecord: 6, unknownReference: 1480');
  });

  it('should take orders alone and create their customers, or find them when they are there', async () => {
    const orders = ['--import', `orders=${dataFile('orders/rfm_data_orders.csv')}`];
    const customers = ['--import', `customers=${file('known.csv', 'name,key\nBrion Stark,yes\n')}`];
    const runs = await Promise.all([
      crm('new', path('alone.xlsx'), ...orders),
      crm('new', path('with.xlsx'), ...orders, ...customers),
    ]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    const [alone, both] = await Promise.all(
      ['alone.xlsx', 'with.xlsx'].map((name) => report(path(name), '--today', '2006-12-31')),
    );
    expect([alone!.customers.count, both!.customers.count, alone!.problems, both!.problems]).toEqual([
      995,
      995,
      [],
      [],
    ]);
    expect(read('with.problems.csv')).toContain('first_name,unmappedHeader');
    expect(both!.revisits.overdue.find(({ customer }) => customer === 'Brion Stark')).toMatchObject({ rule: 'key' });
  });
});
