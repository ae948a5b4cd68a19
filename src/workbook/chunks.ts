/** Sizes that keep every request and response far under Excel's 5 MB. */
export const blockRows = 5_000;
export const blockBytes = 1_500_000;
/** What one sync may bring back by estimate. */
export const responseBytes = 3_000_000;
/** A cell in a response: number, label or short text with its quotes and comma. */
const bytesPerCell = 24;

/** Rows `from` up to `from + count` of something, 0-based. */
export interface Span {
  readonly from: number;
  readonly count: number;
}

/** Splits rows into spans of at most {@link blockRows} rows and {@link blockBytes} of JSON; a single row may exceed it. */
export function writeSpans(rows: readonly (readonly unknown[])[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  let bytes = 0;
  rows.forEach((row, index) => {
    const size = JSON.stringify(row).length;
    if (index > from && (index - from >= blockRows || bytes + size > blockBytes)) {
      spans.push({ from, count: index - from });
      from = index;
      bytes = 0;
    }
    bytes += size;
  });
  return rows.length > from ? [...spans, { from, count: rows.length - from }] : spans;
}

/** Something to read, before anybody knows how long its texts are. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export interface ReadPiece extends Span {
  /** Index of the extent that the piece is of. */
  readonly extent: number;
}

/** Groups the pieces of several extents so that each group fits one response by estimate. */
export function readGroups(extents: readonly Extent[], budget = responseBytes): ReadPiece[][] {
  const groups: ReadPiece[][] = [];
  let room = 0;
  for (const piece of extents.flatMap((extent, index) => piecesOf(extent, index, budget))) {
    const size = piece.count * extents[piece.extent]!.columns * bytesPerCell;
    if (!groups.length || size > room) {
      groups.push([]);
      room = budget;
    }
    groups.at(-1)!.push(piece);
    room -= size;
  }
  return groups;
}

function piecesOf({ rows, columns }: Extent, extent: number, budget: number): ReadPiece[] {
  const size = Math.max(1, Math.min(blockRows, Math.floor(budget / (columns * bytesPerCell))));
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => {
    const from = index * size;
    return { extent, from, count: Math.min(size, rows - from) };
  });
}
