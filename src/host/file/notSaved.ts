import type { NotKept } from '../../xlsx/book';
import { pivotsOf } from '../pivot/draw';
import { slicersOf } from '../slicer/slicers';
import { childBag } from '../store/bag';
import type { FilterCriteria, Sheet } from '../store/sheet';
import type { StylePatch } from '../store/style';
import type { Workbook } from '../store/workbook';
import { isKeptType } from './charts';
import { hasChartDetails, hasFormatDetails, LOST_STYLES } from './details';
import { toFileValidation } from './rules';

/** How many of something a sheet or workbook has that files of ours have no place for. */
type Count<T> = readonly [what: string, count: (holder: T) => number];

const OF_SHEETS: readonly Count<Sheet>[] = [
  ['shapes', (sheet) => sheet.shapes.length],
  ['kinds of charts (a similar one is drawn)', (sheet) => sheet.charts.filter(({ type }) => !isKeptType(type)).length],
  [
    'trendlines',
    (sheet) => sheet.charts.flatMap(({ series }) => series.flatMap(({ trendlines }) => trendlines)).length,
  ],
  ['chart details (axes, labels, fonts ...)', (sheet) => sheet.charts.filter(hasChartDetails).length],
  [
    'validations that only show a message',
    (sheet) => sheet.validations.filter((validation) => !toFileValidation(validation)).length,
  ],
  ['borders and lines of conditional formats', (sheet) => sheet.conditionalFormats.filter(hasFormatDetails).length],
  [
    'notes that stay open (they are shown on demand)',
    (sheet) => sheet.comments.filter(({ note }) => note?.visible).length,
  ],
  ['formats of entire rows', (sheet) => sheet.rowStyles.size],
  ['properties of the sheet', (sheet) => sheet.customProperties.size],
  ['views of the sheet', (sheet) => sheet.views.names.length],
  ['page breaks', (sheet) => Object.values(childBag(sheet.pageLayout, 'Breaks').values).flat().length],
  ['passwords', (sheet) => (sheet.protection?.password === undefined ? 0 : 1)],
  ...LOST_STYLES.map(([what, has]): Count<Sheet> => [what, (sheet) => countStyles(sheet, has)]),
  ['filters by colour or icon', ({ autoFilter }) => countLooks([...(autoFilter?.criteria.values() ?? [])])],
];

/** Criteria that point to colours or icons. */
function countLooks(criteria: readonly (FilterCriteria | undefined)[]): number {
  return criteria.filter((filter) => /Color|Icon/.test(String(filter?.filterOn ?? ''))).length;
}

/** Cells, and entire columns, whose style is one of those. */
function countStyles(sheet: Sheet, has: (style: StylePatch) => boolean): number {
  let count = [...sheet.columnStyles.values()].filter(has).length;
  sheet.grid.forEach((_row, _column, { style }) => {
    if (style && has(style)) count++;
  });
  return count;
}

function isIterative({ application }: Workbook): number {
  return Object.keys(childBag(application, 'IterativeCalculation').values).length;
}

const OF_WORKBOOK: readonly Count<Workbook>[] = [
  ['pivot tables (their cells stay)', (workbook) => pivotsOf(workbook).length],
  ['slicers', (workbook) => slicersOf(workbook).length],
  [
    'filters by colour or icon',
    ({ tables }) => countLooks(tables.flatMap(({ columns }) => columns.map(({ filter }) => filter))),
  ],
  ['iterative calculation', isIterative],
  ['bindings', (workbook) => workbook.bindings.size],
  ['own cell styles (the cells keep their look)', (workbook) => workbook.styles.size],
  ['passwords', (workbook) => (workbook.protection?.password === undefined ? 0 : 1)],
];

function told<T>(part: string, holder: T, counts: readonly Count<T>[]): NotKept[] {
  return counts.flatMap(([what, count]) => {
    const number = count(holder);
    return number > 0 ? [{ part, reason: `${what}: ${number}` }] : [];
  });
}

/** What saving leaves out; `part` is the sheet's name, or '' for the workbook. */
export function notSaved(workbook: Workbook): NotKept[] {
  return [
    ...told('', workbook, OF_WORKBOOK),
    ...workbook.sheets.flatMap((sheet) => told(sheet.name, sheet, OF_SHEETS)),
  ];
}
