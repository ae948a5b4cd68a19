import { clearCells } from '../../edit/clear';
import { applyTableFilters } from '../../edit/filter';
import { assertAllowed } from '../../edit/protect';
import { textAt } from '../../edit/read';
import { activateSheet, select } from '../../edit/sheets';
import { usedPart } from '../../edit/write';
import { HostError } from '../../errors';
import type { Host } from '../../host';
import { type Area, areaBetween, formatArea, mapArea, MAX_COLUMNS, MAX_ROWS } from '../../store/address';
import type { Sheet } from '../../store/sheet';
import type { Table, TableColumn } from '../../store/table';

/** Cells of a clipboard text: tabs between columns, line ends between rows. */
export function clipboardCells(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t'));
}

/** What a person does to the workbook with the grid: everything goes through the host, as in Excel. */
export class Hands {
  /** @param onRefused the address of a cell whose validation or protection refused the edit */
  constructor(
    private readonly host: Host,
    private readonly onRefused: (address: string) => void,
  ) {}

  type(sheet: Sheet, area: Area, text: string): void {
    const address = formatArea(area);
    this.attempt(address, () => this.host.userEdit(sheet.name, address, text));
  }

  /** Types a clipboard text cell by cell from the selection's first cell on. */
  paste(sheet: Sheet, from: Area, text: string): void {
    clipboardCells(text).forEach((cells, row) =>
      cells.forEach((cell, column) => {
        const [r, c] = [from.row + row, from.column + column];
        if (r < MAX_ROWS && c < MAX_COLUMNS) this.type(sheet, areaBetween(r, c, r, c), cell);
      }),
    );
  }

  /** Puts the displayed texts of the cells on the clipboard, hidden rows and columns left out. */
  copy(sheet: Sheet, area: Area): void {
    const used = usedPart(sheet, area);
    const rows = used ? mapArea(used, (row, column) => this.shownText(sheet, row, column)) : [];
    const visible = rows.flatMap((cells) => {
      const shown = cells.filter((text) => text !== null);
      return shown.length > 0 ? [shown.join('\t')] : [];
    });
    navigator.clipboard.writeText(visible.join('\n')).catch(() => this.onRefused(formatArea(area)));
  }

  private shownText(sheet: Sheet, row: number, column: number): string | null {
    const hidden = sheet.isRowHidden(row) || sheet.hiddenColumns.has(column);
    return hidden ? null : textAt(this.host.workbook, sheet, row, column);
  }

  clear(sheet: Sheet, area: Area): void {
    const used = usedPart(sheet, area);
    if (used)
      this.attempt(formatArea(used), () => this.byHand(() => clearCells(this.host.workbook, sheet, used, 'Contents')));
  }

  select(sheet: Sheet, areas: Area[]): void {
    this.byHand(() => select(this.host.workbook, sheet, areas));
  }

  activate(sheet: Sheet): void {
    this.byHand(() => activateSheet(this.host.workbook, sheet));
  }

  /** Shows the rows of a table with these texts in one of its columns only; `null` ends that. */
  filter(table: Table, column: TableColumn, wanted: readonly string[] | null): void {
    this.attempt(formatArea(table.area), () => {
      assertAllowed(table.sheet, 'allowAutoFilter');
      if (wanted) column.filter = { filterOn: 'Values', values: wanted };
      else delete column.filter;
      this.byHand(() => applyTableFilters(this.host.workbook, table));
    });
  }

  private attempt(address: string, act: () => unknown): void {
    try {
      if (act() === false) this.onRefused(address);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      this.onRefused(address);
    }
  }

  /** Runs an edit as the person's, like `userEdit`: Local for the first client, and its events go out. */
  private byHand(act: () => void): void {
    this.host.person().act(act);
  }
}
