import fc from 'fast-check';
import { byQuarter, csat, nps, type SurveyAnswer } from '../../src/crm/satisfaction';
import { toSerial } from '../../src/shared/dates';

const repeat = (count: number, score: number) => Array<number>(count).fill(score);

describe('net promoter score (C-57; analytics 1.7)', () => {
  it('should be 33.3 with an error of 4.14 points for n = 324 with half promoters and a sixth detractors', () => {
    const { n, score, standardError } = nps([...repeat(162, 9), ...repeat(54, 0), ...repeat(108, 8)]);

    expect(n).toBe(324);
    expect(score).toBeCloseTo(33.33, 2);
    expect(standardError).toBeCloseTo(4.14, 2);
  });

  it('should have a deviation of 0.7454 per answer in that case', () => {
    const { standardError } = nps([10, 10, 10, 3, 7, 8]);

    expect((standardError! / 100) * Math.sqrt(6)).toBeCloseTo(0.7454, 4);
  });

  it('should take 9 and 10 for promoters, 0 to 6 for detractors, and leave out what is off the scale', () => {
    expect(nps([10, 9, 8, 7, 6, 0, 11, -1, 5.5, null])).toMatchObject({
      ...{ n: 6, invalid: 3, promoters: 2, passives: 2, detractors: 2, score: 0 },
    });
  });

  it('should stay between -100 and 100, with an error of at most 100 points (law)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (scores) => {
        const { score, standardError } = nps(scores);

        expect(Math.abs(score!)).toBeLessThanOrEqual(100);
        expect(standardError).toBeGreaterThanOrEqual(0);
        expect(standardError).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('customer satisfaction (C-56)', () => {
  it('should be the share of 4 and 5 of 5', () => {
    expect(csat([5, 4, 3, 1, null])).toMatchObject({ n: 4, invalid: 0, score: 0.5, standardError: 0.25 });
  });

  it('should say that nobody answered instead of 0', () => {
    expect([csat([null]), nps([])]).toMatchObject([
      { n: 0, score: null, standardError: null },
      { n: 0, score: null, standardError: null },
    ]);
  });
});

describe('trend by quarter (C-56)', () => {
  it('should split at calendar quarters, in order, and keep the kinds apart', () => {
    const answer = (day: string, score: number, kind: SurveyAnswer['kind'] = 'csat'): SurveyAnswer => ({
      ...{ kind, score },
      at: toSerial(day),
    });

    const trend = byQuarter(
      [
        answer('2026-04-01', 2),
        answer('2026-03-31', 5),
        answer('2025-12-31', 4),
        answer('2026-03-01', 9, 'nps'),
        { kind: 'csat', score: 5, at: null },
      ],
      'csat',
    );

    expect(trend.map(({ quarter, n, score }) => [quarter, n, score])).toEqual([
      ['2025-Q4', 1, 1],
      ['2026-Q1', 1, 1],
      ['2026-Q2', 1, 0],
    ]);
  });
});
