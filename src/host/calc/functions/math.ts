import { asMatrix } from '../evaluate/broadcast';
import { power } from '../evaluate/operators';
import { errors, isError, type Scalar } from '../values/scalar';
import { errorIn, MANY, ofNumbers, reading, scalar, sum, type Library } from './define';

/** Arithmetic and rounding. */
export const math: Library = {
  SUM: ofNumbers(sum),
  PRODUCT: ofNumbers((numbers) => (numbers.length ? numbers.reduce((product, number) => product * number, 1) : 0)),
  SUMSQ: ofNumbers((numbers) => sum(numbers.map((number) => number * number))),
  SUMPRODUCT: reading(1, MANY, (values) => sumProduct(values.map(asMatrix))),
  ABS: scalar(['number'], Math.abs),
  SIGN: scalar(['number'], Math.sign),
  INT: scalar(['number'], Math.floor),
  TRUNC: scalar(['number', 'number?'], (value, digits = 0) => rounded(value, digits, Math.trunc)),
  MOD: scalar(['number', 'number'], (value, by) => (by === 0 ? errors.div0 : value - by * Math.floor(value / by))),
  QUOTIENT: scalar(['number', 'number'], (value, by) => (by === 0 ? errors.div0 : Math.trunc(value / by))),
  POWER: scalar(['number', 'number'], power),
  SQRT: scalar(['number'], (value) => (value < 0 ? errors.num : Math.sqrt(value))),
  EXP: scalar(['number'], Math.exp),
  LN: scalar(['number'], (value) => (value <= 0 ? errors.num : Math.log(value))),
  LOG10: scalar(['number'], (value) => (value <= 0 ? errors.num : Math.log10(value))),
  LOG: scalar(['number', 'number?'], (value, base = 10) =>
    value <= 0 || base <= 0 ? errors.num : base === 10 ? Math.log10(value) : Math.log(value) / Math.log(base),
  ),
  PI: scalar([], () => Math.PI),
  ROUND: scalar(['number', 'number'], (value, digits) => rounded(value, digits, halfAway)),
  ROUNDUP: scalar(['number', 'number'], (value, digits) => rounded(value, digits, away)),
  ROUNDDOWN: scalar(['number', 'number'], (value, digits) => rounded(value, digits, Math.trunc)),
  MROUND: scalar(['number', 'number'], mround),
  CEILING: scalar(['number', 'number'], (value, step) => toStep(value, step, Math.ceil)),
  FLOOR: scalar(['number', 'number'], (value, step) =>
    step === 0 && value !== 0 ? errors.div0 : toStep(value, step, Math.floor),
  ),
  'CEILING.MATH': scalar(['number', 'number?'], (value, step = 1) => toStep(value, Math.abs(step), Math.ceil)),
  'FLOOR.MATH': scalar(['number', 'number?'], (value, step = 1) => toStep(value, Math.abs(step), Math.floor)),
  EVEN: scalar(['number'], (value) => 2 * away(value / 2)),
  ODD: scalar(['number'], (value) =>
    value === 0 ? 1 : Math.sign(value) * (2 * Math.ceil((Math.abs(value) + 1) / 2) - 1),
  ),
};

/** Rounds on a decimal place. The factor is applied in decimal text, so that 1.005 and 2.345 round as they read. */
function rounded(value: number, digits: number, round: (value: number) => number): number {
  const places = Math.trunc(digits);
  return shift(round(Number(shift(value, places).toPrecision(15))), -places);
}

function shift(value: number, places: number): number {
  const [mantissa, exponent = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(exponent) + places}`);
}

function halfAway(value: number): number {
  return Math.sign(value) * Math.floor(Math.abs(value) + 0.5);
}

function away(value: number): number {
  return Math.sign(value) * Math.ceil(Math.abs(value));
}

function mround(value: number, step: number): Scalar {
  if (step === 0) return 0;
  return value * step < 0 ? errors.num : Number((step * halfAway(value / step)).toPrecision(15));
}

function toStep(value: number, step: number, round: (value: number) => number): Scalar {
  if (step === 0) return 0;
  if (value > 0 && step < 0) return errors.num;
  return Number((step * round(Number((value / step).toPrecision(15)))).toPrecision(15));
}

/** Text and logical values count as 0; rectangles of different shapes are `#VALUE!`. */
function sumProduct(matrices: ReturnType<typeof asMatrix>[]): Scalar {
  const [first] = matrices;
  if (matrices.some((matrix) => matrix.rows !== first!.rows || matrix.columns !== first!.columns)) return errors.value;
  const error = matrices.map(errorIn).find(isError);
  if (error) return error;
  let total = 0;
  for (let index = 0; index < first!.size; index += 1) {
    total += matrices.reduce(
      (product, { cells }) => product * (typeof cells[index] === 'number' ? (cells[index] as number) : 0),
      1,
    );
  }
  return total;
}
