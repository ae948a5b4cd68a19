import type { BinaryOperator } from '../language/tree';
import { compare } from '../values/compare';
import { finite, toNumber, toText } from '../values/convert';
import { errors, isError, type ErrorValue, type Scalar } from '../values/scalar';

export type ScalarOperator = Exclude<BinaryOperator, ':'>;
type Apply = (left: Scalar, right: Scalar) => Scalar;

/** The operators between two single values; arrays are broadcast by the caller. */
export const OPERATORS: Readonly<Record<ScalarOperator, Apply>> = {
  '+': arithmetic((left, right) => left + right),
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => (right === 0 ? errors.div0 : left / right)),
  '^': arithmetic(power),
  '&': concatenate,
  '=': comparison((order) => order === 0),
  '<>': comparison((order) => order !== 0),
  '<': comparison((order) => order < 0),
  '<=': comparison((order) => order <= 0),
  '>': comparison((order) => order > 0),
  '>=': comparison((order) => order >= 0),
};

export function power(base: number, exponent: number): number | ErrorValue {
  if (base === 0 && exponent === 0) return errors.num;
  return base === 0 && exponent < 0 ? errors.div0 : base ** exponent;
}

function arithmetic(body: (left: number, right: number) => number | ErrorValue): Apply {
  return (left, right) => {
    const first = toNumber(left);
    if (isError(first)) return first;
    const second = toNumber(right);
    if (isError(second)) return second;
    const result = body(first, second);
    return isError(result) ? result : finite(result);
  };
}

function comparison(holds: (order: number) => boolean): Apply {
  return (left, right) => {
    const order = compare(left, right);
    return isError(order) ? order : holds(order);
  };
}

function concatenate(left: Scalar, right: Scalar): Scalar {
  const first = toText(left);
  if (isError(first)) return first;
  const second = toText(right);
  return isError(second) ? second : first + second;
}
