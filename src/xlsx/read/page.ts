import type { BookPage } from '../book';
import { decodeText } from '../package/text';
import { child, descend, flag, type XmlNode } from '../package/xml';

const sides = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;

const standardMargins = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** How a worksheet prints; undefined when it says nothing of its own. */
export function readPage(worksheet: XmlNode): BookPage | undefined {
  const setup = child(worksheet, 'pageSetup')?.attributes ?? {};
  const options = child(worksheet, 'printOptions')?.attributes ?? {};
  const headerFooter = child(worksheet, 'headerFooter');
  const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
  const on = (text: string | undefined): true | undefined => (flag(text) ? true : undefined);
  const scale = number(setup['scale']);
  const said: BookPage = {
    landscape: setup['orientation'] === 'landscape' || undefined,
    fitToWidth: on(descend(worksheet, 'sheetPr', 'pageSetUpPr')?.attributes['fitToPage']),
    paperSize: number(setup['paperSize']),
    scale: scale === 100 ? undefined : scale,
    margins: margins(child(worksheet, 'pageMargins')),
    centerHorizontally: on(options['horizontalCentered']),
    centerVertically: on(options['verticalCentered']),
    gridlines: on(options['gridLines']),
    headings: on(options['headings']),
    blackAndWhite: on(setup['blackAndWhite']),
    draft: on(setup['draft']),
    overThenDown: setup['pageOrder'] === 'overThenDown' || undefined,
    firstPageNumber: flag(setup['useFirstPageNumber']) ? number(setup['firstPageNumber']) : undefined,
    header: text(child(headerFooter, 'oddHeader')),
    footer: text(child(headerFooter, 'oddFooter')),
  };
  const entries = Object.entries(said).filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as BookPage);
}

const text = (node: XmlNode | undefined): string | undefined => (node?.text ? decodeText(node.text) : undefined);

function margins(node: XmlNode | undefined): BookPage['margins'] {
  if (!node) return undefined;
  const found = Object.fromEntries(
    sides.map((side) => [side, Number(node.attributes[side] ?? standardMargins[side])]),
  ) as NonNullable<BookPage['margins']>;
  return sides.every((side) => found[side] === standardMargins[side]) ? undefined : found;
}
