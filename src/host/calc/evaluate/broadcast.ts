import { Matrix } from '../values/matrix';
import type { Scalar } from '../values/scalar';

export type Read = Scalar | Matrix;

/**
 * Applies a function of single values to arrays, element by element, as Excel does with dynamic arrays: single rows and
 * columns repeat, positions outside an array are `#N/A`.
 */
export function broadcast(values: readonly Read[], body: (...scalars: Scalar[]) => Scalar): Read {
  const matrices = values.filter((value) => value instanceof Matrix);
  if (matrices.length === 0) return body(...(values as Scalar[]));
  const rows = Math.max(...matrices.map((matrix) => matrix.rows));
  const columns = Math.max(...matrices.map((matrix) => matrix.columns));
  return Matrix.build(rows, columns, (row, column) => body(...values.map((value) => pick(value, row, column))));
}

/** The value that a position sees. */
export function pick(value: Read, row: number, column: number): Scalar {
  return value instanceof Matrix ? value.broadcast(row, column) : value;
}

/** Every value as a rectangle. */
export function asMatrix(value: Read): Matrix {
  return value instanceof Matrix ? value : new Matrix(1, 1, [value]);
}

/** The first element: what a function that wants one value takes from an array. */
export function asScalar(value: Read): Scalar {
  return value instanceof Matrix ? value.at(0, 0) : value;
}
