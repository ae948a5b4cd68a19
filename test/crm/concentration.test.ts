import fc from 'fast-check';
import { concentration, withoutCustomer } from '../../src/crm/concentration';

describe('concentration (C-22)', () => {
  it('should tell the shares of the largest customers and the index', () => {
    const found = concentration([100, null, 50, 0, 30, 20, -5]);

    expect(found).toEqual({
      customers: 4,
      total: 200,
      top1: 0.5,
      top5: 1,
      hhi: 0.25 + 0.0625 + 0.0225 + 0.01,
      largest: [0, 2, 4, 5],
    });
  });

  it('should say what is left when the largest leaves', () => {
    const left = withoutCustomer([100, 50, 50], 0);

    expect(left).toMatchObject({ customers: 2, total: 100, top1: 0.5, hhi: 0.5 });
  });

  it('should have no shares without any value', () => {
    expect(concentration([null, 0])).toMatchObject({ customers: 0, total: 0, top1: null, top5: null, hhi: null });
  });

  it('should keep the index between 1/n and 1, whatever the scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1 }), (values) => {
        const { hhi, customers } = concentration(values);
        const scaled = concentration(values.map((value) => value * 3)).hhi;

        expect(hhi).toBeGreaterThanOrEqual(1 / customers - 1e-12);
        expect(hhi).toBeLessThanOrEqual(1 + 1e-12);
        expect(scaled).toBeCloseTo(hhi!, 12);
      }),
    );
  });
});
