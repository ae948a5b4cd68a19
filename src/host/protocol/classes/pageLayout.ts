import { requireArgument } from '../../errors';
import type { Area } from '../../store/address';
import { type Bag, childBag } from '../../store/bag';
import type { Sheet } from '../../store/sheet';
import { areaArgument } from '../areaArgument';
import { bagClass, keptIn, keptObjects, words } from '../bagClass';
import { areasArgument, found, integer, record, text } from '../convert';
import { type Call, defineClass, type HostClass, HostObject, object } from '../hostClass';
import { areasObject, rangeObject, type RangeTarget } from '../targets';

function printPart(name: 'area' | 'rows' | 'columns') {
  return {
    get: (sheet: Sheet): HostObject => {
      const areas = found(sheet.pageLayout.values[`print.${name}`] as Area[] | undefined);
      return name === 'area' ? areasObject(sheet, areas) : rangeObject(sheet, found(areas[0]));
    },
    set: (sheet: Sheet, [range]: unknown[], { workbook }: Call): void => {
      const areas =
        range instanceof HostObject
          ? areasArgument(range).map((target: RangeTarget) => target.cells)
          : [areaArgument(sheet, range, workbook)];
      sheet.pageLayout.values[`print.${name}`] = areas;
    },
  };
}

const pageLayout = defineClass<Sheet>({
  properties: keptIn((sheet: Sheet) => sheet.pageLayout, {
    Orientation: words('Portrait', 'Landscape'),
    PaperSize: 'Letter',
    BlackAndWhite: false,
    PrintErrors: words('AsDisplayed', 'Blank', 'Dash', 'NotAvailable'),
    Zoom: { initial: { scale: 100 }, check: record },
    CenterHorizontally: false,
    CenterVertically: false,
    PrintHeadings: false,
    PrintGridlines: false,
    LeftMargin: 50.4,
    RightMargin: 50.4,
    TopMargin: 54,
    BottomMargin: 54,
    HeaderMargin: 21.6,
    FooterMargin: 21.6,
    PrintComments: words('NoComments', 'EndSheet', 'InPlace'),
    DraftMode: false,
    FirstPageNumber: '',
    PrintOrder: words('DownThenOver', 'OverThenDown'),
  }),
  objects: { HeadersFooters: (sheet) => object('HeaderFooterGroup', childBag(sheet.pageLayout, 'HeadersFooters')) },
  methods: {
    GetPrintArea: printPart('area').get,
    SetPrintArea: printPart('area').set,
    GetPrintTitleRows: printPart('rows').get,
    SetPrintTitleRows: printPart('rows').set,
    GetPrintTitleColumns: printPart('columns').get,
    SetPrintTitleColumns: printPart('columns').set,
    SetPrintMargins: (sheet, [unit, margins]) => {
      const points = { Points: 1, Inches: 72, Centimeters: 28.35 }[text(unit)];
      requireArgument(points !== undefined);
      for (const [name, value] of Object.entries(record(margins))) {
        sheet.pageLayout.values[`${name.charAt(0).toUpperCase()}${name.slice(1)}Margin`] = Number(value) * points;
      }
    },
  },
});

interface BreakTarget {
  sheet: Sheet;
  axis: 'row' | 'column';
}

function breaks({ sheet, axis }: BreakTarget): Area[] {
  return (childBag(sheet.pageLayout, 'Breaks').values[axis] ??= []) as Area[];
}

const pageBreaks = defineClass<BreakTarget>({
  items: (target) => breaks(target).map((area) => object('PageBreak', { ...target, area })),
  item: (target, index) => {
    const area = breaks(target)[integer(index)];
    return area ? object('PageBreak', { ...target, area }) : null;
  },
  methods: {
    Add: (target, [range], { workbook }) => {
      const area = areaArgument(target.sheet, range, workbook);
      breaks(target).push(area);
      return object('PageBreak', { ...target, area });
    },
    RemovePageBreaks: (target) => void breaks(target).splice(0),
  },
});

const pageBreak = defineClass<BreakTarget & { area: Area }>({
  identity: ({ area, ...target }) => breaks(target).indexOf(area),
  identityKey: '_Id',
  properties: { ColumnIndex: { get: ({ area }) => area.column }, RowIndex: { get: ({ area }) => area.row } },
  methods: {
    Delete: ({ area, ...target }) => void breaks(target).splice(breaks(target).indexOf(area), 1),
    GetCellAfterBreak: ({ sheet, area }) => rangeObject(sheet, { ...area, rows: 1, columns: 1 }),
  },
});

const HEADERS = {
  LeftHeader: '',
  CenterHeader: '',
  RightHeader: '',
  LeftFooter: '',
  CenterFooter: '',
  RightFooter: '',
};

const headerFooterGroup = defineClass<Bag>({
  properties: keptIn((bag: Bag) => bag, {
    State: words('Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'),
    UseSheetMargins: true,
    UseSheetScale: true,
  }),
  objects: keptObjects({
    DefaultForAllPages: 'HeaderFooter',
    EvenPages: 'HeaderFooter',
    FirstPage: 'HeaderFooter',
    OddPages: 'HeaderFooter',
  }),
});

/** Page setup: kept and given back, nothing is printed. */
export const PAGE_LAYOUT_CLASSES: Record<string, HostClass<never>> = {
  HeaderFooter: bagClass(HEADERS),
  HeaderFooterGroup: headerFooterGroup,
  PageBreak: pageBreak,
  PageBreakCollection: pageBreaks,
  PageLayout: pageLayout,
};
