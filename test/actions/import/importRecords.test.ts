import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import Papa from 'papaparse';
import { importChangeset } from '../../../src/actions/import/importRecords';
import { readUserMap } from '../../../src/actions/import/userMap';
import { toSerial } from '../../../src/shared/dates';
import { importDeals, told } from './fixtures';

describe('importRecords', () => {
  it('should propose one record per row when headers are in any language and spelling', async () => {
    const csv =
      'Opportunity_ID,客户名称,deal stage,Amount (CNY),Engage-Date,Archived\n' +
      'A1,Acme,客户承诺,"1,200.50",2024-02-29,否\n';

    const result = await importDeals(csv);

    const values = {
      id: 'A1',
      customer: 'Acme',
      stage: 'committed',
      amount: 1200.5,
      createdAt: toSerial('2024-02-29'),
      archived: false,
    };
    expect(result.records).toEqual([{ table: 'opportunities', id: 'A1', values }]);
    expect(result).toMatchObject({ problems: [], unmapped: [], rows: 1, encoding: 'utf-8' });
    expect(importChangeset(result.records).appends).toBe(result.records);
  });

  it('should list headers it does not know and computed columns, and go on without a required one', async () => {
    const { records, problems, mapped, unmapped } = await importDeals(
      'customer,weighted,shoe size,Account\nAcme,5,42,Other\n',
    );

    expect(mapped).toEqual([{ header: 'customer', column: 'customer' }]);
    expect(unmapped).toEqual(['weighted', 'shoe size', 'Account']);
    expect(records[0]?.values).toEqual({ id: 'D-1', customer: 'Acme' });
    expect(told(problems)).toEqual([
      'duplicateHeader 1 customer Account',
      'missingColumn 1 stage',
      'missingRequired 2 stage',
    ]);
  });

  it('should find the header below a title and number rows as Excel shows them', async () => {
    const { problems, rows } = await importDeals(
      'Sales report 2024\n\nname,customer,stage\nx,Acme,found\n\ny,,found\n',
    );

    expect(rows).toBe(2);
    expect(told(problems)).toEqual(['missingRequired 6 customer']);
  });

  it('should keep unreadable cells as text and list them', async () => {
    const { records, problems } = await importDeals(
      'customer,stage,amount,createdAt,archived,units\nAcme,Negotiation,a lot,2024-02-30,maybe,1.5\n',
    );

    expect(records[0]?.values).toMatchObject({
      stage: 'Negotiation',
      amount: 'a lot',
      createdAt: '2024-02-30',
      archived: 'maybe',
      units: '1.5',
    });
    expect(told(problems)).toEqual([
      'unknownLabel 2 stage Negotiation',
      'badNumber 2 amount a lot',
      'badDate 2 createdAt 2024-02-30',
      'badBoolean 2 archived maybe',
      'badNumber 2 units 1.5',
    ]);
  });

  it('should keep ragged rows and list what has no header', async () => {
    const { records, problems } = await importDeals('customer,stage\nAcme,found,surplus,\nBeta\n');

    expect(records.map(({ values }) => values.customer)).toEqual(['Acme', 'Beta']);
    expect(told(problems)).toEqual(['raggedRow 2  surplus', 'raggedRow 3', 'missingRequired 3 stage']);
  });

  it('should tell where a quote is never closed', async () => {
    const { problems } = await importDeals('customer,stage\n"Acme,found\nBeta,found\n');

    expect(told(problems)).toContain('brokenQuotes 2');
  });

  it('should keep and list duplicate ids, and mint ids that meet none of them', async () => {
    const { records, problems } = await importDeals(
      'id,customer,stage\nD-1,a,found\n,b,found\nd-1,c,found\nK9,d,found\n',
      {
        knownIds: ['k9'],
      },
    );

    expect(records.map(({ id }) => id)).toEqual(['D-1', 'D-2', 'd-1', 'K9']);
    expect(told(problems)).toEqual(['duplicateId 4 id d-1', 'duplicateId 5 id K9']);
  });

  it('should decide day and month per column and say once when nothing tells', async () => {
    const { records, problems } = await importDeals(
      'customer,stage,createdAt,closedAt\na,found,3/5/2024,3/5/2024\nb,found,25/3/2024,4/5/2024\n',
    );

    expect(records[0]?.values).toMatchObject({ createdAt: toSerial('2024-05-03'), closedAt: toSerial('2024-03-05') });
    expect(told(problems)).toEqual(['ambiguousDates 2 closedAt 3/5/2024']);
  });

  it('should read percent points when a number above 1 shows them, and say so once', async () => {
    const { records, problems } = await importDeals('customer,stage,probability\na,found,1\nb,found,35\nc,found,7%\n');

    expect(records.map(({ values }) => values.probability)).toEqual([0.01, 0.35, 0.07]);
    expect(told(problems)).toEqual(['percentPoints 2 probability 1']);
  });

  it.each([
    ['金额（万元）', 120_000],
    ['Amount (CNY thousands)', 12_000],
    ['amount [¥m]', 12_000_000],
    ['金额(单位：亿元)', 1_200_000_000],
  ])('should multiply by the unit in the header %p and say so once', async (header, amount) => {
    const { records, problems } = await importDeals(
      `customer,stage,${header}\na,found,12\nb,found,"12"\nc,found,3万\n`,
    );

    expect(records.map(({ values }) => values.amount)).toEqual([amount, amount, 30_000]);
    expect(told(problems)).toEqual(['unitFromHeader 2 amount 12']);
  });

  it('should not add up amounts whose header names another currency', async () => {
    const { records, problems } = await importDeals(
      'customer,stage,Amount (USD),units (m)\na,found,12,3\nb,found,¥5,4\n',
    );

    expect(records.map(({ values }) => [values.amount, values.units])).toEqual([
      ['12', 3],
      [5, 4],
    ]);
    expect(told(problems)).toEqual(['otherCurrency 2 amount 12']);
  });

  it('should accept a file with a header only', async () => {
    expect(await importDeals('customer,stage\n')).toMatchObject({ records: [], rows: 0, problems: [] });
  });

  it.each([
    ['emptyFile', ''],
    ['emptyFile', ' \n\n'],
    ['noKnownColumns', 'shoe size,colour\n42,red\n'],
  ])('should refuse with %s when there is nothing to import in %p', async (code, csv) => {
    await expect(importDeals(csv)).rejects.toMatchObject({ code });
  });

  it('should find a table by its synonym and refuse an unknown one', async () => {
    expect((await importDeals('customer,stage\n', { table: 'Deals' })).mapped).toHaveLength(2);
    await expect(importDeals('customer\n', { table: 'nonsense' })).rejects.toMatchObject({ code: 'unknownTable' });
  });

  it.each([';', '\t'])('should detect the delimiter %p of two columns and one row', async (delimiter) => {
    const { records } = await importDeals(`customer${delimiter}stage\nAcme${delimiter}found\n\n`);

    expect(records.map(({ values }) => values)).toMatchObject([{ customer: 'Acme', stage: 'found' }]);
  });

  it.each([';', '\t', '|'])('should detect the delimiter %p', async (delimiter) => {
    const csv = ['customer,stage,name', 'Acme,found,"a\nb"'].join('\r\n').replaceAll(',', delimiter);

    expect((await importDeals(csv)).records[0]?.values).toMatchObject({
      customer: 'Acme',
      stage: 'found',
      name: 'a\nb',
    });
  });

  it('should bring every text back unchanged, whatever it holds', async () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((s) => s.trim() !== '' && !/[\r\0]/.test(s));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (names) => {
        const csv = Papa.unparse([['Deal name', 'customer', 'stage'], ...names.map((name) => [name, 'Acme', 'found'])]);
        const { records } = await importDeals(csv);
        expect(records.map(({ values }) => values.name)).toEqual(names);
      }),
      { numRuns: 50 },
    );
  });

  it('should stop when cancelled and report progress until then', async () => {
    const rows = 'Acme,found\n'.repeat(5_000);
    const control = new AbortController();
    const done: number[] = [];

    const running = importDeals(
      `customer,stage\n${rows}`,
      {},
      {
        signal: control.signal,
        onProgress: (progress) => {
          done.push(progress.done);
          control.abort();
        },
      },
    );

    await expect(running).rejects.toThrow('abort');
    expect(done).toEqual([2_000]);
  });
});

describe("a person's map", () => {
  const csv = 'firm,deal_stage,worth\nAcme,Won,5\nBeta,Prospecting,6\nGamma,Lost,7\n';
  const map = {
    deals: {
      columns: { firm: 'customer', worth: '金额' },
      values: {
        deal_stage: { prospecting: 'found', Won: { stage: 'committed', outcome: 'won' }, Lost: { outcome: 'lost' } },
      },
    },
  };

  it('should set several columns from one source value', async () => {
    const { records, problems } = await importDeals(csv, { map: readUserMap(map) });

    expect(records.map(({ values: { id: _, ...values } }) => values)).toEqual([
      { customer: 'Acme', stage: 'committed', outcome: 'won', amount: 5 },
      { customer: 'Beta', stage: 'found', amount: 6 },
      { customer: 'Gamma', outcome: 'lost', amount: 7 },
    ]);
    expect(told(problems)).toEqual(['missingRequired 4 stage']);
  });

  it('should leave a header out when mapped to null', async () => {
    const { unmapped } = await importDeals('customer,stage,name\na,found,b\n', {
      map: { deals: { columns: { name: null } } },
    });

    expect(unmapped).toEqual(['name']);
  });

  it('should find the header row by mapped headers alone', async () => {
    const { records } = await importDeals('Report\nfirma\nAcme\n', {
      map: { deals: { columns: { firma: 'customer' } } },
    });

    expect(records.map(({ values }) => values.customer)).toEqual(['Acme']);
  });

  it.each([
    ['nonsense', { nonsense: {} }],
    ['opportunities > columns > nowhere', { deals: { columns: { nowhere: 'customer' } } }],
    ['opportunities > columns > firm', { deals: { columns: { firm: 'shoe size' } } }],
    ['opportunities > columns > firm', { deals: { columns: { firm: 'weighted' } } }],
    ['opportunities > values > deal_stage > Won', { deals: { values: { deal_stage: { Won: 'wonderful' } } } }],
    [
      'opportunities > values > deal_stage > Won > outcome',
      { deals: { values: { deal_stage: { Won: { outcome: 'x' } } } } },
    ],
    ['opportunities > values > firm > Acme', { deals: { values: { firm: { Acme: 'x' } } } }],
  ])('should refuse a map with badMap at %s', async (place, wrong) => {
    const expected = place === 'nonsense' ? { value: 'nonsense' } : { place };

    await expect(importDeals(csv, { map: readUserMap(wrong) })).rejects.toMatchObject({
      code: 'badMap',
      params: expected,
    });
  });

  it('should read the same shapes as the published schema', () => {
    const schema = JSON.parse(readFileSync('templates/schema/map.schema.json', 'utf8'));
    const fits = new Ajv({ allowUnionTypes: true }).compile(schema);
    const reads = (json: unknown) => {
      try {
        return Boolean(readUserMap(json));
      } catch {
        return false;
      }
    };
    const shapes = [
      map,
      {},
      { $schema: 'x' },
      [],
      null,
      { t: [] },
      { t: { rows: {} } },
      { t: { columns: { a: 1 } } },
      { t: { values: { a: { b: [] } } } },
      { t: { values: { a: { b: { c: {} } } } } },
      { t: { values: { a: 'b' } } },
    ];

    expect(shapes.map(reads)).toEqual(shapes.map((shape) => fits(shape)));
    expect(shapes.map(reads)).toEqual([true, true, true, ...Array<boolean>(8).fill(false)]);
  });
});
