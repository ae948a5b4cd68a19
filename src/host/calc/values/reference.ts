/** Excel's grid; a whole column ends at the last row. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** A rectangle of cells, all ends included, 0-based. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A rectangle on a sheet (by id): what a reference evaluates to before its cells are read. */
export class Reference implements Area {
  constructor(
    readonly sheet: string,
    readonly top: number,
    readonly left: number,
    readonly bottom: number,
    readonly right: number,
  ) {}

  static of(sheet: string, area: Area): Reference {
    return new Reference(sheet, area.top, area.left, area.bottom, area.right);
  }

  get rows(): number {
    return this.bottom - this.top + 1;
  }

  get columns(): number {
    return this.right - this.left + 1;
  }

  get single(): boolean {
    return this.top === this.bottom && this.left === this.right;
  }

  get key(): string {
    return `${this.sheet}!${this.top},${this.left},${this.bottom},${this.right}`;
  }

  /** A part of this rectangle; offsets from its first cell. */
  part(row: number, column: number, rows: number, columns: number): Reference {
    const top = this.top + row;
    const left = this.left + column;
    return new Reference(this.sheet, top, left, top + rows - 1, left + columns - 1);
  }
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** The smallest rectangle around both: the `:` operator. */
export function hull(left: Area, right: Area): Area {
  return {
    top: Math.min(left.top, right.top),
    left: Math.min(left.left, right.left),
    bottom: Math.max(left.bottom, right.bottom),
    right: Math.max(left.right, right.right),
  };
}

/** 0-based column index of letters such as `AB`. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Letters of a 0-based column index. */
export function columnLetters(index: number): string {
  const tail = String.fromCharCode(65 + (index % 26));
  return index < 26 ? tail : columnLetters(Math.floor(index / 26) - 1) + tail;
}
