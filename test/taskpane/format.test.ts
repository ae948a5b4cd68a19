import { createFormat } from '../../src/taskpane/format';

describe('money in the pane', () => {
  it.each([
    ['zh-CN', 'CNY', 123_456_789, '¥1.2亿'],
    ['zh-CN', 'CNY', 35_000, '¥3.5万'],
    ['zh-CN', 'CNY', 9_999.5, '¥9,999.5'],
    ['en', 'USD', 1_234_567, '$1.2M'],
    ['en', 'EUR', -20_000, '-€20K'],
  ] as const)('should shorten large amounts in %s %s', (language, currency, amount, text) => {
    expect(createFormat(language, { currency, moneyDigits: 2 }).shortMoney(amount)).toBe(text);
  });

  it('should show unknown as a dash, never as 0, and survive a currency that is none', () => {
    const format = createFormat('en', { currency: '=HYPERLINK()', moneyDigits: 'x' });

    expect([format.money(null), format.percent(null), format.money(1234.4)]).toEqual(['–', '–', '1,234']);
  });
});
