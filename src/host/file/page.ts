import type { BookName, BookPage } from '../../xlsx/book';
import { type Area, formatAbsolute, parseAddress, quoteSheet, splitAddresses } from '../store/address';
import { type Bag, childBag } from '../store/bag';
import type { Sheet } from '../store/sheet';

const INCH = 72;

/** `Excel.PaperType` by the file's numbers, the common ones. */
const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  LetterSmall: 2,
  Tabloid: 3,
  Ledger: 4,
  Legal: 5,
  Statement: 6,
  Executive: 7,
  A3: 8,
  A4: 9,
  A4Small: 10,
  A5: 11,
  B4: 12,
  B5: 13,
  Folio: 14,
  Quatro: 15,
};

/** Properties of the same meaning: the API's name, the file's, and the value that says nothing. */
const FLAGS: readonly (readonly [member: string, field: keyof BookPage])[] = [
  ['CenterHorizontally', 'centerHorizontally'],
  ['CenterVertically', 'centerVertically'],
  ['PrintGridlines', 'gridlines'],
  ['PrintHeadings', 'headings'],
  ['BlackAndWhite', 'blackAndWhite'],
  ['DraftMode', 'draft'],
];

const MARGINS = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;
type Margin = (typeof MARGINS)[number];
const STANDARD: Readonly<Record<Margin, number>> = {
  left: 0.7,
  right: 0.7,
  top: 0.75,
  bottom: 0.75,
  header: 0.3,
  footer: 0.3,
};

const memberOf = (margin: Margin): string => `${margin.charAt(0).toUpperCase()}${margin.slice(1)}Margin`;

/** A file's page setup as the page layout object keeps it. */
export function loadPage({ values, children }: Bag, page: BookPage): void {
  for (const [member, field] of FLAGS) if (page[field]) values[member] = true;
  if (page.landscape) values.Orientation = 'Landscape';
  if (page.overThenDown) values.PrintOrder = 'OverThenDown';
  const paper = Object.keys(PAPERS).find((name) => PAPERS[name] === page.paperSize);
  if (paper) values.PaperSize = paper;
  if (page.fitToWidth) values.Zoom = { horizontalFitToPages: 1 };
  else if (page.scale !== undefined) values.Zoom = { scale: page.scale };
  if (page.firstPageNumber !== undefined) values.FirstPageNumber = page.firstPageNumber;
  for (const margin of MARGINS)
    if (page.margins) values[memberOf(margin)] = Math.round(page.margins[margin] * INCH * 100) / 100;
  const texts = childBag(childBag({ values, children }, 'HeadersFooters'), 'DefaultForAllPages').values;
  Object.assign(texts, loadSections(page.header, 'Header'), loadSections(page.footer, 'Footer'));
}

/** The page setup for a file; undefined when nothing was set. */
export function savePage(bag: Bag): BookPage | undefined {
  const { values } = bag;
  const zoom = (values.Zoom ?? {}) as { scale?: number; horizontalFitToPages?: number };
  const texts = childBag(childBag(bag, 'HeadersFooters'), 'DefaultForAllPages').values;
  const first = Number(values.FirstPageNumber ?? '');
  const page: BookPage = {
    ...Object.fromEntries(FLAGS.flatMap(([member, field]) => (values[member] === true ? [[field, true]] : []))),
    ...(values.Orientation === 'Landscape' && { landscape: true }),
    ...(values.PrintOrder === 'OverThenDown' && { overThenDown: true }),
    ...(zoom.horizontalFitToPages ? { fitToWidth: true } : zoom.scale && zoom.scale !== 100 && { scale: zoom.scale }),
    ...(typeof values.PaperSize === 'string' && PAPERS[values.PaperSize] && { paperSize: PAPERS[values.PaperSize] }),
    ...(values.FirstPageNumber !== '' && first > 0 && { firstPageNumber: first }),
    ...(MARGINS.some((margin) => memberOf(margin) in values) && { margins: saveMargins(values) }),
    ...saveSections(texts, 'Header', 'header'),
    ...saveSections(texts, 'Footer', 'footer'),
  };
  return Object.keys(page).length === 0 ? undefined : page;
}

function saveMargins(values: Bag['values']): BookPage['margins'] {
  const inches = (margin: Margin): number => {
    const points = values[memberOf(margin)];
    return typeof points === 'number' ? Math.round((points / INCH) * 10_000) / 10_000 : STANDARD[margin];
  };
  return Object.fromEntries(MARGINS.map((margin) => [margin, inches(margin)])) as BookPage['margins'];
}

const SECTIONS = { Left: 'L', Center: 'C', Right: 'R' } as const;

/** `&LLeft&CPage &P` -> the three parts of a header; text before the first mark stands in the middle. */
function loadSections(text: string | undefined, kind: 'Header' | 'Footer'): Record<string, string> {
  const pieces = (text ?? '').split(/&([LCR])/);
  const found: Record<string, string> = pieces[0] ? { [`Center${kind}`]: pieces[0] } : {};
  for (let at = 1; at < pieces.length; at += 2) {
    const section = Object.entries(SECTIONS).find(([, mark]) => mark === pieces[at])?.[0];
    if (section && pieces[at + 1]) found[`${section}${kind}`] = pieces[at + 1] as string;
  }
  return found;
}

function saveSections(
  values: Bag['values'],
  kind: 'Header' | 'Footer',
  field: 'header' | 'footer',
): Pick<BookPage, 'header' | 'footer'> {
  const pieces = Object.entries(SECTIONS).flatMap(([section, mark]) => {
    const text = values[`${section}${kind}`];
    return typeof text === 'string' && text !== '' ? [`&${mark}${text}`] : [];
  });
  return pieces.length > 0 ? { [field]: pieces.join('') } : {};
}

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';

/** What prints, which a file keeps as a sheet's names; false when the name is another one or means no cells. */
export function loadPrintName(sheet: Sheet, name: string, formula: string): boolean {
  if (name !== PRINT_AREA && name !== PRINT_TITLES) return false;
  const areas = splitAddresses(formula).map((text) => parseAddress(text)?.area);
  if (areas.length === 0 || !areas.every((area): area is Area => area !== null && area !== undefined)) return false;
  const { values } = sheet.pageLayout;
  if (name === PRINT_AREA) values['print.area'] = areas;
  else
    for (const area of areas)
      values[area.column === 0 && area.columns > 1000 ? 'print.rows' : 'print.columns'] = [area];
  return true;
}

export function savePrintNames(sheet: Sheet): BookName[] {
  const { values } = sheet.pageLayout;
  const areas = (...keys: string[]): Area[] => keys.flatMap((key) => (values[key] ?? []) as Area[]);
  const formula = (list: Area[]): string =>
    list.map((area) => `${quoteSheet(sheet.name)}!${formatAbsolute(area)}`).join(',');
  return [
    { name: PRINT_AREA, areas: areas('print.area') },
    { name: PRINT_TITLES, areas: areas('print.columns', 'print.rows') },
  ].flatMap(({ name, areas: list }) => (list.length > 0 ? [{ name, formula: formula(list), sheet: sheet.name }] : []));
}
