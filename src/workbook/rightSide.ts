import type { Block } from '../template/adopt';
import { once } from './gateway';

const sheetRows = 1_048_576;
const sheetColumns = 16_384;

/** What stands right of a block, where a table that grows gets its columns. */
export interface RightSide {
  /** Sheet columns in which nothing stands, no chart either; null = all of them. */
  readonly freeColumns: number | null;
  /** A chart or picture that lies over the right end of the block: what is added or inserted there would stretch it. */
  readonly across: string | null;
}

/**
 * Queues the look at what stands right of a block, anywhere on the sheet: added columns are hidden as whole ones, and
 * charts are as wide as the columns below them. To be read after the sync.
 */
export function lookRight(sheet: Excel.Worksheet, { column, columns }: Block): () => RightSide {
  const right = column + columns;
  if (right >= sheetColumns) return () => ({ freeColumns: 0, across: null });
  const rest = once(sheet.getRangeByIndexes(0, right, sheetRows, sheetColumns - right));
  const used = rest.getUsedRangeOrNullObject(true).load('columnIndex');
  const edge = once(sheet.getRangeByIndexes(0, right, 1, 1)).load('left');
  const floating = [sheet.charts, sheet.shapes].map((kind) => kind.load('items/name,items/left,items/width'));
  return () => {
    const reaching = floating
      .flatMap(({ items }) => items as Floating[])
      .filter(({ left, width }) => left + width > edge.left);
    const across = reaching.find(({ left }) => left < edge.left)?.name ?? null;
    if (reaching.length) return { freeColumns: 0, across };
    return { freeColumns: used.isNullObject ? null : used.columnIndex - right, across };
  };
}

type Floating = Pick<Excel.Chart, 'name' | 'left' | 'width'>;
