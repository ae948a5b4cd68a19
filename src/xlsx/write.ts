import type { Book, BookSheet } from './book';
import { PackageBuilder } from './package/builder';
import { addDrawing, newDrawingState, type DrawingState } from './write/drawing';
import { addApplication, addMetadata, addProperties, addWebExtension } from './write/extras';
import { checkBook } from './write/limits';
import { SharedStrings } from './write/sharedStrings';
import { checkActive, sheetXml } from './write/sheet';
import { StyleTable } from './write/styles';
import { tableXml } from './write/table';
import { themeXml } from './write/theme';
import { workbookXml } from './write/workbook';

const workbook = 'xl/workbook.xml';

/** What is numbered or collected through the whole book while its sheets are written. */
interface BookState {
  readonly builder: PackageBuilder;
  readonly styles: StyleTable;
  readonly strings: SharedStrings;
  readonly drawings: DrawingState;
  tables: number;
  dynamicArrays: boolean;
}

/**
 * Writes a book as a new .xlsx file: cells with cached values, styles, tables with calculated columns, names,
 * validations, conditional formats, charts, properties. The same book always gives the same bytes.
 * @throws CrmError with the place (`sheet`, `cell` ...) for what Excel would refuse or repair: `textTooLong`,
 * `formulaTooLong`, `badNumber`, `badSheetName`, `duplicateSheetName`, `badTableRange`, `validationTooLong` ...
 */
export async function writeBook(book: Book): Promise<Uint8Array> {
  checkBook(book);
  checkActive(book.sheets, book.activeSheet);
  const state: BookState = {
    builder: new PackageBuilder(),
    styles: new StyleTable(),
    strings: new SharedStrings(),
    drawings: newDrawingState(),
    tables: 0,
    dynamicArrays: false,
  };
  const sheetIds = book.sheets.map((sheet, index) => addSheet(state, sheet, index, index === book.activeSheet));
  addWorkbook(state, book, sheetIds);
  return state.builder.close();
}

function addSheet(state: BookState, sheet: BookSheet, index: number, active: boolean): string {
  const { builder, styles, strings } = state;
  const path = `xl/worksheets/sheet${index + 1}.xml`;
  const tableIds = sheet.tables.map((table) => {
    const tablePath = `xl/tables/table${++state.tables}.xml`;
    builder.add(tablePath, 'table', tableXml(table, sheet));
    return builder.relate(path, tablePath, 'table');
  });
  const drawingId =
    sheet.charts.length === 0
      ? undefined
      : builder.relate(path, addDrawing(builder, sheet.charts, state.drawings), 'drawing');
  const onDynamicArray = (): void => {
    state.dynamicArrays = true;
  };
  builder.add(path, 'worksheet', sheetXml(sheet, { styles, strings, onDynamicArray, active, tableIds, drawingId }));
  return builder.relate(workbook, path, 'worksheet');
}

function addWorkbook(
  { builder, styles, strings, drawings, dynamicArrays }: BookState,
  book: Book,
  sheetIds: string[],
): void {
  builder.addRoot(workbook, 'workbook', workbookXml(book, sheetIds, drawings.names));
  addRelated(builder, 'xl/theme/theme1.xml', 'theme', themeXml());
  addRelated(builder, 'xl/styles.xml', 'styles', styles.toXml());
  if (strings.size > 0) addRelated(builder, 'xl/sharedStrings.xml', 'sharedStrings', strings.toXml());
  if (dynamicArrays) addMetadata(builder, workbook);
  addApplication(builder);
  addProperties(builder, book.properties);
  addWebExtension(builder, book.openPane);
}

function addRelated(
  builder: PackageBuilder,
  path: string,
  kind: 'theme' | 'styles' | 'sharedStrings',
  xml: string,
): void {
  builder.add(path, kind, xml);
  builder.relate(workbook, path, kind);
}
