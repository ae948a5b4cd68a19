import { contains, type Area } from '../../store/address';
import type { StylePatch } from '../../store/style';
import type { Table } from '../../store/table';

/** Accent colours 1-6 of the Office theme that new workbooks are written with, and a light tint of each for bands. */
const ACCENTS: readonly (readonly [string, string])[] = [
  ['#4F81BD', '#DCE6F1'],
  ['#C0504D', '#F2DCDB'],
  ['#9BBB59', '#EBF1DE'],
  ['#8064A2', '#E4DFEC'],
  ['#4BACC6', '#DAEEF3'],
  ['#F79646', '#FDE9D9'],
];
const NEUTRAL = ['#000000', '#D9D9D9'] as const;

interface TableLook {
  readonly header: StylePatch;
  readonly band: StylePatch;
  readonly plain: StylePatch;
  readonly totals: StylePatch;
}

const looks = new Map<string, TableLook>();

/** The built-in styles come in rows of seven: neutral, then the six accents. */
function lookOf(styleName: string): TableLook {
  const known = looks.get(styleName);
  if (known) return known;
  const number = Number(/\d+$/.exec(styleName)?.[0] ?? 2);
  const [strong, tint] = ACCENTS[((number - 1) % 7) - 1] ?? NEUTRAL;
  const line = { style: 'Continuous', color: tint };
  const look = {
    header: { fill: strong, fontColor: '#FFFFFF', bold: true },
    band: { fill: tint },
    plain: { borders: { EdgeBottom: line } },
    totals: { bold: true, borders: { EdgeTop: { style: 'Double', color: strong } } },
  };
  looks.set(styleName, look);
  return look;
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
