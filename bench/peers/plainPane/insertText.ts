/** Writes a text into the cell above and left of the selection's other cells. */
export const insertText = (text: string): Promise<void> =>
  Excel.run(async (context) => {
    const cell = context.workbook.getSelectedRange().getCell(0, 0);
    cell.values = [[text]];
    cell.format.autofitColumns();
    await context.sync();
  });
