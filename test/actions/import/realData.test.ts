import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { importRecords, type ImportRequest } from '../../../src/actions/import/importRecords';
import { readUserMap } from '../../../src/actions/import/userMap';
import { toSerial } from '../../../src/shared/dates';
import { sequenceIds } from '../../../src/shared/ids';
import { sumMoney } from '../../../src/shared/numbers';
import { template } from '../../../src/template/load';

/** Public sample data (Maven CRM sales pipeline, orders of the R package rfm); not part of the repository. */
const folder = process.env.CRM_TEST_DATA ?? resolve(__dirname, '../../../../shared/data');
const isPresent = existsSync(join(folder, 'crm'));

const importFile = (fileName: string, request: Pick<ImportRequest, 'table' | 'map'>) =>
  importRecords({
    file: { fileName, bytes: Uint8Array.from(readFileSync(join(folder, fileName))) },
    template,
    settings: { currency: 'USD' },
    ids: sequenceIds(),
    ...request,
  });

const pipelineMap = readUserMap({
  opportunities: {
    values: {
      deal_stage: {
        Prospecting: { stage: 'found', outcome: 'open' },
        Engaging: { stage: 'confirmed', outcome: 'open' },
        Won: { stage: 'committed', outcome: 'won' },
        Lost: { stage: 'proposal', outcome: 'lost' },
      },
    },
  },
});

(isPresent ? describe : describe.skip)(`real files (skipped when ${folder} is absent: set CRM_TEST_DATA)`, () => {
  it('should read the whole sales pipeline with a map for its stages', async () => {
    const result = await importFile('crm/sales_pipeline.csv', { table: 'opportunities', map: pipelineMap });

    const withOutcome = (outcome: string) => result.records.filter(({ values }) => values.outcome === outcome);
    expect(result).toMatchObject({ rows: 8800, unmapped: [] });
    expect(['won', 'lost', 'open'].map((outcome) => withOutcome(outcome).length)).toEqual([4238, 2473, 2089]);
    expect(
      sumMoney(
        withOutcome('won').map(({ values }) => values.amount as number),
        2,
      ),
    ).toBe(10_005_534);
    expect(result.records[0]).toMatchObject({
      id: '1C1I7A6R',
      values: {
        customer: 'Cancity',
        owner: 'Moses Frase',
        createdAt: toSerial('2016-10-20'),
        closedAt: toSerial('2017-03-01'),
      },
    });
    expect(new Set(result.problems.map(({ code, column }) => `${code} ${column}`))).toEqual(
      new Set(['missingRequired customer']),
    );
    expect(result.problems).toHaveLength(1425);
  });

  it('should keep every account, dirt included, and say what it leaves out', async () => {
    const result = await importFile('crm/accounts.csv', { table: 'customers' });

    expect(result.records).toHaveLength(85);
    expect(result.mapped).toContainEqual({ header: 'account', column: 'name' });
    expect(result.records[0]?.values).toMatchObject({ name: 'Acme Corporation' });
    expect(result.mapped.length + result.unmapped.length).toBe(7);
  });

  it('should read all orders with their dates and totals', async () => {
    const result = await importFile('orders/rfm_data_orders.csv', { table: 'orders' });

    expect(result.records).toHaveLength(4906);
    expect(result.records[0]?.values).toMatchObject({
      customer: 'Brion Stark',
      amount: 32,
      orderedAt: toSerial('2004-12-20'),
    });
  });
});
