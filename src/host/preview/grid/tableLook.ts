import { contains, type Area } from '../../store/address';
import type { CellBorder, StylePatch } from '../../store/style';
import type { Table } from '../../store/table';

/** A colour of the theme as table styles use it: itself, 25 % darker, 60 % and 80 % lighter. */
interface Palette {
  readonly strong: string;
  readonly deep: string;
  readonly soft: string;
  readonly tint: string;
}

const palette = (strong: string, deep: string, soft: string, tint: string): Palette => ({ strong, deep, soft, tint });

/** Text colour and accent colours 1-6 of the Office theme that new workbooks are written with. */
const PALETTES: readonly Palette[] = [
  palette('#000000', '#000000', '#A6A6A6', '#D9D9D9'),
  palette('#4F81BD', '#366092', '#B8CCE4', '#DCE6F1'),
  palette('#C0504D', '#963634', '#E6B8B7', '#F2DCDB'),
  palette('#9BBB59', '#76933C', '#D8E4BC', '#EBF1DE'),
  palette('#8064A2', '#60497A', '#CCC0DA', '#E4DFEC'),
  palette('#4BACC6', '#31869B', '#B7DEE8', '#DAEEF3'),
  palette('#F79646', '#E26B0A', '#FCD5B4', '#FDE9D9'),
];

const WHITE = '#FFFFFF';

interface TableLook {
  readonly header: StylePatch;
  readonly band: StylePatch;
  readonly plain: StylePatch;
  readonly totals: StylePatch;
}

type Family = (colors: Palette) => TableLook;

const line = (color: string, style = 'Continuous'): CellBorder => ({ style, color });
const box = (side: CellBorder) => ({ EdgeTop: side, EdgeBottom: side, EdgeLeft: side, EdgeRight: side });
const captions = (fill: string): StylePatch => ({ fill, fontColor: WHITE, bold: true });
const sum = (color: string): StylePatch => ({ bold: true, borders: { EdgeTop: line(color, 'Double') } });

/** Coloured text between two lines. */
const ruled: Family = ({ strong, deep, tint }) => {
  const ends = { bold: true, fontColor: deep, borders: { EdgeTop: line(strong), EdgeBottom: line(strong) } };
  return { header: ends, band: { fontColor: deep, fill: tint }, plain: { fontColor: deep }, totals: ends };
};

const lined: Family = ({ strong }) => {
  const row = { borders: { EdgeTop: line(strong), EdgeBottom: line(strong) } };
  return { header: captions(strong), band: row, plain: row, totals: sum(strong) };
};

const boxed: Family = ({ strong, tint }) => {
  const borders = box(line(strong));
  const header = { bold: true, borders: { ...borders, EdgeBottom: { ...line(strong), weight: 'Medium' } } };
  const totals = { bold: true, borders: { ...borders, EdgeTop: line(strong, 'Double') } };
  return { header, band: { borders, fill: tint }, plain: { borders }, totals };
};

const banded: Family = ({ strong, tint }) => ({
  header: captions(strong),
  band: { fill: tint },
  plain: { borders: { EdgeBottom: line(tint) } },
  totals: sum(strong),
});

const tiled: Family = ({ strong, soft, tint }) => {
  const borders = box(line(WHITE));
  const ends = { ...captions(strong), borders };
  return { header: ends, band: { fill: soft, borders }, plain: { fill: tint, borders }, totals: ends };
};

const grey: Family = ({ strong }) => ({
  header: captions(strong),
  band: { fill: '#D9D9D9' },
  plain: {},
  totals: sum('#000000'),
});

const pale: Family = ({ strong, soft, tint }) => {
  const borders = box(line(soft));
  const ends = { bold: true, fill: tint, borders };
  const totals = { ...ends, borders: { ...borders, EdgeTop: line(strong) } };
  return { header: ends, band: { fill: soft, borders }, plain: { fill: tint, borders }, totals };
};

const dark: Family = ({ strong, deep }) => ({
  header: captions('#000000'),
  band: { fill: deep, fontColor: WHITE },
  plain: { fill: strong, fontColor: WHITE },
  totals: captions(deep),
});

const framed: Family = ({ deep, soft, tint }) => ({
  header: captions(deep),
  band: { fill: soft },
  plain: { fill: tint },
  totals: sum(deep),
});

/** The built-in styles come in rows of seven, one for each palette. */
const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  Light: [ruled, lined, boxed],
  Medium: [banded, tiled, grey, pale],
  Dark: [dark, framed],
};

const looks = new Map<string, TableLook>();

function lookOf(styleName: string): TableLook {
  const known = looks.get(styleName);
  if (known) return known;
  const look = makeLook(styleName);
  looks.set(styleName, look);
  return look;
}

/** A style of the person's own looks like the usual one. */
function makeLook(styleName: string): TableLook {
  const [, shade = 'Medium', digits = '2'] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(styleName) ?? [];
  const index = Number(digits) - 1;
  const family = FAMILIES[shade]![Math.floor(index / PALETTES.length)] ?? banded;
  return family(PALETTES[index % PALETTES.length] ?? PALETTES[1]!);
}

const inside = (area: Area | null, row: number, column: number): boolean =>
  area !== null && contains(area, row, column);

/** What a table's style gives to one of its cells; the cell's own format lies over it. */
export function tableStyle(table: Table, row: number, column: number): StylePatch | undefined {
  if (!table.style) return undefined;
  const look = lookOf(table.style);
  if (inside(table.header, row, column)) return look.header;
  if (inside(table.totals, row, column)) return look.totals;
  if (!table.showBandedRows) return look.plain;
  return (row - table.bodyTop) % 2 === 0 ? look.band : look.plain;
}
