import fc from 'fast-check';
import { cellParser } from '../../../src/actions/import/parseCell';
import type { ImportSettings, RawCell } from '../../../src/actions/import/types';
import { readIso, toIso, toSerial } from '../../../src/shared/dates';
import type { ColumnType } from '../../../src/template/types';
import { lists } from './fixtures';

const parse = (type: ColumnType, cell: RawCell, settings: Partial<ImportSettings> = {}, date1904 = false) => {
  const column = { id: 'c', type, caption: { en: '', 'zh-CN': '' }, list: type === 'boolean' ? 'boolean' : 'stage' };
  return cellParser(column, { settings: { currency: 'CNY', ...settings }, lists, date1904, header: '', cells: [cell] })(
    cell,
  );
};

describe('text cells', () => {
  it.each(['007', '+86 138 0013 8000', '110101199003070011', '=1+1', '-', '@me', '1E5', ' padded ', '１２'])(
    'should keep %p exactly',
    (text) => {
      expect(parse('text', text)).toEqual({ value: text });
    },
  );

  it('should read typed cells as a person sees them', () => {
    const cells: RawCell[] = [
      13800138000,
      true,
      { number: 45351, format: 'date' },
      { number: 45351.5, format: 'date' },
      { number: 0.07, format: 'percent' },
    ];

    expect(cells.map((cell) => parse('text', cell).value)).toEqual([
      '13800138000',
      'TRUE',
      '2024-02-29',
      '2024-02-29T12:00',
      '7%',
    ]);
  });

  it('should list what Excel cannot hold or has already lost', () => {
    expect(parse('text', 'x'.repeat(32_768)).code).toBe('tooLong');
    expect(parse('text', 110101199003070000)).toEqual({ value: '110101199003070000', code: 'precisionLost' });
  });

  it('should trim references and ids, and call spaces blank', () => {
    expect([parse('reference', ' Acme '), parse('id', ' 007')]).toEqual([{ value: 'Acme' }, { value: '007' }]);
    expect(['', '  ', null, '　'].map((cell) => parse('text', cell).value)).toEqual([null, null, null, null]);
  });
});

describe('number cells', () => {
  it.each<[string, number]>([
    ['1,234,567.89', 1234567.89],
    ['1.234.567,89', 1234567.89],
    ['1 234,5', 1234.5],
    ["1'234.50", 1234.5],
    ['12,34,567', 1234567],
    ['12,5', 12.5],
    ['1,234', 1234],
    ['1.234', 1.234],
    ['.5', 0.5],
    ['-3', -3],
    ['−3', -3],
    ['(1,200)', -1200],
    ['（¥50）', -50],
    ['¥1,200', 1200],
    ['￥１２．５０', 12.5],
    ['CNY 99', 99],
    ['99 RMB', 99],
    ['-¥5', -5],
    ['¥-5', -5],
    ['100元', 100],
    ['1.2万', 12000],
    ['3.5亿元', 350000000],
    ['0.07万', 700],
    ['1.5e3', 1500],
    ['+7', 7],
    ['123456789012345', 123456789012345],
  ])('should read the amount %p as %d', (text, value) => {
    expect(parse('money', text)).toEqual({ value });
  });

  it.each(['$5', 'USD 5', '5€', 'HK$ 5', '100美元'])('should not add up %p in a workbook in yuan', (text) => {
    expect(parse('money', text)).toEqual({ value: text, code: 'otherCurrency' });
    expect(parse('money', '¥5', { currency: 'USD' }).code).toBe('otherCurrency');
  });

  it.each([
    'abc',
    '1,2,3',
    '12,3456',
    '1.2.3',
    '(5',
    '5)',
    '-(5)',
    '--5',
    '5 apples',
    '5%',
    '1e9999999',
    '1234567890123456',
    '0x10',
    '5 5',
    'Infinity',
    '1-2',
  ])('should list %p as no amount and keep it', (text) => {
    expect(parse('money', text)).toEqual({ value: text, code: 'badNumber' });
  });

  it('should read percent signs, fractions and typed percents', () => {
    const cells: RawCell[] = ['35%', '７％', '0.35', { number: 1.5, format: 'percent' }, 1];

    expect(cells.map((cell) => parse('percent', cell))).toEqual([0.35, 0.07, 0.35, 1.5, 1].map((value) => ({ value })));
  });

  it('should read every number that it is shown with separators', () => {
    const amount = fc.integer({ min: -1e13, max: 1e13 }).map((fen) => fen / 100);
    fc.assert(
      fc.property(amount, (value) => {
        expect(parse('money', value.toLocaleString('en-US', { maximumFractionDigits: 2 })).value).toBe(value || 0);
      }),
    );
  });

  it('should refuse a date, a boolean and a fraction where a whole number belongs', () => {
    expect(
      [parse('money', { number: 45351, format: 'date' }), parse('number', true), parse('integer', 1.5)].map(
        ({ code }) => code,
      ),
    ).toEqual(['badNumber', 'badNumber', 'badNumber']);
  });

  it('should come to an end when a cell is hostile', () => {
    const hostile = ['1 '.repeat(30), '1'.repeat(1e6), ' '.repeat(1e5) + 'x'];

    const answers = hostile.flatMap((text) => [parse('money', text), parse('date', text)]);

    expect(answers.map(({ code }) => code)).toEqual(hostile.flatMap(() => ['badNumber', 'badDate']));
  });
});

describe('date cells', () => {
  it.each([
    '2024-03-05',
    '2024/3/5',
    '2024.3.5',
    '2024年3月5日',
    '2024 年 3 月 5 日',
    '20240305',
    '２０２４－０３－０５',
    'Mar 5, 2024',
    '5 March 2024',
    '5-Mar-24',
    '3/5/2024',
    '3/5/24',
    'March 5th, 2024',
  ])('should read %p', (text) => {
    expect(parse('date', text).value).toBe(toSerial('2024-03-05'));
  });

  it.each([
    ['2024-03-05 14:30', '2024-03-05T14:30'],
    ['2024-03-05T14:30:15.250Z', '2024-03-05T14:30:15'],
    ['2024/3/5 2:30 PM', '2024-03-05T14:30'],
    ['2024年3月5日下午2:30', '2024-03-05T14:30'],
    ['2024年3月5日 14时30分', '2024-03-05T14:30'],
    ['2024-03-05T14:30:00+08:00', '2024-03-05T14:30'],
    ['2024-03-05 12:05 AM', '2024-03-05T00:05'],
    ['2024-03-05 12:05 pm', '2024-03-05T12:05'],
    ['2024-03-05', '2024-03-05'],
  ])('should read the time in %p', (text, iso) => {
    expect(parse('datetime', text)).toEqual({ value: readIso(iso) });
  });

  it.each([
    '2024-02-30',
    '2023年2月29日',
    '20241301',
    '2024-03-05 25:00',
    '31/31/2024',
    '5 Foo 2024',
    '45351',
    '2024',
    'soon',
    '2024-3/5',
    '2024-03-05 13:00 PM tomorrow',
  ])('should list %p as no date and keep it', (text) => {
    expect(parse('date', text)).toEqual({ value: text, code: 'badDate' });
  });

  it('should follow the default order only when nothing tells, and say so', () => {
    expect(parse('date', '3/5/2024', { dateOrder: 'dmy' })).toEqual({
      value: toSerial('2024-05-03'),
      code: 'ambiguousDates',
    });
    expect(parse('date', '13/5/2024')).toEqual({ value: toSerial('2024-05-13') });
    expect(parse('date', '5/5/2024')).toEqual({ value: toSerial('2024-05-05') });
  });

  it('should take serials of either date system from typed cells', () => {
    expect([
      parse('date', 45351),
      parse('date', 43889, {}, true),
      parse('date', { number: 45351, format: 'date' }, {}, true),
    ]).toEqual([{ value: 45351 }, { value: 45351 }, { value: 45351 }]);
    expect(parse('date', -1)).toEqual({ value: '-1', code: 'badDate' });
  });

  it('should say when a date column loses times', () => {
    expect(parse('date', '2024-03-05 14:30')).toEqual({ value: toSerial('2024-03-05'), code: 'timeDropped' });
    expect(parse('date', '2024-03-05 00:00')).toEqual({ value: toSerial('2024-03-05') });
  });

  it('should read a time of day', () => {
    expect(
      [parse('time', '17:30'), parse('time', 0.5), parse('time', '25:00'), parse('time', 'x 9:00')].map(
        ({ value }) => value,
      ),
    ).toEqual([17.5 / 24, 0.5, '25:00', 'x 9:00']);
  });

  it('should read back every date it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => parse('date', toIso(serial)).value === serial),
    );
  });
});

describe('list and boolean cells', () => {
  it.each([
    ['found', 'found'],
    ['FOUND', 'found'],
    ['发现机会', 'found'],
    ['In-Progress', 'found'],
    [' in_progress ', 'found'],
    ['客户承诺', 'committed'],
  ])('should read the label %p as %p', (text, code) => {
    expect(parse('list', text)).toEqual({ value: code });
  });

  it('should list an unknown label and keep it', () => {
    expect(parse('list', 'Negotiation')).toEqual({ value: 'Negotiation', code: 'unknownLabel' });
  });

  it.each<[RawCell, boolean]>([
    ['yes', true],
    ['Y', true],
    ['是', true],
    ['√', true],
    [1, true],
    [true, true],
    ['no', false],
    ['否', false],
    ['x', false],
    ['0', false],
    [false, false],
  ])('should read %p as %p', (cell, value) => {
    expect(parse('boolean', cell)).toEqual({ value });
  });

  it('should list what is neither', () => {
    expect(parse('boolean', 'maybe')).toEqual({ value: 'maybe', code: 'badBoolean' });
  });
});
