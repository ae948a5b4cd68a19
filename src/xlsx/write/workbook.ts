import type { Book, BookName } from '../book';
import { namespaces } from '../package/names';
import { addPrefixes } from '../package/prefixes';
import { element, textElement, xmlHeader } from '../package/xml';
import { CrmError } from '../../shared/errors';

/** `xl/workbook.xml`. `hiddenNames` are those that charts need; `sheetIds` are the relationships of the sheets. */
export function workbookXml(book: Book, sheetIds: readonly string[], hiddenNames: readonly BookName[]): string {
  return (
    xmlHeader +
    element(
      'workbook',
      { xmlns: namespaces.main, 'xmlns:r': namespaces.relationships },
      element('workbookPr', { date1904: book.date1904 || undefined, defaultThemeVersion: 124226 }),
      element('bookViews', {}, element('workbookView', { activeTab: book.activeSheet || undefined })),
      element(
        'sheets',
        {},
        ...book.sheets.map(({ name, visibility }, index) => sheetXml(name, visibility, index, sheetIds)),
      ),
      namesXml(book, hiddenNames),
      // Cached values are exact, but only a calculation makes Excel draw TODAY-dependent cells of today.
      element('calcPr', { calcId: 191029, fullCalcOnLoad: 1 }),
    )
  );
}

const sheetXml = (name: string, visibility: string, index: number, ids: readonly string[]): string =>
  element('sheet', {
    name,
    sheetId: index + 1,
    state: visibility === 'visible' ? undefined : visibility,
    'r:id': ids[index],
  });

function namesXml(book: Book, hiddenNames: readonly BookName[]): string {
  const items = [...hiddenNames, ...book.names].map((name) => nameXml(book, name));
  return items.length === 0 ? '' : element('definedNames', {}, ...items);
}

function nameXml(book: Book, { name, formula, sheet, hidden, comment }: BookName): string {
  const localSheetId = sheet === undefined ? undefined : book.sheets.findIndex((candidate) => candidate.name === sheet);
  if (localSheetId === -1) throw new CrmError('unknownSheet', { name, sheet: sheet! });
  return textElement('definedName', addPrefixes(formula), { name, comment, localSheetId, hidden: hidden || undefined });
}
