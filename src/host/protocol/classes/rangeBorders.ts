import { restyle } from '../../edit/format';
import { type Area, lastColumn, lastRow } from '../../store/address';
import { type BorderSide, type CellBorder, patchStyle, type StylePatch, styleValue } from '../../store/style';
import { color } from '../color';
import { number, oneOf } from '../convert';
import { defineClass, object } from '../hostClass';
import type { FormatTarget } from './rangeFormat';

const SIDES: readonly BorderSide[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

export const BORDER_STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
export const BORDER_WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

export interface BorderTarget extends FormatTarget {
  side: BorderSide;
}

/** The borders of a cell that a side of the whole area means. */
function sidesAt(side: BorderSide, area: Area, row: number, column: number): BorderSide[] {
  switch (side) {
    case 'EdgeTop':
      return row === area.row ? ['EdgeTop'] : [];
    case 'EdgeBottom':
      return row === lastRow(area) ? ['EdgeBottom'] : [];
    case 'EdgeLeft':
      return column === area.column ? ['EdgeLeft'] : [];
    case 'EdgeRight':
      return column === lastColumn(area) ? ['EdgeRight'] : [];
    case 'InsideHorizontal':
      return [...(row > area.row ? ['EdgeTop' as const] : []), ...(row < lastRow(area) ? ['EdgeBottom' as const] : [])];
    case 'InsideVertical':
      return [
        ...(column > area.column ? ['EdgeLeft' as const] : []),
        ...(column < lastColumn(area) ? ['EdgeRight' as const] : []),
      ];
    default:
      return [side];
  }
}

/** Changes one side of an area's borders. */
export function changeBorder(
  { sheet, areas, side }: BorderTarget,
  patch: Partial<CellBorder>,
  call: Parameters<typeof restyle>[0],
): void {
  for (const area of areas) {
    restyle(call, sheet, area, (style, row, column) => {
      const borders: Partial<Record<BorderSide, CellBorder>> = { ...styleValue(style, 'borders') };
      for (const key of sidesAt(side, area, row, column))
        borders[key] = { style: 'Continuous', ...borders[key], ...patch };
      return patchStyle(style, { borders });
    });
  }
}

/** The border at the place of the area where the side is first drawn. */
export function readBorder({ sheet, areas, side }: BorderTarget): CellBorder | undefined {
  const area = areas[0] as Area;
  const row = side === 'EdgeBottom' ? lastRow(area) : area.row;
  const column = side === 'EdgeRight' ? lastColumn(area) : area.column;
  const style: StylePatch | undefined = sheet.style(row, column);
  const borders = styleValue(style, 'borders');
  if (side === 'InsideHorizontal') return area.rows > 1 ? borders.EdgeBottom : undefined;
  if (side === 'InsideVertical') return area.columns > 1 ? borders.EdgeRight : undefined;
  return borders[side];
}

export const rangeBorderClass = defineClass<BorderTarget>({
  identity: ({ side }) => side,
  identityKey: '_Id',
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (target) => readBorder(target)?.style ?? 'None',
      set: (target, value, { workbook }) => changeBorder(target, { style: oneOf(value, BORDER_STYLES) }, workbook),
    },
    Weight: {
      get: (target) => readBorder(target)?.weight ?? 'Thin',
      set: (target, value, { workbook }) => changeBorder(target, { weight: oneOf(value, BORDER_WEIGHTS) }, workbook),
    },
    Color: {
      get: (target) => readBorder(target)?.color ?? '#000000',
      set: (target, value, { workbook }) => changeBorder(target, { color: color(value) }, workbook),
    },
    TintAndShade: { get: () => 0, set: (_target, value) => void number(value) },
  },
});

export const rangeBorderCollectionClass = defineClass<FormatTarget>({
  properties: { TintAndShade: { get: () => 0, set: (_target, value) => void number(value) } },
  items: (target) => SIDES.map((side) => object('RangeBorder', { ...target, side })),
  item: (target, key) => object('RangeBorder', { ...target, side: oneOf(key, SIDES) }),
});
