import { languageOf } from '../shared/i18n/language';
import { displayLanguage } from '../workbook/office';
import { FunctionError } from './error';
import { funnel, nextRevisit, overdue, roi, slaDue, tier } from './functions';
import { translator } from './texts';

type CellFunction = (...cells: never[]) => unknown;

/** Every function by the id that functions.json gives it and formulas are stored with. */
export const functions: Readonly<Record<string, CellFunction>> = {
  TIER: tier,
  NEXTREVISIT: nextRevisit,
  OVERDUE: overdue,
  FUNNEL: funnel,
  SLADUE: slaDue,
  ROI: roi,
};

/** Hands the functions to Excel; call at once, before Office is ready: cells wait for it. */
export function registerFunctions(): void {
  for (const [id, implementation] of Object.entries(functions)) {
    CustomFunctions.associate(id, withCellErrors(implementation));
  }
}

function withCellErrors(implementation: CellFunction): CellFunction {
  return (...cells) => {
    try {
      return implementation(...cells);
    } catch (error) {
      throw error instanceof FunctionError ? cellError(error) : error;
    }
  };
}

/** Excel takes a text only with #VALUE! and #N/A. */
function cellError({ kind, code, params }: FunctionError): CustomFunctions.Error {
  const errorCode = CustomFunctions.ErrorCode[kind];
  if (kind === 'invalidNumber') return new CustomFunctions.Error(errorCode);
  return new CustomFunctions.Error(errorCode, translator(languageOf(displayLanguage()))(`functions.${code}`, params));
}
