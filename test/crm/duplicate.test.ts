import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { duplicates, type DuplicateCandidate } from '../../src/crm/duplicate';
import { companyKey, creditCodeKey, isCreditCode, phoneKey } from '../../src/crm/normalise';
import { similarity } from '../../src/crm/similarity';
import { spelling } from '../../src/shared/spelling';

describe('comparison forms (C-04)', () => {
  it.each([
    ['Acme Co., Ltd.', 'ACME'],
    ['Ａｃｍｅ', 'acme'],
    ['上海华信科技有限公司', '上海华信科技'],
    ['华信集团有限公司', '华信'],
    ['北京三一集团股份有限公司', '北京三一集团'],
    ['廣州白雲實業有限責任公司', '廣州白雲實業'],
    ['Müller GmbH', 'MULLER'],
    ['Company', 'company'],
    ['Wei Li', 'LI, Wei'],
  ])('should give %s and %s one name', (a, b) => {
    expect(companyKey(a)).toBe(companyKey(b));
  });

  it.each([
    ['+86 138 0013 8000', '13800138000'],
    ['0086-10-6255 1234', '1062551234'],
    ['(010) 6255-1234 转 801', '1062551234'],
    ['021-5555 1111-801', '2155551111'],
    ['+86 (21) 55551111 – 801', '2155551111'],
    ['0086-21-5555-1111-8', '2155551111'],
    ['86-755-8888888-12', '7558888888'],
    ['138-0013-8000', '13800138000'],
    ['400-820-1234', '4008201234'],
    ['212-555-1212', '2125551212'],
    ['12345', ''],
  ])('should read the number %s as %s', (phone, key) => {
    expect(phoneKey(phone)).toBe(key);
  });

  it('should check the check digit of a credit code', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(creditCodeKey(' 91350100m000100y43 ')).toBe('91350100M000100Y43');
    expect(creditCodeKey('none')).toBe('');
  });
});

describe('Jaro-Winkler', () => {
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.8133],
    ['', 'x', 0],
  ])('should give the published value for %s and %s', (a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected, 4);
  });

  it('should be symmetric, 1 only for equal texts, and within 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        const value = similarity(a, b);
        expect(similarity(b, a)).toBeCloseTo(value, 12);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('duplicate customers (C-04)', () => {
  const find = (...records: DuplicateCandidate[]) => duplicates(records, { spelling });

  it('should group spellings of one company and say why', () => {
    const { groups, pairs } = find(
      { name: '上海华信科技有限公司', phone: '021-6255 1234' },
      { name: 'Other' },
      { name: '上海華信科技', phone: '+86 21 62551234' },
      { name: '上海华信科技集团' },
    );

    expect(groups).toEqual([[0, 2, 3]]);
    expect(pairs.map(({ a, b, evidence }) => [a, b, evidence])).toEqual([
      [0, 2, ['name', 'phone']],
      [0, 3, ['name']],
      [2, 3, ['name']],
    ]);
  });

  it.each([
    ['traditional and simplified', '上海華為科技有限公司', '上海华为科技有限公司'],
    ['one simplified for several traditional', '臺灣後湖麵粉股份有限公司', '台湾后湖面粉股份有限公司'],
  ])('should find one company by its name alone when it is written in %s characters', (_, a, b) => {
    expect(find({ name: a }, { name: b }).pairs).toMatchObject([{ a: 0, b: 1, evidence: ['name'] }]);
  });

  it('should want more than the sound of two names, for many sound alike', () => {
    const [a, b] = ['北京鑫源商贸有限公司', '北京新元商贸有限公司'];

    expect(find({ name: a }, { name: b }).pairs).toEqual([]);
    expect(find({ name: a, phone: '010-62551234' }, { name: b, phone: '(010) 6255 1234' }).pairs).toMatchObject([
      { evidence: ['soundAlikeName', 'phone'] },
    ]);
  });

  it('should not take a shared phone or e-mail alone for proof', () => {
    const { groups } = find(
      { name: 'Alpha', phone: '13800138000' },
      { name: 'Omega', phone: '13800138000' },
      { name: 'Delta', email: 'info@x.com' },
      { name: 'Sigma', email: 'INFO@x.com' },
    );

    expect(groups).toEqual([]);
  });

  it('should keep companies with different credit codes apart, and those a person set apart', () => {
    const [a, b] = ['91350100M000100Y43', '91440300708461136T'];
    const records = [
      { name: 'Acme', creditCode: a },
      { name: 'Acme', creditCode: b },
    ];

    expect(isCreditCode(b!)).toBe(true);
    expect(duplicates(records).groups).toEqual([]);
    expect(duplicates([{ name: 'Acme' }, { name: 'Acme' }], { areDifferent: () => true }).groups).toEqual([]);
  });

  it('should pass over keys that everybody shares', () => {
    const records = Array.from({ length: 200 }, (_, row) => ({ name: `Firm ${row * 7919}`, phone: '4001234567' }));

    expect(duplicates(records)).toEqual({ pairs: [], groups: [], keysPassedOver: expect.any(Number) as number });
  });
});

const febrl = resolve(__dirname, '../../../shared/data/contacts/febrl_dataset1.csv');
(existsSync(febrl) ? describe : describe.skip)('FEBRL data set 1 (skipped where the data is absent)', () => {
  it('should find most of 500 corrupted copies and nothing that is none', () => {
    const rows = Papa.parse<Record<string, string>>(readFileSync(febrl, 'utf8'), {
      header: true,
      skipEmptyLines: true,
      transformHeader: (header) => header.trim(),
      transform: (cell) => cell.trim(),
    }).data;
    const person = (row: Record<string, string>) => row.rec_id!.split('-')[1];

    const { pairs } = duplicates(
      rows.map((row) => ({
        name: `${row.given_name} ${row.surname}`,
        phone: row.soc_sec_id,
        address: `${row.street_number} ${row.address_1} ${row.suburb}`,
      })),
    );
    const right = pairs.filter(({ a, b }) => person(rows[a]!) === person(rows[b]!)).length;

    expect(right / pairs.length).toBeGreaterThan(0.99);
    expect(right / 500).toBeGreaterThan(0.8);
  });
});
