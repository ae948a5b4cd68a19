import {
  inStage,
  isLost,
  isWon,
  lostAt,
  lostFor,
  stillAt,
  wentOn,
  wonFrom,
  type DealCondition,
} from '../../src/actions/report/dealsBehind';
import { dealChoices } from '../../src/actions/report/dealChoices';
import { factsOf, type Facts } from '../../src/actions/report/facts';
import { forecast } from '../../src/actions/report/forecast';
import { funnel } from '../../src/actions/report/funnel';
import { pipelineOf } from '../../src/actions/report/pipeline';
import { targets } from '../../src/actions/report/targets';
import { sumMoney } from '../../src/shared/numbers';
import { toIso, toSerial } from '../../src/shared/dates';
import { dealNeeds } from '../../src/taskpane/dealNeeds';
import { isNeeded } from '../../src/template/needs';
import { fillWorkbook } from '../../src/template/records';
import { sampleRecords } from '../../src/template/sample';
import { dealPeriods, everyDeal, periodDays, unset, type DealFilter } from '../../src/template/views/dealFilter';

const today = toSerial('2024-03-15');
const sample = () => fillWorkbook({ language: 'en', clock: today, records: sampleRecords('en', today) }).computed;
const facts: Facts = factsOf(sample(), today);
const whole = pipelineOf(facts, everyDeal);
const some = (filter: Partial<DealFilter>) => pipelineOf(facts, { ...everyDeal, ...filter });

describe('the funnel of some of the deals', () => {
  it('should say of all deals what the report says', () => {
    expect(whole.funnel).toEqual(funnel(facts));
    expect(whole.forecast).toEqual(forecast(facts));
    expect(whole.targets.map(({ targetId }) => targetId).sort()).toEqual(
      targets(facts)
        .map(({ targetId }) => targetId)
        .sort(),
    );
    expect(whole.leaks.map(({ cost }) => cost)).toEqual(whole.funnel.leaks.map(({ cost }) => cost));
  });

  it.each([
    ['everybody', everyDeal],
    ['one person', { ...everyDeal, owner: owners()[0]! }],
    ['a year', { ...everyDeal, period: 'year' as const }],
  ])('should have the deals behind every figure of %s', (_, filter) => {
    const {
      funnel: found,
      deals,
      order,
      forecast: ahead,
      forecastDeals,
      lostReasons,
      stale,
    } = pipelineOf(facts, filter);
    const count = (condition: DealCondition) => deals.filter(condition).length;
    const amount = (condition: DealCondition) =>
      sumMoney(
        deals.filter(condition).map((deal) => deal.amount),
        2,
      );

    expect(found.stages.map((_stage, at) => count(inStage(at, order.length)))).toEqual(
      found.stages.map((stage) => stage.count),
    );
    expect(found.conversion.map((_stage, at) => [count(wentOn(at)), count(lostAt(at)), count(stillAt(at))])).toEqual(
      found.conversion.map(({ hits, n, pending }) => [hits, n - hits, pending]),
    );
    expect([count(isWon), count(isLost)]).toEqual([found.won.count, found.lost.count]);
    expect(['committed', 'accepted', 'collected'].map((stage) => amount(wonFrom(order.indexOf(stage))))).toEqual([
      found.bookings,
      found.deliveries,
      found.cash,
    ]);
    expect(lostReasons.map(({ reason }) => count(lostFor(reason)))).toEqual(lostReasons.map((each) => each.count));
    expect(
      ahead.categories.map(({ category }) => forecastDeals.filter((deal) => deal.category === category).length),
    ).toEqual(ahead.categories.map((each) => each.count));
    expect(stale.map(({ id }) => id)).toEqual(found.stale.map(({ opportunityId }) => opportunityId));
  });

  it('should divide the deals among their owners and lose none that has one', () => {
    const parts = owners().map((owner) => some({ owner }).deals.length);

    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(
      whole.deals.filter(({ ownerKey }) => ownerKey !== null).length,
    );
    expect(Math.max(...parts)).toBeLessThan(whole.deals.length);
  });

  it('should divide all deals by every choice of a filter, also those without an owner or with one that is not clear', () => {
    const { computed } = fillWorkbook({
      language: 'en',
      clock: today,
      records: {
        team: ['Ann', 'Bo', 'Bo'].map((name, at) => ({ id: `U-${at}`, name })),
        products: [{ id: 'P-1', name: 'Pump' }],
        opportunities: [
          { id: 'D-1', owner: 'Ann', source: 'website', product: 'Pump', createdAt: today },
          { id: 'D-2', createdAt: today },
          { id: 'D-3', owner: 'Gone Guy', product: 'Sold out', createdAt: today },
          { id: 'D-4', owner: 'Bo', createdAt: today },
          { id: 'D-5', owner: 'U-2', createdAt: today },
        ],
      },
    });
    const given = factsOf(computed, today);
    const { owners: people, sources, products } = dealChoices(given);
    const idsOf = (filter: Partial<DealFilter>) =>
      pipelineOf(given, { ...everyDeal, ...filter })
        .deals.map(({ id }) => id!.slice(2))
        .join('');

    expect(people.known.map(({ key, name }) => [name, idsOf({ owner: key })])).toEqual([
      ['Ann', '1'],
      ['Bo', '5'],
    ]);
    expect(sources.known.map((source) => idsOf({ source }))).toEqual(['1']);
    expect(products.known.map(({ key }) => idsOf({ product: key }))).toEqual(['1']);
    expect([people, sources, products].map(({ hasUnset }) => hasUnset)).toEqual([true, true, true]);
    expect([idsOf({ owner: unset }), idsOf({ source: unset }), idsOf({ product: unset })]).toEqual([
      '234',
      '2345',
      '2345',
    ]);
  });

  it('should hold no target against deals without an owner', () => {
    expect(some({ owner: unset }).targets).toEqual([]);
  });

  it('should take the deals of a period by the day they were created or closed', () => {
    const { deals } = some({ period: 'month' });
    const days = periodDays('month', today)!;
    const touches = (day: number | null) => day !== null && day >= days.from && day <= days.to;

    expect(deals.length).toBeGreaterThan(0);
    expect(deals).toEqual(whole.deals.filter(({ createdAt, closedAt }) => touches(createdAt) || touches(closedAt)));
  });

  it('should hold targets against the person or product they were set for, and none against a source', () => {
    const owner = whole.targets.find((target) => target.owner !== null && target.open.length > 0)!;
    const key = owner.open[0]!.ownerKey!;

    expect(some({ owner: key }).targets.map((target) => target.owner)).toEqual([owner.owner]);
    expect(some({ source: 'website' }).targets).toEqual([]);
    expect(
      whole.targets.map(({ won }) =>
        sumMoney(
          won.map(({ amount }) => amount),
          2,
        ),
      ),
    ).toEqual(whole.targets.map(({ actual }) => actual));
  });

  it('should come to the same from the tables that the pane reads', () => {
    const read = sample();
    const tables = Object.entries(read.tables).flatMap(([table, rows]) => {
      const columns = Object.entries(rows.columns).filter(([column]) => isNeeded(dealNeeds, table, column));
      return columns.length ? [[table, { ...rows, columns: Object.fromEntries(columns) }] as const] : [];
    });

    expect(pipelineOf(factsOf({ ...read, tables: Object.fromEntries(tables) }, today), everyDeal)).toEqual(whole);
  });
});

describe('periods', () => {
  it('should be whole months, quarters and years', () => {
    const days = Object.fromEntries(
      dealPeriods.map((period) => {
        const range = periodDays(period, toSerial('2024-02-29'));
        return [period, range && [toIso(range.from), toIso(range.to)]];
      }),
    );

    expect(days).toEqual({
      month: ['2024-02-01', '2024-02-29'],
      quarter: ['2024-01-01', '2024-03-31'],
      year: ['2024-01-01', '2024-12-31'],
      last12Months: ['2023-03-01', '2024-02-29'],
      all: null,
    });
  });
});

function owners(): string[] {
  return [...new Set(whole.deals.map(({ ownerKey }) => ownerKey))].filter((key) => key !== null);
}
