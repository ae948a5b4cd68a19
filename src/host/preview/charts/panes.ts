import { leftOf, topOf } from '../../edit/format';
import type { Sheet } from '../../store/sheet';
import { frozenLines, pixels } from '../grid/frame';

/** Pixels from a window's upper left corner. */
export interface Offset {
  readonly left: number;
  readonly top: number;
}

/** Part of a sheet's window along one axis: where it begins on the screen, how long it is, and what it begins with. */
export interface Stretch {
  readonly start: number;
  /** Infinity = up to the window's edge. */
  readonly size: number;
  /** The sheet's pixel at its beginning. */
  readonly shows: number;
}

/** A part of the window that is clipped and scrolled by itself. */
export interface ChartPane {
  readonly across: Stretch;
  readonly down: Stretch;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The parts that frozen rows and columns divide the window into: four, two, or the whole. `frozen` is their size on the
 * screen: higher than in the workbook where the grid made room for wrapped captions.
 */
export function panesOf(sheet: Sheet, scroll: Offset, frozen: Offset): ChartPane[] {
  const { rows, columns } = frozenLines(sheet);
  const across = stretches(pixels(leftOf(sheet, columns)), frozen.left, scroll.left);
  const down = stretches(pixels(topOf(sheet, rows)), frozen.top, scroll.top);
  return down.flatMap((vertical) => across.map((horizontal) => ({ across: horizontal, down: vertical })));
}

const stretches = (size: number, start: number, scrolled: number): Stretch[] => [
  ...(size > 0 ? [{ start: 0, size, shows: 0 }] : []),
  { start, size: Infinity, shows: size + scrolled },
];

/** Whether anything of a box, in pixels of the sheet, can be seen in a pane. */
export const reaches = ({ across, down }: ChartPane, { left, top, width, height }: Box): boolean =>
  meets(across, left, width) && meets(down, top, height);

const meets = ({ shows, size }: Stretch, from: number, length: number): boolean =>
  from < shows + size && from + length > shows;
