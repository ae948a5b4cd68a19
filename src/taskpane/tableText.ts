/** Starts that a spreadsheet would compute when the text is pasted. */
const computes = /^[=+\-@]/;

/** Rows as text that pastes into cells: tabs between columns, nothing that would be read as a formula. */
export const tableText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(plainCell).join('\t')).join('\n');

function plainCell(cell: string): string {
  const line = cell.replace(/[\t\r\n]+/g, ' ');
  return computes.test(line) ? `'${line}` : line;
}
