import type { Value } from '../../src/crm/snapshot';

/** Ids that trip SUMIFS, MATCH and careless codecs. */
export const nastyIds: readonly string[] = [
  '007',
  '7',
  '1E5',
  '100000',
  '=A1',
  '<5',
  'a*',
  'a?',
  'a~b',
  'A*',
  '"quoted"',
  "it's",
  '>',
  'TRUE',
  '客户一',
  'x y',
];

export const nastyNames: readonly string[] = [
  'Acme',
  'ACME',
  'Acme*',
  '007',
  '7',
  '=SUM(1)',
  '+86 10',
  '-x',
  '@home',
  'A~B',
  'A?B',
  '客户',
  '客戶',
  'Ümlaut',
  'x'.repeat(200),
];

/** What people leave in a cell that wants something else. */
export const wrongTypes: readonly Value[] = ['garbage', '12', '2024-13-45', 'yes?', ' ', '*', '?*'];

/** Amounts on the edge of rounding, of zero and of what is plausible. */
export const nastyNumbers: readonly number[] = [0, 0.005, 1.005, 2.675, -0.01, -0.005, 1e9];
