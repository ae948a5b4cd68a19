import { toNumber } from '../values/convert';
import { errors, isError, type Scalar } from '../values/scalar';
import { lazy, MANY, numbersOf, scalar, type Library } from './define';

/** The few financial functions that a customer workbook uses. */
export const finance: Library = {
  PMT: scalar(['number', 'number', 'number', 'number?', 'number?'], payment),
  NPV: lazy(2, MANY, ([rate, ...flows], scope) => {
    const numbers = numbersOf(flows, scope);
    const value = scope.read(rate!);
    const interest = toNumber(typeof value === 'object' ? errors.value : value);
    if (isError(numbers)) return numbers;
    if (isError(interest)) return interest;
    return numbers.reduce((total, flow, index) => total + flow / (1 + interest) ** (index + 1), 0);
  }),
};

function payment(rate: number, periods: number, present: number, future = 0, atStart = 0): Scalar {
  if (periods === 0) return errors.num;
  if (rate === 0) return -(present + future) / periods;
  const growth = (1 + rate) ** periods;
  return (-(present * growth + future) * rate) / ((growth - 1) * (1 + (atStart ? rate : 0)));
}
