import { type Area, forEachCell } from '../store/address';
import { type CellValue, isBlank } from '../store/cell';
import type { Sheet } from '../store/sheet';

export interface ChangedFormula {
  row: number;
  column: number;
  /** '' where none was. */
  previous: string;
}

/** What lay in an area before it is written, for the rules that ask afterwards. */
export class ContentBefore {
  private readonly blank: Uint8Array;
  private readonly formulas = new Map<number, string>();
  private readonly first: CellValue;

  constructor(
    private readonly sheet: Sheet,
    private readonly area: Area,
  ) {
    this.blank = new Uint8Array(area.rows * area.columns);
    this.first = sheet.value(area.row, area.column);
    forEachCell(area, (row, column) => {
      const cell = sheet.cell(row, column);
      if (isBlank(cell)) this.blank[this.index(row, column)] = 1;
      else if (cell?.formula !== undefined) this.formulas.set(this.index(row, column), cell.formula);
    });
  }

  /** For cells of the area. */
  wasBlank(row: number, column: number): boolean {
    return this.blank[this.index(row, column)] === 1;
  }

  /** Old and new value, when the area is one cell. */
  get details(): { before: CellValue; after: CellValue } | undefined {
    if (this.blank.length !== 1) return undefined;
    return { before: this.first, after: this.sheet.value(this.area.row, this.area.column) };
  }

  /** Cells whose formula is another one now. */
  changedFormulas(): ChangedFormula[] {
    const changed: ChangedFormula[] = [];
    forEachCell(this.area, (row, column) => {
      const previous = this.formulas.size === 0 ? '' : (this.formulas.get(this.index(row, column)) ?? '');
      if ((this.sheet.cell(row, column)?.formula ?? '') !== previous) changed.push({ row, column, previous });
    });
    return changed;
  }

  private index(row: number, column: number): number {
    return (row - this.area.row) * this.area.columns + column - this.area.column;
  }
}
