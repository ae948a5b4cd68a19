import { childBag } from '../../store/bag';
import type { Workbook } from '../../store/workbook';
import type { Session } from '../session';
import { defineClass, object } from '../hostClass';
import { flag, oneOf } from '../convert';
import { createOtherWorkbook } from './otherWorkbooks';

export const applicationClass = defineClass<Workbook>({
  properties: {
    CalculationMode: {
      get: (workbook) => workbook.calculationMode,
      set: (workbook, value) =>
        (workbook.calculationMode = oneOf(value, ['Automatic', 'AutomaticExceptTables', 'Manual'] as const)),
    },
    CalculationEngineVersion: { get: () => 191029 },
    CalculationState: {
      get: (workbook) => {
        workbook.calculate();
        return workbook.sheets.some(({ grid }) => grid.hasTouched) ? 'Pending' : 'Done';
      },
    },
    DecimalSeparator: { get: () => '.' },
    ThousandsSeparator: { get: () => ',' },
    UseSystemSeparators: { get: () => true },
  },
  objects: {
    CultureInfo: (workbook) => object('CultureInfo', workbook),
    IterativeCalculation: (workbook) =>
      object('IterativeCalculation', childBag(workbook.application, 'IterativeCalculation')),
  },
  methods: {
    CreateWorkbook: createOtherWorkbook,
    Calculate: (workbook, [type]) => {
      oneOf(type, ['Recalculate', 'Full', 'FullRebuild'] as const);
      workbook.calculateNow();
    },
    SuspendApiCalculationUntilNextSync: (workbook) => void (workbook.calculationSuspended = true),
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

export const cultureInfoClass = defineClass<Workbook>({
  properties: { Name: { get: () => 'en-US' } },
  objects: {
    DatetimeFormat: (workbook) => object('DatetimeFormatInfo', workbook),
    NumberFormat: (workbook) => object('NumberFormatInfo', workbook),
  },
});

const constants = (values: Record<string, string>) =>
  defineClass<unknown>({
    properties: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { get: () => value }])),
  });

export const datetimeFormatInfoClass = constants({
  DateSeparator: '/',
  LongDatePattern: 'dddd, MMMM d, yyyy',
  ShortDatePattern: 'M/d/yyyy',
  TimeSeparator: ':',
  LongTimePattern: 'h:mm:ss tt',
});

export const numberFormatInfoClass = constants({ NumberDecimalSeparator: '.', NumberGroupSeparator: ',' });

export const runtimeClass = defineClass<Session>({
  properties: {
    EnableEvents: {
      get: (session) => session.enableEvents,
      set: (session, value) => (session.enableEvents = flag(value)),
    },
  },
});
