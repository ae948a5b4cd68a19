import { useEffect, useRef, useState } from 'react';
import type { Table, TableColumn } from '../../store/table';
import type { Workbook } from '../../store/workbook';
import { fill, type PreviewTexts } from '../page/texts';
import { FilterPanel } from './FilterPanel';
import { filterTarget } from './target';

interface FilterMenuProps {
  readonly workbook: Workbook;
  readonly texts: PreviewTexts;
  /** Shows the rows with these texts in the column only; all rows for `null`. */
  onFilter(table: Table, column: TableColumn, wanted: readonly string[] | null): void;
}

/** Filters the table around the selection by its column. */
export function FilterMenu({ workbook, texts, onFilter }: FilterMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const target = filterTarget(workbook);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    const leave = ({ target: at }: Event): void => {
      if (!around.current?.contains(at as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, []);
  return (
    <div className="filter" ref={around} onKeyDown={({ key }) => key === 'Escape' && close()}>
      <button
        ref={button}
        aria-haspopup="dialog"
        aria-expanded={isOpen && target !== undefined}
        aria-pressed={target?.column.filter !== undefined}
        disabled={!target}
        title={texts.filterHelp}
        onClick={() => setOpen(!isOpen)}
      >
        {target ? fill(texts.filterBy, { column: target.column.name }) : texts.filter}
      </button>
      {isOpen && target && (
        <FilterPanel
          key={`${target.table.id} ${target.column.id}`}
          workbook={workbook}
          target={target}
          texts={texts}
          onChosen={(wanted) => {
            onFilter(target.table, target.column, wanted);
            close();
          }}
        />
      )}
    </div>
  );
}
