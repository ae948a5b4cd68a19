import type { Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';

interface SheetTabsProps {
  readonly workbook: Workbook;
  readonly label: string;
  onChoose(sheet: Sheet): void;
}

/** One tab per visible sheet, in the workbook's order, with the sheet's colour. */
export function SheetTabs({ workbook, label, onChoose }: SheetTabsProps) {
  const visible = workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {visible.map((sheet) => (
        <button
          key={sheet.id}
          role="tab"
          aria-selected={sheet === workbook.activeSheet}
          style={sheet.tabColor ? { boxShadow: `inset 0 -3px ${sheet.tabColor}` } : undefined}
          onClick={() => onChoose(sheet)}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  );
}
