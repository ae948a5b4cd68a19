import { overdue, roi } from '../../src/functions/functions';
import { fakeCells, thrownBy } from '../support/fakeCells';

describe('cell errors', () => {
  it('should explain wrong input in the language of Excel', () => {
    fakeCells('zh-CN');
    expect(thrownBy(() => overdue('soon', 46_000))).toEqual({ code: '#VALUE!', message: 'nextDue：“soon”不是日期。' });
  });

  it('should give #NUM! without a text, because Excel refuses one there', () => {
    fakeCells('en-US');
    expect(thrownBy(() => roi(10, -5))).toEqual({ code: '#NUM!', message: undefined });
  });
});
