import { errors, type Scalar } from './scalar';

/** A rectangle of values, row by row. Immutable by agreement: the same matrix is shared by all readers of a range. */
export class Matrix {
  constructor(
    readonly rows: number,
    readonly columns: number,
    readonly cells: readonly Scalar[],
  ) {}

  /** One value repeated over a rectangle of the given shape, or a function of the position. */
  static build(rows: number, columns: number, cell: (row: number, column: number) => Scalar): Matrix {
    const cells = new Array<Scalar>(rows * columns);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) cells[row * columns + column] = cell(row, column);
    }
    return new Matrix(rows, columns, cells);
  }

  /** From rows of different lengths; gaps are `#N/A`, as in Excel's stacking functions. */
  static fromRows(rows: readonly (readonly Scalar[])[]): Matrix {
    const columns = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    return Matrix.build(rows.length, columns, (row, column) => {
      const cell = rows[row]![column];
      return cell === undefined ? errors.na : cell;
    });
  }

  get size(): number {
    return this.rows * this.columns;
  }

  at(row: number, column: number): Scalar {
    return this.cells[row * this.columns + column] ?? null;
  }

  /** The value that broadcasting shows at a position: single rows and columns repeat, everything else is `#N/A`. */
  broadcast(row: number, column: number): Scalar {
    const sourceRow = this.rows === 1 ? 0 : row;
    const sourceColumn = this.columns === 1 ? 0 : column;
    if (sourceRow >= this.rows || sourceColumn >= this.columns) return errors.na;
    return this.at(sourceRow, sourceColumn);
  }

  row(index: number): Scalar[] {
    return this.cells.slice(index * this.columns, (index + 1) * this.columns);
  }

  toRows(): Scalar[][] {
    return Array.from({ length: this.rows }, (_, index) => this.row(index));
  }

  transpose(): Matrix {
    return Matrix.build(this.columns, this.rows, (row, column) => this.at(column, row));
  }

  map(change: (value: Scalar) => Scalar): Matrix {
    return new Matrix(this.rows, this.columns, this.cells.map(change));
  }
}
