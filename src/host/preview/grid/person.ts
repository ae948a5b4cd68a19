import type { ICommandInfo, ICommandService, IDisposable, IRange } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { type Area, areaBetween } from '../../store/address';
import { installGate } from './gate';

/** What a person did in the grid, in the host's words; sheets by id. */
export interface PersonEvents {
  onTyped(sheetId: string, area: Area, text: string): void;
  onPasted(text: string): void;
  onCopied(): void;
  onCleared(): void;
  onSelected(sheetId: string, areas: Area[]): void;
  onEditing(editing: boolean): void;
  /** A column was dragged to a width, or a row to a height, in pixels. */
  onResized(sheetId: string, area: Area, size: { width?: number; height?: number }): void;
}

const areaOf = (range: IRange): Area => areaBetween(range.startRow, range.startColumn, range.endRow, range.endColumn);

interface ResizeParams {
  subUnitId: string;
  ranges: IRange[];
  colWidth?: number | Record<number, number>;
  rowHeight?: number | Record<number, number>;
}

const sizeOf = (size: number | Record<number, number> | undefined): number | undefined =>
  typeof size === 'number' ? size : undefined;

/** Tells what a person does in the grid, before the grid does anything about it. @returns the remover */
export function listenToPerson(api: FUniver, commands: ICommandService, events: PersonEvents): () => void {
  let typed: string | null = null;
  const { Event } = api;
  let editing = false;
  const takeTyped = (command: ICommandInfo): boolean => {
    const { range, subUnitId } = command.params as { range: IRange; subUnitId: string };
    if (typed !== null) events.onTyped(subUnitId, areaOf(range), typed);
    typed = null;
    return true;
  };
  // Inside the cell editor, copying is the editor's business.
  const takeCopy = (): boolean => {
    if (!editing) events.onCopied();
    return !editing;
  };
  const setEditing = (now: boolean): void => {
    editing = now;
    events.onEditing(now);
  };
  const resized = ({ id, params }: ICommandInfo): void => {
    if (id !== 'sheet.mutation.set-worksheet-col-width' && id !== 'sheet.mutation.set-worksheet-row-height') return;
    const { subUnitId, ranges, colWidth, rowHeight } = params as ResizeParams;
    const size = { width: sizeOf(colWidth), height: sizeOf(rowHeight) };
    for (const range of ranges) events.onResized(subUnitId, areaOf(range), size);
  };
  const subscriptions: IDisposable[] = [
    // Univer would read the text its own way (dates, numbers); the host reads it as Excel does.
    api.addEvent(Event.BeforeSheetEditEnd, ({ value, isConfirm }) => {
      typed = isConfirm ? value.toPlainText().replace(/\r?\n$/, '') : null;
    }),
    api.addEvent(Event.SheetEditStarted, () => setEditing(true)),
    api.addEvent(Event.SheetEditEnded, () => setEditing(false)),
    api.addEvent(Event.BeforeClipboardPaste, (paste) => {
      paste.cancel = true;
      events.onPasted(paste.text ?? '');
    }),
    api.addEvent(Event.SelectionChanged, ({ worksheet, selections }) =>
      events.onSelected(worksheet.getSheetId(), selections.map(areaOf)),
    ),
    commands.onCommandExecuted(resized),
  ];
  const removeGate = installGate(commands, {
    'sheet.command.set-range-values': takeTyped,
    'sheet.command.clear-selection-content': () => {
      events.onCleared();
      return true;
    },
    'univer.command.copy': takeCopy,
  });
  return () => {
    removeGate();
    for (const subscription of subscriptions) subscription.dispose();
  };
}
