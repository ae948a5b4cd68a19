/** Signs and words that stand beside an amount, and the currencies each may mean. */
const marks: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  RMB: ['CNY'],
  'CN¥': ['CNY'],
  人民币: ['CNY'],
  元: ['CNY', 'HKD', 'TWD', 'MOP', 'SGD'],
  円: ['JPY'],
  日元: ['JPY'],
  $: ['USD', 'AUD', 'CAD', 'HKD', 'MXN', 'NZD', 'SGD', 'TWD'],
  US$: ['USD'],
  美元: ['USD'],
  HK$: ['HKD'],
  港元: ['HKD'],
  港币: ['HKD'],
  NT$: ['TWD'],
  S$: ['SGD'],
  A$: ['AUD'],
  C$: ['CAD'],
  '€': ['EUR'],
  欧元: ['EUR'],
  '£': ['GBP'],
  英镑: ['GBP'],
  '₩': ['KRW'],
  '₹': ['INR'],
};
const isoCodes = new Set(Intl.supportedValuesOf('currency'));

/** Currencies that a mark may mean; `undefined` when it is no currency at all. */
export function currenciesOf(mark: string): readonly string[] | undefined {
  const upper = mark.toUpperCase();
  return Object.hasOwn(marks, upper) ? marks[upper] : isoCodes.has(upper) ? [upper] : undefined;
}
