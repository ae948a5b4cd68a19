/** A text literal, or the opening of a reference to this row with the character before it. */
const parts = /"(?:[^"]|"")*"|([\p{L}\p{N}_.\\])?\[@/gu;

/**
 * Writes the table's name before `[@...]`: below its last row, where new records are written, Excel does not know yet
 * which table a short reference means.
 */
export const qualified = (formula: string, table: string): string =>
  formula.replace(parts, (found: string, before: string | undefined) => {
    if (!found.endsWith('[@') || before) return found;
    return `${table}[@`;
  });
