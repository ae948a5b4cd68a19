import { prepareImport, runImport } from '../../src/actions/importFile';
import { sequenceIds } from '../../src/shared/ids';
import { columnAt, costOf, installed } from '../workbook/support';

const csv = (rows: number) => ({
  fileName: 'products.csv',
  bytes: new TextEncoder().encode(
    ['Product,Note,Shelf', ...Array.from({ length: rows }, (_, row) => `Pump ${row},+86 10 ${row},x`)].join('\n'),
  ),
});

describe('importing a file into the live workbook', () => {
  it('should show what it understood before it writes anything', async () => {
    const { home } = await installed();

    const prepared = await prepareImport(await home.read(), 'products', csv(3), { ids: sequenceIds() });

    expect(prepared).toMatchObject({ rows: 3, unmapped: ['Shelf'], mapped: [{ column: 'name' }, { column: 'note' }] });
    expect((await home.read()).tables.products!.count).toBe(0);
  });

  it('should need a few requests and one more per piece', async () => {
    const { home, host } = await installed('en', { createCalculator: null });
    const prepared = await prepareImport(await home.read(), 'products', csv(6_000), { ids: sequenceIds() });
    const pieces: number[] = [];

    const cost = await costOf(host, () =>
      runImport(home, prepared, { onProgress: ({ label, total }) => label === 'apply.write' && pieces.push(total) }),
    );

    expect((await home.read(['products'])).tables.products!.count).toBe(6_000);
    expect(cost.syncs).toBeLessThanOrEqual(7 + pieces[0]!);
  });

  it('should go on where it was cancelled when it is run again', async () => {
    const { home, host } = await installed('en', { createCalculator: null });
    const prepared = await prepareImport(await home.read(), 'products', csv(6_000), { ids: sequenceIds() });
    const cut = new AbortController();
    const stop = ({ label }: { label: string }) => label === 'apply.write' && cut.abort();

    await expect(runImport(home, prepared, { signal: cut.signal, onProgress: stop })).rejects.toThrow();
    const report = await runImport(home, prepared);

    expect(report.skipped).toBeGreaterThan(0);
    expect(report.appended + report.skipped).toBe(6_000);
    const ids = (await home.read(['products'])).tables.products!.columns.id!;
    expect(new Set(ids).size).toBe(6_000);
    expect(host.workbook.findTable('Products')!.area.rows).toBe(6_001);
  });

  it('should keep texts that look like formulas', async () => {
    const fixture = await installed();
    const file = { fileName: 'x.csv', bytes: new TextEncoder().encode('Company,Phone\n=cmd|calc,+1\n@x,-5') };

    await runImport(
      fixture.home,
      await prepareImport(await fixture.home.read(), 'customers', file, { ids: sequenceIds() }),
    );

    expect(await columnAt(fixture, 'Customers', 'Customer')).toEqual(['=cmd|calc', '@x']);
    expect(await columnAt(fixture, 'Customers', 'Phone')).toEqual(['+1', '-5']);
  });
});
