import type { Book, BookDocument } from '../../xlsx/book';
import type { Workbook } from '../store/workbook';

/** `Excel.DocumentProperties` by the file's words. */
const PROPERTIES: Readonly<Record<keyof BookDocument, string>> = {
  title: 'Title',
  subject: 'Subject',
  author: 'Author',
  keywords: 'Keywords',
  comments: 'Comments',
  category: 'Category',
  lastAuthor: 'LastAuthor',
  manager: 'Manager',
  company: 'Company',
  created: 'CreationDate',
};

const FIELDS = Object.entries(PROPERTIES) as [keyof BookDocument, string][];

/** What belongs to the workbook as a whole. */
export function loadDocument(workbook: Workbook, book: Book): void {
  workbook.date1904 = book.date1904;
  for (const [field, member] of FIELDS) {
    const value = book.document?.[field];
    if (value !== undefined) workbook.properties.values[member] = value;
  }
  for (const [key, value] of Object.entries(book.properties)) workbook.customProperties.set(key, value);
  for (const [key, value] of Object.entries(book.settings ?? {})) workbook.settings.set(key, value);
  if (book.openPane) {
    workbook.settings.set(OPEN_PANE, true);
    workbook.addin = book.openPane;
  }
  workbook.xmlParts = (book.xmlParts ?? []).map((part) => ({ ...part }));
  if (book.manualCalculation) workbook.calculationMode = 'Manual';
  if (book.structureLocked) workbook.protection = {};
}

/** The setting with which a pane opens with its document. */
const OPEN_PANE = 'Office.AutoShowTaskpaneWithDocument';

export function saveDocument(workbook: Workbook): Omit<Book, 'sheets' | 'names' | 'activeSheet'> {
  const { values } = workbook.properties;
  const said = FIELDS.flatMap(([field, member]) => {
    const text = values[member];
    return typeof text === 'string' && text !== '' ? [[field, text]] : [];
  });
  const scalars = [...workbook.customProperties].filter(([, value]) => isScalar(value));
  const { [OPEN_PANE]: opens, ...settings } = Object.fromEntries(workbook.settings);
  return {
    date1904: workbook.date1904,
    properties: Object.fromEntries(scalars) as Book['properties'],
    ...(said.length > 0 && { document: Object.fromEntries(said) as BookDocument }),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(opens === true && workbook.addin && { openPane: workbook.addin }),
    ...(workbook.xmlParts.length > 0 && { xmlParts: workbook.xmlParts.map((part) => ({ ...part })) }),
    ...(workbook.calculationMode === 'Manual' && { manualCalculation: true }),
    ...(workbook.protection && { structureLocked: true }),
  };
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
