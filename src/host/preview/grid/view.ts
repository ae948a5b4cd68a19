import {
  CellValueType,
  ICommandService,
  InterceptorEffectEnum,
  type IWorkbookData,
  LifecycleStages,
  type Univer,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { Host } from '../../host';
import { type Area, lastColumn, lastRow } from '../../store/address';
import type { Change } from '../../store/change';
import type { Sheet } from '../../store/sheet';
import type { Table, TableColumn } from '../../store/table';
import { drawCell, editText } from './drawCell';
import { measureCaption } from './fonts';
import { frameOf, frozenLines, PIXELS_PER_POINT } from './frame';
import { Hands } from './hands';
import { Marks } from './marks';
import { listenToPerson } from './person';
import { createUniver } from './univer';

/** How far the cells are scrolled: the event has it without saying so; its `scrollX` is where the scroll bar stands. */
interface ScrolledCells {
  readonly viewportScrollX: number;
  readonly viewportScrollY: number;
}

/** What the page around the grid wants to know. */
export interface GridEvents {
  /** A validation or protection refused what a person did to these cells. */
  onRefused(address: string): void;
  /** The grid shows a new state of the workbook. */
  onDrawn(): void;
  /** The sheet was scrolled: pixels between its first cell and the first one in sight. */
  onScrolled(position: { left: number; top: number }): void;
}

/** A host's workbook on the screen. Holds no cell: everything drawn is read from the host at that moment. */
export class GridView {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly marks: Marks;
  private readonly hands: Hands;
  private readonly cleanUps: (() => void)[] = [];
  private frame = '';
  private following = false;
  private hasCanvas = false;
  private nextRefresh = 0;

  private target: { row: number; column: number } | null = null;

  constructor(
    private readonly container: HTMLElement,
    private readonly host: Host,
    private readonly events: GridEvents,
  ) {
    ({ univer: this.univer, api: this.api } = createUniver(container));
    this.marks = new Marks(host.workbook);
    this.hands = new Hands(host, events.onRefused);
    host.workbook.calculate();
    // Univer makes its services with the first workbook; only then there is something to listen to.
    this.rebuild();
    this.interceptCells();
    this.cleanUps.push(
      this.listen(),
      host.onChange((change) => this.noticeChange(change)),
    );
  }

  /** Univer takes its own React tree down, which must not happen while the page's is rendering. */
  dispose(): void {
    cancelAnimationFrame(this.nextRefresh);
    for (const cleanUp of this.cleanUps) cleanUp();
    setTimeout(() => this.univer.dispose(), 0);
  }

  /** Brings a sheet to the front, as a click on its tab does. */
  activate(sheet: Sheet): void {
    this.hands.activate(sheet);
  }

  /** Filters a table by one of its columns, as a person does ({@link Hands.filter}). */
  filter(table: Table, column: TableColumn, wanted: readonly string[] | null): void {
    this.hands.filter(table, column, wanted);
  }

  /** How far below the grid's upper edge the sheet itself begins, in pixels: the formula bar. */
  get heightAbove(): number {
    const canvas = this.container.querySelector('canvas[id^="univer-sheet-main-canvas"]');
    return canvas ? canvas.getBoundingClientRect().top - this.container.getBoundingClientRect().top : 0;
  }

  /** Cells are drawn from the host; the editor and the formula bar get the formula. */
  private interceptCells(): void {
    const { workbook } = this.host;
    const interceptors = this.univer.__getInjector().get(SheetInterceptorService);
    interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: 100,
      effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
      handler: (cell, { subUnitId, row, col }, next) => {
        const sheet = this.sheetOf(subUnitId);
        return next(sheet ? (drawCell(workbook, sheet, row, col, this.marks.styleOf) as typeof cell) : cell);
      },
    });
    interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      handler: (cell, { subUnitId, row, col }, next) => {
        const sheet = this.sheetOf(subUnitId);
        const text = sheet && editText(workbook, sheet, row, col);
        return next(text ? { v: text, t: CellValueType.STRING } : cell);
      },
    });
  }

  private listen(): () => void {
    const commands = this.univer.__getInjector().get(ICommandService);
    const { Event } = this.api;
    const subscriptions = [
      this.api.addEvent(Event.Scroll, (event) => {
        const { viewportScrollX, viewportScrollY } = event as typeof event & ScrolledCells;
        this.events.onScrolled({ left: viewportScrollX, top: viewportScrollY });
      }),
      this.api.addEvent(Event.LifeCycleChanged, ({ stage }) => {
        this.hasCanvas ||= stage >= LifecycleStages.Rendered;
        this.refreshSoon();
      }),
    ];
    const removeListeners = listenToPerson(this.api, commands, {
      onTyped: (id, area, text) => this.onSheet(id, (sheet) => this.hands.type(sheet, area, text)),
      onPasted: (text) => this.onSelection((sheet, [first]) => first && this.hands.paste(sheet, first, text)),
      onCopied: () => this.onSelection((sheet, [first]) => first && this.hands.copy(sheet, first)),
      onCleared: () => this.onSelection((sheet, areas) => areas.forEach((area) => this.hands.clear(sheet, area))),
      onSelected: (id, areas) => this.onSheet(id, (sheet) => this.hands.select(sheet, areas)),
      onEditing: (editing) => (this.host.cellEditing = editing),
      onResized: (id, area, size) => this.onSheet(id, (sheet) => this.keepSize(sheet, area, size)),
    });
    return () => {
      for (const subscription of subscriptions) subscription.dispose();
      removeListeners();
    };
  }

  private sheetOf(id: string): Sheet | undefined {
    return this.host.workbook.sheets.find((sheet) => sheet.id === id);
  }

  /** Acts on a sheet for a person; nothing while the grid only follows the host. */
  private onSheet(id: string, act: (sheet: Sheet) => void): void {
    const sheet = this.sheetOf(id);
    if (sheet && !this.following) act(sheet);
  }

  private onSelection(act: (sheet: Sheet, areas: readonly Area[]) => void): void {
    const { sheet, areas } = this.host.workbook.selection;
    act(sheet, areas);
  }

  /** Sizes that a person drags belong to the workbook: they are saved with it. */
  private keepSize(sheet: Sheet, area: Area, { width, height }: { width?: number; height?: number }): void {
    for (let column = area.column; width !== undefined && column <= lastColumn(area); column++) {
      sheet.columnWidths.set(column, width / PIXELS_PER_POINT);
    }
    for (let row = area.row; height !== undefined && row <= lastRow(area); row++) {
      sheet.rowHeights.set(row, height / PIXELS_PER_POINT);
    }
    this.frame = JSON.stringify(this.currentFrame());
    this.events.onDrawn();
  }

  private noticeChange({ kind }: Change): void {
    if (kind === 'selection' || kind === 'sheetActivated') this.followSelection();
    this.refreshSoon();
  }

  private refreshSoon(): void {
    this.nextRefresh ||= requestAnimationFrame(() => this.refresh());
  }

  /** Everything that happened since the last frame is drawn at once. */
  private refresh(): void {
    this.nextRefresh = 0;
    this.host.workbook.calculate();
    this.marks.forget();
    if (JSON.stringify(this.currentFrame()) !== this.frame) this.rebuild();
    else if (this.hasCanvas) this.api.getActiveWorkbook()?.getActiveSheet().refreshCanvas();
    this.bringIntoSight();
    this.events.onDrawn();
  }

  private currentFrame(): IWorkbookData {
    return frameOf(this.host.workbook, measureCaption);
  }

  /** Other sheets, sizes or hidden rows: the grid gets a new frame and stays where it was. */
  private rebuild(): void {
    const frame = this.currentFrame();
    this.frame = JSON.stringify(frame);
    const before = this.api.getActiveWorkbook();
    const scroll = before?.getActiveSheet().getScrollState();
    this.follow(() => {
      if (before) this.api.disposeUnit(before.getId());
      this.api.createWorkbook(frame);
    });
    this.followSelection();
    if (scroll)
      this.api
        .getActiveWorkbook()
        ?.getActiveSheet()
        .scrollToCell(scroll.sheetViewStartRow, scroll.sheetViewStartColumn);
  }

  /** Shows the sheet and the cells that the host has selected. */
  private followSelection(): void {
    const { sheet, areas } = this.host.workbook.selection;
    const workbook = this.api.getActiveWorkbook();
    const [first] = areas;
    const target = workbook?.getSheetBySheetId(sheet.id);
    if (!workbook || !first || !target) return;
    const [rows, columns] = [target.getMaxRows() - first.row, target.getMaxColumns() - first.column];
    // Beyond the frame: the next refresh makes a larger one.
    if (rows <= 0 || columns <= 0) return;
    const range = target.getRange(
      first.row,
      first.column,
      Math.min(rows, first.rows),
      Math.min(columns, first.columns),
    );
    const shown = workbook.getActiveSheet().getSheetId() === sheet.id;
    if (shown && workbook.getActiveRange()?.getA1Notation() === range.getA1Notation()) return;
    this.follow(() => {
      if (!shown) workbook.setActiveSheet(target);
      range.activate();
    });
    this.target = first;
  }

  /** Scrolls to the cell that the host selected, as Excel does, unless it is in sight. */
  private bringIntoSight(): void {
    const shown = this.hasCanvas ? this.api.getActiveWorkbook()?.getActiveSheet() : undefined;
    const visible = shown?.getVisibleRange();
    const { target } = this;
    if (!shown || !visible || !target) return;
    this.target = null;
    const { rows, columns } = frozenLines(this.host.workbook.activeSheet);
    const rowInSight = target.row < rows || (target.row >= visible.startRow && target.row < visible.endRow);
    const columnInSight =
      target.column < columns || (target.column >= visible.startColumn && target.column < visible.endColumn);
    if (rowInSight && columnInSight) return;
    // One line of context before the cell.
    const row = rowInSight ? visible.startRow : Math.max(rows, target.row - 1);
    shown.scrollToCell(row, columnInSight ? visible.startColumn : Math.max(columns, target.column - 1));
  }

  private follow(act: () => void): void {
    const before = this.following;
    this.following = true;
    try {
      act();
    } finally {
      this.following = before;
    }
  }
}
