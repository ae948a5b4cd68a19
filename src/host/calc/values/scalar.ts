import type { CalcValue } from '../types';

/** What one cell can hold. A blank is `null`; errors are values, never exceptions. */
export type Scalar = CalcValue;

/** A cell error as a value. */
export interface ErrorValue {
  readonly error: string;
}

/** Every error the calculator produces. `#BUSY!` is a custom function whose promise is pending. */
export const errors = {
  busy: { error: '#BUSY!' },
  calc: { error: '#CALC!' },
  div0: { error: '#DIV/0!' },
  name: { error: '#NAME?' },
  na: { error: '#N/A' },
  nullRange: { error: '#NULL!' },
  num: { error: '#NUM!' },
  ref: { error: '#REF!' },
  spill: { error: '#SPILL!' },
  value: { error: '#VALUE!' },
} as const satisfies Record<string, ErrorValue>;

/** The texts that a formula may contain and a custom function may throw. */
export const ERROR_TEXTS = [...Object.values(errors).map((value) => value.error), '#GETTING_DATA', '#FIELD!'];

export function isError(value: unknown): value is ErrorValue {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** Equal as displayed values: same type and content. */
export function same(left: Scalar | undefined, right: Scalar | undefined): boolean {
  if (isError(left) && isError(right)) return left.error === right.error;
  return Object.is(left, right);
}
