import type { BookLink, BookSheet } from '../../xlsx/book';
import { columnName, forEachCell, parseAddress } from '../store/address';
import type { Sheet } from '../store/sheet';

/** Puts a file's links on their cells, as `Excel.RangeHyperlink`. */
export function loadLinks(sheet: Sheet, links: readonly BookLink[]): void {
  for (const { range, address, location, tip } of links) {
    const area = parseAddress(range)?.area;
    if (!area || area.rows * area.columns > MOST_CELLS) continue;
    const link = {
      ...(address !== undefined && { address: location === undefined ? address : `${address}#${location}` }),
      ...(address === undefined && location !== undefined && { documentReference: location }),
      ...(tip !== undefined && { screenTip: tip }),
    };
    forEachCell(area, (row, column) => (sheet.grid.ensure(row, column).hyperlink = link));
  }
}

/** A link on more cells than this is no link that a person made. */
const MOST_CELLS = 10_000;

export function saveLinks(sheet: Sheet): Pick<BookSheet, 'links'> {
  const links: BookLink[] = [];
  sheet.grid.forEach((row, column, { hyperlink }) => {
    if (!hyperlink) return;
    const { address, documentReference, screenTip } = hyperlink;
    links.push({
      range: columnName(column) + (row + 1),
      ...(address !== undefined && { address }),
      ...(documentReference !== undefined && { location: documentReference }),
      ...(screenTip !== undefined && { tip: screenTip }),
    });
  });
  return links.length > 0 ? { links } : {};
}
