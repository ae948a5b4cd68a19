import { asScalar } from '../evaluate/broadcast';
import { toNumber } from '../values/convert';
import { Matrix } from '../values/matrix';
import { Reference } from '../values/reference';
import { ERROR_TEXTS, errors, isError, type Scalar } from '../values/scalar';
import { lazy, scalar, type Library } from './define';
import { isNotAvailable } from './logical';

/** What kind of value is it. */
export const information: Library = {
  ISBLANK: scalar(['raw'], (value) => value === null),
  ISNUMBER: scalar(['raw'], (value) => typeof value === 'number'),
  ISTEXT: scalar(['raw'], (value) => typeof value === 'string'),
  ISNONTEXT: scalar(['raw'], (value) => typeof value !== 'string'),
  ISLOGICAL: scalar(['raw'], (value) => typeof value === 'boolean'),
  ISERROR: scalar(['raw'], (value) => isError(value)),
  ISERR: scalar(['raw'], (value) => isError(value) && !isNotAvailable(value)),
  ISNA: scalar(['raw'], isNotAvailable),
  ISEVEN: scalar(['number'], (value) => Math.trunc(value) % 2 === 0),
  ISODD: scalar(['number'], (value) => Math.trunc(value) % 2 !== 0),
  ISREF: lazy(1, 1, ([node], scope) => scope.value(node!) instanceof Reference),
  ISFORMULA: lazy(1, 1, ([node], scope) => formulaOf(scope.value(node!), scope) !== undefined),
  FORMULATEXT: lazy(1, 1, ([node], scope) => {
    const formula = formulaOf(scope.value(node!), scope);
    return formula === undefined ? errors.na : `=${formula}`;
  }),
  NA: scalar([], () => errors.na),
  N: scalar(['raw'], (value) => (typeof value === 'string' ? 0 : toNumber(value))),
  T: scalar(['any'], (value) => (typeof value === 'string' ? value : '')),
  TYPE: lazy(1, 1, ([node], scope) => typeOf(scope.read(node!))),
  'ERROR.TYPE': scalar(['raw'], errorNumber),
};

const ERROR_NUMBERS = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!'];

function errorNumber(value: Scalar): Scalar {
  if (!isError(value) || !ERROR_TEXTS.includes(value.error)) return errors.na;
  const index = ERROR_NUMBERS.indexOf(value.error);
  return index < 0 ? errors.na : index + 1;
}

function formulaOf(value: unknown, scope: Parameters<Library[string]['call']>[1]): string | undefined {
  if (!(value instanceof Reference)) return undefined;
  scope.dependOn(value);
  return scope.source.formulaAt(value.sheet, value.top, value.left);
}

function typeOf(value: Scalar | Matrix): number {
  if (value instanceof Matrix) return 64;
  const single = asScalar(value);
  if (isError(single)) return 16;
  return typeof single === 'string' ? 2 : typeof single === 'boolean' ? 4 : 1;
}
