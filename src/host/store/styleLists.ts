/** Excel's lists of styles for whole objects. */
export type StyleKind = 'Table' | 'PivotTable' | 'Slicer' | 'Timeline';

function numbered(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
}

/** The names of a kind's built-in styles, in the order of Excel's gallery. */
const BUILT_IN: Readonly<Record<StyleKind, readonly string[]>> = {
  Table: [...numbered('TableStyleLight', 21), ...numbered('TableStyleMedium', 28), ...numbered('TableStyleDark', 11)],
  PivotTable: [
    ...numbered('PivotStyleLight', 28),
    ...numbered('PivotStyleMedium', 28),
    ...numbered('PivotStyleDark', 28),
  ],
  Slicer: [...numbered('SlicerStyleLight', 6), ...numbered('SlicerStyleOther', 2), ...numbered('SlicerStyleDark', 6)],
  Timeline: [...numbered('TimeSlicerStyleLight', 6), ...numbered('TimeSlicerStyleDark', 6)],
};

const DEFAULTS: Readonly<Record<StyleKind, string>> = {
  Table: 'TableStyleMedium2',
  PivotTable: 'PivotStyleLight16',
  Slicer: 'SlicerStyleLight1',
  Timeline: 'TimeSlicerStyleLight1',
};

/** The styles of one kind: Excel's and the workbook's own. */
export class StyleList {
  own: string[] = [];
  defaultName: string;

  constructor(private readonly kind: StyleKind) {
    this.defaultName = DEFAULTS[kind];
  }

  get names(): string[] {
    return [...BUILT_IN[this.kind], ...this.own];
  }

  /** The name as the list spells it, ignoring case. */
  find(name: string): string | undefined {
    const lower = name.toLowerCase();
    return this.names.find((known) => known.toLowerCase() === lower);
  }
}

export function createStyleLists(): Record<StyleKind, StyleList> {
  return {
    Table: new StyleList('Table'),
    PivotTable: new StyleList('PivotTable'),
    Slicer: new StyleList('Slicer'),
    Timeline: new StyleList('Timeline'),
  };
}
