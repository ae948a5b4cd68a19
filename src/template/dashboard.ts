import { dashboard } from '../../templates';
import type { Language, Text } from './types';

/** Looks of dashboard cells. */
export type CellStyle =
  'title' | 'subtitle' | 'label' | 'figure' | 'heading' | 'head' | 'headRight' | 'faint' | 'plain';

export interface Look {
  readonly bold?: boolean;
  /** Points. */
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly fill?: string;
  readonly horizontal?: 'left' | 'right';
  /** Points; of the whole row. */
  readonly rowHeight?: number;
}

/** The same looks in a file and in a live workbook. */
export const looks: Readonly<Record<CellStyle, Look>> = {
  title: { bold: true, fontSize: 20, fontColor: '#0F6CBD', rowHeight: 30 },
  subtitle: { fontColor: '#616161' },
  label: { fontColor: '#616161', fill: '#F5F9FD' },
  figure: { bold: true, fontSize: 18, fontColor: '#242424', fill: '#F5F9FD', horizontal: 'left', rowHeight: 28 },
  heading: { bold: true, fontSize: 13, fontColor: '#0F6CBD', rowHeight: 22 },
  head: { bold: true, fontColor: '#424242', fill: '#EBF3FC' },
  headRight: { bold: true, fontColor: '#424242', fill: '#EBF3FC', horizontal: 'right' },
  faint: { fontColor: '#BDBDBD', horizontal: 'right' },
  plain: {},
};

/** One cell of the dashboard: a text, or a native formula with the view path that gives its cached value in a file. */
export interface DashboardCell {
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  readonly style: CellStyle;
  readonly format?: string;
  readonly text?: string;
  /** Template text without `=`. */
  readonly formula?: string;
  readonly view?: string;
}

export interface DashboardChart {
  readonly name: string;
  readonly kind: 'funnel' | 'columnClustered';
  readonly title: string;
  /** A1 ranges on the dashboard sheet, header excluded. */
  readonly categories: string;
  readonly values: string;
  readonly spacer?: string;
  readonly seriesName: string;
  readonly anchor: {
    readonly fromRow: number;
    readonly fromColumn: number;
    readonly toRow: number;
    readonly toColumn: number;
  };
}

interface BlockColumn {
  readonly id: string;
  readonly caption: Text;
  readonly formula: string;
  readonly view: string;
  readonly format?: string;
}

interface Block {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly title: Text;
  readonly columns: readonly BlockColumn[];
}

const blocks = dashboard.blocks as unknown as Block[];

export const columnLetter = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetter(Math.floor(column / 26) - 1) + columnLetter(column % 26);

/** Every cell of the dashboard in this language. */
export function dashboardCells(language: Language): DashboardCell[] {
  return [
    { row: 0, column: 1, style: 'title', text: dashboard.title[language] },
    { row: 1, column: 1, style: 'subtitle', text: dashboard.subtitle[language] },
    ...kpiCells(language),
    ...blocks.flatMap((block) => blockCells(block, language)),
  ];
}

function kpiCells(language: Language): DashboardCell[] {
  const { row, column, perRow, items } = dashboard.kpis;
  return items.flatMap((item, index): DashboardCell[] => {
    const at = { row: row - 1 + Math.floor(index / perRow) * 3, column: column + (index % perRow) };
    return [
      { ...at, style: 'label', text: item.label[language] },
      { ...at, row: at.row + 1, style: 'figure', formula: item.formula, view: item.view, format: item.format },
    ];
  });
}

function blockCells(block: Block, language: Language): DashboardCell[] {
  const top = block.row - 1;
  return [
    { row: top - 1, column: block.column, style: 'heading', text: block.title[language] },
    ...block.columns.flatMap((column, offset): DashboardCell[] => [
      { row: top, column: block.column + offset, style: headStyle(column), text: column.caption[language] },
      ...Array.from({ length: block.count }, (_, index): DashboardCell => ({
        row: top + 1 + index,
        column: block.column + offset,
        style: 'plain',
        format: column.format,
        formula: expand(column.formula, block, index),
        view: column.view.replace('#', String(index)),
      })),
    ]),
  ];
}

/** Captions stand over their figures; helper columns of a chart stay in the background. */
const headStyle = ({ format }: BlockColumn): CellStyle =>
  format === hiddenFormat ? 'faint' : format ? 'headRight' : 'head';

/** Shows nothing: for cells that only a chart reads. */
const hiddenFormat = ';;;';

/** `#` = number of the row in the block, `@column` = that column's range, `@column#` = its cell in this row. */
function expand(formula: string, block: Block, index: number): string {
  return formula
    .replace(/@([a-zA-Z]+)(#?)/g, (_, id: string, own: string) => {
      const range = blockRange(block, id);
      return own ? `${columnLetter(columnOf(block, id))}${block.row + 1 + index}` : range;
    })
    .replaceAll('#', String(index + 1));
}

const columnOf = (block: Block, id: string) => block.column + block.columns.findIndex((column) => column.id === id);

function blockRange(block: Block, id: string): string {
  const letter = columnLetter(columnOf(block, id));
  return `$${letter}$${block.row + 1}:$${letter}$${block.row + block.count}`;
}

/** The charts of the dashboard, each on a range of formulas so that it stays linked to the data. */
export function dashboardCharts(language: Language): DashboardChart[] {
  return dashboard.charts.map((chart) => {
    const block = blocks.find((candidate) => candidate.id === chart.block)!;
    const values = block.columns.find((column) => column.id === chart.values)!;
    return {
      name: chart.name,
      kind: chart.kind as DashboardChart['kind'],
      title: chart.title[language],
      categories: blockRange(block, chart.category),
      values: blockRange(block, chart.values),
      spacer: chart.spacer ? blockRange(block, chart.spacer) : undefined,
      seriesName: values.caption[language],
      anchor: chart.anchor,
    };
  });
}
