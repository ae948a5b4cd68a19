import { useEffect, useReducer, useRef, useState } from 'react';
import type { Host } from '../../host';
import { ChartLayer } from '../charts/ChartLayer';
import { FilterMenu } from '../filter/FilterMenu';
import { GridView } from '../grid/view';
import { SheetTabs } from './SheetTabs';
import type { PreviewTexts } from './texts';

interface WorkbookPaneProps {
  readonly host: Host;
  readonly texts: PreviewTexts;
  onRefused(address: string): void;
  onDrawn(): void;
}

/** Grid, charts and sheet tabs of the open workbook. */
export function WorkbookPane({ host, texts, onRefused, onDrawn }: WorkbookPaneProps) {
  const container = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<GridView | null>(null);
  const [scroll, setScroll] = useState({ left: 0, top: 0 });
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    // Univer owns what is inside its element; each view gets a fresh one.
    const element = container.current!.appendChild(document.createElement('div'));
    element.className = 'univer';
    const drawn = (): void => (drawAgain(), onDrawn());
    const made = new GridView(element, host, { onRefused, onDrawn: drawn, onScrolled: setScroll });
    setView(made);
    return () => {
      made.dispose();
      element.remove();
      setView(null);
    };
  }, [host, onRefused, onDrawn]);
  return (
    <main className="workbook">
      <div className="grid" ref={container}>
        {view && (
          <ChartLayer
            workbook={host.workbook}
            sheet={host.workbook.activeSheet}
            scroll={scroll}
            above={view.heightAbove}
            texts={texts}
          />
        )}
      </div>
      <footer className="foot">
        <SheetTabs workbook={host.workbook} label={texts.sheets} onChoose={(sheet) => view?.activate(sheet)} />
        <FilterMenu
          workbook={host.workbook}
          texts={texts}
          onFilter={(table, column, wanted) => view?.filter(table, column, wanted)}
        />
      </footer>
    </main>
  );
}
