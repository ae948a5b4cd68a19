import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';

interface SheetTabsProps {
  readonly workbook: Workbook;
  readonly label: string;
  onChoose(sheet: Sheet): void;
}

/** Where each key leads from the tab at `at`, of `count`. */
const KEYS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** One tab per visible sheet, in the workbook's order, with the sheet's colour; the arrow keys lead from one to the next. */
export function SheetTabs({ workbook, label, onChoose }: SheetTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const visible = workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');
  const active = visible.indexOf(workbook.activeSheet);
  const tabAt = (index: number) => list.current?.children[index] as HTMLElement | undefined;
  const press = (event: KeyboardEvent): void => {
    // Keys can be faster than the page is drawn.
    const next = KEYS[event.key]?.(visible.indexOf(workbook.activeSheet), visible.length);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(visible[next]!);
    tabAt(next)?.focus();
  };
  // The pane can bring another sheet to the front.
  useEffect(() => void tabAt(active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [active]);
  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={press}>
      {visible.map((sheet) => (
        <button
          key={sheet.id}
          role="tab"
          aria-selected={sheet === workbook.activeSheet}
          tabIndex={sheet === workbook.activeSheet ? 0 : -1}
          style={sheet.tabColor ? { boxShadow: `inset 0 -3px ${sheet.tabColor}` } : undefined}
          onClick={() => onChoose(sheet)}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  );
}
