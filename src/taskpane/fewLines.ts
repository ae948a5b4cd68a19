/** A cell may hold 32 thousand characters: the sheet shows them, the pane their beginning, never half a line. */
export const fewLines = (lines: number) =>
  ({
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: lines,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  }) as const;
