import {
  completeness,
  creditCodeValid,
  duplicates,
  nameKey,
  phoneKey,
  similarity,
} from '../../src/functions/functions';
import { fakeCells, thrownBy } from '../support/fakeCells';

beforeAll(() => fakeCells());

describe('functions of data quality (C-04)', () => {
  it('should answer for one cell', () => {
    expect(completeness([['x', '', null, 3]])).toBe(0.5);
    expect(nameKey('Acme Co., Ltd.')).toBe('acme');
    expect(phoneKey('+86 138 0013 8000')).toBe('13800138000');
    expect(similarity('Martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(creditCodeValid('91350100M000100Y43')).toBe(true);
  });

  it('should leave the cell empty for a blank', () => {
    expect([nameKey(''), phoneKey(null), similarity('a', ''), creditCodeValid(undefined)]).toEqual(['', '', '', '']);
  });

  it('should number the groups beside the names', () => {
    expect(duplicates([['Acme'], ['Beta'], ['ACME Ltd']], [[null], [null], [null]])).toEqual([[1], [''], [1]]);
  });

  it('should refuse columns of different length', () => {
    expect(thrownBy(() => duplicates([['a'], ['b']], [['1']]))).toMatchObject({ code: '#VALUE!' });
  });
});
