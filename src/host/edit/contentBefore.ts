import { type Area, forEachCell } from '../store/address';
import { type Cell, type CellValue, isBlank } from '../store/cell';
import type { Sheet } from '../store/sheet';

export interface ChangedFormula {
  row: number;
  column: number;
  /** '' where none was. */
  previous: string;
}

/** What lay in an area before it is written, for the rules that ask afterwards. */
export class ContentBefore {
  private readonly filled: Uint8Array;
  private readonly formulas = new Map<number, string>();
  private readonly first: CellValue;

  constructor(
    private readonly sheet: Sheet,
    private readonly area: Area,
  ) {
    this.filled = new Uint8Array(area.rows * area.columns);
    this.first = sheet.value(area.row, area.column);
    const note = (row: number, column: number, cell: Cell) => {
      if (!isBlank(cell)) this.filled[this.index(row, column)] = 1;
      if (cell.formula !== undefined) this.formulas.set(this.index(row, column), cell.formula);
    };
    sheet.grid.forEach(note, area);
  }

  /** For cells of the area. */
  wasBlank(row: number, column: number): boolean {
    return this.filled[this.index(row, column)] === 0;
  }

  /** Old and new value, when the area is one cell. */
  get details(): { before: CellValue; after: CellValue } | undefined {
    if (this.filled.length !== 1) return undefined;
    return { before: this.first, after: this.sheet.value(this.area.row, this.area.column) };
  }

  /** Cells whose formula is another one now. */
  changedFormulas(): ChangedFormula[] {
    const changed: ChangedFormula[] = [];
    if (!this.sheet.grid.hasFormulas) return changed;
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
