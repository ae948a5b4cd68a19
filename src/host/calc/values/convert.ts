import { parseNumber } from './parseNumber';
import { errors, isError, type ErrorValue, type Scalar } from './scalar';

/** Excel keeps 15 significant digits when it shows or compares numbers. */
const DIGITS = 15;

/** A number for arithmetic: text is parsed, blank is 0. */
export function toNumber(value: Scalar): number | ErrorValue {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') return parseNumber(value) ?? errors.value;
  return value;
}

export function toText(value: Scalar): string | ErrorValue {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value);
  return value;
}

/** A condition: numbers other than 0 are true, the texts TRUE and FALSE count, other text is an error. */
export function toLogical(value: Scalar): boolean | ErrorValue {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  if (isError(value)) return value;
  const word = value.toUpperCase();
  if (word === 'TRUE') return true;
  return word === 'FALSE' ? false : errors.value;
}

/** A number as `&` writes it: General with 15 digits, two-digit exponents. */
export function numberText(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  return text.replace(/e([+-])(\d+)$/, (_, sign: string, digits: string) => `E${sign}${digits.padStart(2, '0')}`);
}

/** What a calculation may put into a cell: infinities and NaN are `#NUM!`, minus zero is zero. */
export function finite(value: number): number | ErrorValue {
  if (!Number.isFinite(value)) return errors.num;
  return value === 0 ? 0 : value;
}

/** Equal in Excel's 15 digits, so that 0.1+0.2=0.3. */
export function sameNumber(left: number, right: number): boolean {
  if (left === right) return true;
  if (Math.abs(left - right) > Math.abs(left) * 1e-14) return false;
  return left.toPrecision(DIGITS) === right.toPrecision(DIGITS);
}
