import { activateChart, activateShape } from './edit/activeObject';
import { requirePlace } from './edit/resolve';
import { activateSheet, select } from './edit/sheets';
import { typeIntoCell } from './edit/userEdit';
import { HostError } from './errors';
import type { Workbook } from './store/workbook';

/** What a person does with mouse and keyboard: everything is Local for their client and no add-in's doing. */
export interface Person {
  /** Runs any edit as theirs. */
  act<T>(gesture: () => T): T;
  /** Types into a cell. @returns false when a validation refused it */
  type(sheet: string, address: string, text: string): boolean;
  /** Selects cells and goes to their sheet. */
  select(sheet: string, address: string): void;
  /** Clicks a cell, so many points from its top left corner. */
  click(sheet: string, address: string, at?: { x: number; y: number }): void;
  goTo(sheet: string): void;
  /** @throws ItemNotFound */
  clickChart(sheet: string, name: string): void;
  /** @throws ItemNotFound */
  clickShape(sheet: string, name: string): void;
  /** Brings the workbook's window to the front. */
  focusWorkbook(): void;
  setAutoSave(on: boolean): void;
}

function named<T extends { name: string }>(items: readonly T[], name: string): T {
  const item = items.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!item) throw new HostError('ItemNotFound');
  return item;
}

/** The gestures of the person at one client; `act` runs each as theirs. */
export function createPerson(workbook: Workbook, act: <T>(gesture: () => T) => T): Person {
  const place = (sheet: string, address: string) => requirePlace(workbook, workbook.sheet(sheet), address);
  const selectCells = (sheet: string, address: string) => {
    const { sheet: home, area } = place(sheet, address);
    select(workbook, home, [area]);
  };
  return {
    act,
    type: (sheet, address, text) => act(() => typeIntoCell(workbook, sheet, address, text)),
    select: (sheet, address) => act(() => selectCells(sheet, address)),
    click: (sheet, address, { x, y } = { x: 1, y: 1 }) =>
      act(() => {
        selectCells(sheet, address);
        workbook.emit({ kind: 'clicked', ...place(sheet, address), x, y });
      }),
    goTo: (sheet) => act(() => activateSheet(workbook, workbook.sheet(sheet))),
    clickChart: (sheet, name) =>
      act(() => activateChart(workbook, workbook.sheet(sheet), named(workbook.sheet(sheet).charts, name))),
    clickShape: (sheet, name) =>
      act(() => activateShape(workbook, workbook.sheet(sheet), named(workbook.sheet(sheet).shapes, name))),
    focusWorkbook: () => act(() => workbook.emit({ kind: 'workbookActivated' })),
    setAutoSave: (on) =>
      act(() => {
        if (workbook.autoSave === on) return;
        workbook.autoSave = on;
        workbook.emit({ kind: 'autoSaveChanged' });
      }),
  };
}
