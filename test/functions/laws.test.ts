import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { functions } from '../../src/functions/table';
import { fakeCells, thrownBy } from '../support/fakeCells';

interface Parameter {
  readonly name: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

/** What Excel knows of each function: nothing else decides what the law below calls it with. */
const metadata = JSON.parse(readFileSync(path.resolve(__dirname, '../../src/functions/functions.json'), 'utf8')) as {
  readonly functions: readonly { readonly id: string; readonly parameters: readonly Parameter[] }[];
};

/** What does not belong into a cell, or stands at the end of what one can hold. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, '', ' ', true, '#N/A', '1,5', '1e5', '2026-03-31', 'ÄÖ', '0'.repeat(300)),
  fc.constantFrom<unknown>(0, -1, -0.5, 0.1, 60, 61, 2_958_465, 2_958_466, 1e9, 1e15, -1e15, 5e-324),
  fc.constantFrom<unknown>(1e300, -1e300, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

const date = fc.oneof(fc.integer({ min: 45_900, max: 46_200 }), fc.double({ min: 45_900, max: 46_200, noNaN: true }));
const figure = fc.oneof(fc.integer({ min: -5, max: 12 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }));
const name = fc.constantFrom<unknown>(
  'C1',
  'c2',
  '华信贸易有限公司',
  '華信貿易',
  'ACME Ltd',
  '+86 138 0000 0000',
  'a@b.cn',
);

/** What belongs into an argument, by its name: the first that fits. */
const fitting: readonly (readonly [RegExp, fc.Arbitrary<unknown>])[] = [
  [/^[rfm]$|^digits$|^bins$/, fc.integer({ min: 3, max: 4 })],
  [/^(every|days|weeks|runs|count|month|day|seed)$/, fc.integer({ min: 1, max: 12 })],
  [/^year$/, fc.integer({ min: 1990, max: 2100 })],
  [/stages$/i, fc.constantFrom<unknown>('found', 'Proposal', '客户承诺', '收款', 'own stage')],
  [/outcome/i, fc.constantFrom<unknown>('open', '赢单', 'lost', null)],
  [/unit/i, fc.constantFrom<unknown>('days', '周', 'months', '个工作日')],
  [/lifecycle|activity/i, fc.constantFrom<unknown>('potential', '忠诚客户', 'dormant', '流失')],
  [/urgency/i, fc.constantFrom<unknown>('high', '可缓', 'medium')],
  [
    /^is|^has|key|paused|waiting$|participated|confirmed|isbest|toworkday|override$/i,
    fc.constantFrom<unknown>(true, '是', 'no', 1),
  ],
  [/language/i, fc.constantFrom<unknown>('en', 'zh-CN', 'code')],
  [/start$/i, fc.double({ min: 0.2, max: 0.4, noNaN: true })],
  [/end$/i, fc.double({ min: 0.5, max: 0.9, noNaN: true })],
  [/probabilit/i, fc.double({ min: 0, max: 1, noNaN: true })],
  [/date|due|today|until|^base$|day$|birthday|done|since|submitted|from|^to$|lastorder|agreed|after$/i, date],
  [/customer|name|owner|manager|top|product|industry|categor|group|phone|mail|code|text/i, name],
  [
    /amount|cost|hours|factor|weights|gap|orders|stays|capacity|participants/i,
    fc.double({ min: 0, max: 1e6, noNaN: true }),
  ],
  [/.*/, figure],
];

/** Rows of the tables that functions read, as wide as they want them. */
const tables: Readonly<Record<string, readonly fc.Arbitrary<unknown>[]>> = {
  calendar: [date.map(Math.floor), fc.constantFrom<unknown>(0, 1, '上班', 'off')],
  stageTable: [fc.constantFrom<unknown>('found', '客户承诺', 'own stage'), fc.double({ min: 0, max: 1, noNaN: true })],
  rules: [name, ...Array.from({ length: 6 }, () => fc.integer({ min: 1, max: 5 }))],
  criteria: [figure, figure, figure],
  people: [name, name, name, figure, figure],
  'TIER.cutPoints': [name, figure],
  'SCOREBIN.cutPoints': [fc.constantFrom<unknown>(3, null)],
};

const columnsOf = (owner: string, parameter: string) => tables[`${owner}.${parameter}`] ?? tables[parameter];

/** One cell of an argument, nineteen times in twenty as it should be. */
const cellOf = (owner: string, parameter: string, column: number) =>
  fc.oneof(
    {
      weight: 19,
      arbitrary: columnsOf(owner, parameter)?.[column] ?? fitting.find(([pattern]) => pattern.test(parameter))![1],
    },
    { weight: 1, arbitrary: odd },
  );

/** Columns of one table as long as each other, more often than ranges of any size: else most calls end at once. */
const argumentsOf = (id: string, parameters: readonly Parameter[]) =>
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(true, true, true, false)).chain(([rows, isTable]) =>
    fc.tuple(
      ...parameters.map(({ name: parameter, dimensionality, optional }) => {
        const height = isTable ? fc.constant(rows) : fc.integer({ min: 1, max: 4 });
        const width = fc.constantFrom(
          ...(columnsOf(id, parameter) ? [columnsOf(id, parameter)!.length, 7] : [1, 1, 1, 1, 3]),
        );
        const matrix = fc.tuple(height, width).chain(([down, right]) =>
          fc.array(fc.tuple(...Array.from({ length: right }, (_, column) => cellOf(id, parameter, column))), {
            minLength: down,
            maxLength: down,
          }),
        );
        const given = dimensionality === 'matrix' ? matrix : cellOf(id, parameter, 0);
        return optional ? fc.option(given, { nil: undefined }) : given;
      }),
    ),
  );

/** What a cell can show: a finite number, a text, yes or no; in a spilled answer each of them, in rows of equal length. */
function showable(answer: unknown): boolean {
  if (!Array.isArray(answer)) return isScalar(answer);
  const rows = answer as unknown[][];
  return (
    rows.length > 0 && rows.every((row) => row.length === rows[0]!.length && row.length > 0 && row.every(isScalar))
  );
}

const isScalar = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

const cellErrors = ['#VALUE!', '#N/A', '#NUM!'];

describe('every =CRM.* function, whatever the cells hold', () => {
  beforeAll(() => fakeCells());

  it.each(metadata.functions)(
    '$id should answer with what a cell can show, or a cell error (law)',
    ({ id, parameters }) => {
      fc.assert(
        fc.property(argumentsOf(id, parameters), (args) => {
          const answer = thrownBy(() => functions[id]!(...(args as never[])));
          const { code, message } = (answer ?? {}) as { code?: string; message?: string };
          if (code === undefined) expect(showable(answer)).toBe(true);
          else expect(cellErrors.includes(code) && (code === '#NUM!' || Boolean(message))).toBe(true);
        }),
        { numRuns: 200 },
      );
    },
  );
});
