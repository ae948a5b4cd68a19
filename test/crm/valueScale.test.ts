import { nearestStop, valueStops } from '../../src/crm/valueScale';

/** Ten thousand customers, of whom few are large: values spread over four powers of ten. */
const skewed = Array.from({ length: 10_000 }, (_, at) => Math.exp(3 + (9 * at) / 10_000));

describe('the scale of cut points (C-18)', () => {
  it('should step over equally many customers, however skewed their values are', () => {
    const stops = valueStops(skewed, []);

    const between = stops.slice(1).map((stop, at) => skewed.filter((v) => v > stops[at]! && v <= stop).length);
    expect(Math.max(...between)).toBeLessThan(400);
    expect(stops[0]).toBe(0);
    expect(stops.at(-1)).toBeGreaterThan(Math.max(...skewed));
    expect(stops.length).toBeLessThan(110);
  });

  it('should stop at round numbers and at every cut point in force', () => {
    const stops = valueStops([1234, 5678, 99_999, 0.0123], [0, 21_345.67]);

    expect(stops).toContain(21_345.67);
    expect(stops.filter((stop) => stop !== 21_345.67).map((stop) => Number(stop.toPrecision(2)))).toEqual(
      stops.filter((stop) => stop !== 21_345.67),
    );
    expect([...stops].sort((a, b) => a - b)).toEqual(stops);
    expect(new Set(stops).size).toBe(stops.length);
  });

  it('should have stops when nobody bought anything, and when everybody bought the same', () => {
    expect(valueStops([0, 0], [500, 100])).toEqual([0, 100, 500]);
    expect(valueStops([800, 800, 800], [])).toEqual([0, 800, 810]);
  });

  it('should put a value that is typed at the nearest stop', () => {
    expect([-5, 0, 60, 149, 150, 1e9].map((value) => nearestStop([0, 100, 200], value))).toEqual([0, 0, 1, 1, 1, 2]);
  });
});
