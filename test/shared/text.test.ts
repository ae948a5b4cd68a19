import { fold, headerKey } from '../../src/shared/text';

describe('text', () => {
  it('should compare like Excel: case does not count, spaces and width do', () => {
    expect(fold('ACME')).toBe(fold('Acme'));
    expect(fold(' Acme')).not.toBe(fold('Acme'));
    expect(fold('Ａcme')).not.toBe(fold('Acme'));
  });

  it.each([
    ['Deal_Stage', 'deal stage'],
    ['dealStage', 'Deal-Stage:'],
    ['金额（元）', '金额'],
    ['Amount (USD)', 'amount'],
    ['ＩＤ', 'id'],
    ['  客户 名称 ', '客户名称'],
    ['Price [CNY]', 'price'],
  ])('should treat headers %p and %p as one', (a, b) => {
    expect(headerKey(a)).toBe(headerKey(b));
  });

  it.each([
    ['(notes)', 'notes'],
    ['#', '#'],
    [' ', ''],
  ])('should keep something to compare of %p', (text, key) => {
    expect(headerKey(text)).toBe(key);
  });
});
