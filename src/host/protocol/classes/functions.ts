import { formatAbsolute, quoteSheet } from '../../store/address';
import { apiValue, isCellError } from '../../store/cell';
import type { Workbook } from '../../store/workbook';
import { defineClass, HostObject, object } from '../hostClass';
import { RangeTarget } from '../targets';

/** The result of one worksheet function call; `formula` is what nested calls see. */
interface Result {
  workbook: Workbook;
  formula: string;
}

/** Wire names are capitalised as they come; dots are underscores (`Binom_Dist`). */
function functionName(name: string): string {
  return name.replace(/_/g, '.').toUpperCase();
}

function argument(value: unknown): string {
  if (value instanceof HostObject) {
    const { target } = value;
    if (target instanceof RangeTarget) return `${quoteSheet(target.sheet.name)}!${formatAbsolute(target.cells)}`;
    return (target as Result).formula;
  }
  if (typeof value === 'string') return `"${value.replace(/"/g, '""')}"`;
  if (Array.isArray(value)) return value.map(argument).join(',');
  return value === null || value === undefined ? '' : String(value).toUpperCase();
}

/** `workbook.functions`: every name is tried as a worksheet function of the engine. */
export const functionsClass = defineClass<Workbook>({
  anyMethod: (workbook, name, args) => {
    const given = args.filter((value, index) => value !== null || index < args.length - 1).map(argument);
    while (given.length > 0 && given[given.length - 1] === '') given.pop();
    return object('FunctionResult', { workbook, formula: `${functionName(name)}(${given.join(',')})` });
  },
});

export const functionResultClass = defineClass<Result>({
  properties: {
    Value: {
      get: ({ workbook, formula }) => {
        const value = workbook.evaluate(formula);
        return isCellError(value) ? null : apiValue(value);
      },
    },
    Error: {
      get: ({ workbook, formula }) => {
        const value = workbook.evaluate(formula);
        return isCellError(value) ? value.error : null;
      },
    },
  },
});
