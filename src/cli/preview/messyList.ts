import { type Language } from '../../template/types';
import { type Book, emptyBook, emptySheet, setCell, type BookStyle } from '../../xlsx/book';

type Content = string | number | null;

/**
 * A list as managers keep it before they have a CRM: a merged title, a note, headings of their own, blank rows, dates and
 * telephone numbers in every notation, somebody twice, a column without heading, a total.
 */
const lists: Readonly<Record<Language, (today: number) => readonly (readonly Content[])[]>> = {
  en: (today) => [
    ['Our customers', null, null, null, null, null, null],
    ['Helen keeps this list. Ask her before you sort it!', null, null, null, null, null, null],
    ['City', 'Company', 'Phone', 'Since', 'Tier', 'Favourite wine', null],
    ['Lyon', 'Aurora Components', '+33 4 72 00 11 22', today - 900, 'A', 'Fleurie', 'x'],
    ['Turin', 'Boreal Foods', '+39 011 55 66 77', today - 420, 'B', null, null],
    [null, null, null, null, null, null, null],
    ['Oslo', ' Cobalt  Shipping', 4722334455, today - 60, null, 'none', null],
    ['OSLO', 'Cobalt Shipping AS', '+47 22 33 44 55', today - 60, 'c', null, '?'],
    ['Ghent', 'Delta Printing', '00329 224 11 00', today - 1500, 'A', 'Chinon', null],
    ['Leeds', 'Ember & Sons', '0113 496 0100 ext. 4', 'spring 2021', 'B', null, 'x'],
    ['Graz', 'Falken Präzision', null, today - 33, 'B', null, null],
    [null, null, null, null, null, null, null],
    ['Porto', '=Gama', '+351 22 000 11 22', today - 700, 'A+', 'Vinho verde', null],
    ['Cork', 'Harbour Lights 🌊', '+353 21 000 1122', today - 12, null, null, null],
    ['Total', null, null, null, null, 5, null],
  ],
  'zh-CN': (today) => [
    ['我们的客户', null, null, null, null, null, null],
    ['本表由海伦维护，排序前请先告知！', null, null, null, null, null, null],
    ['城市', '公司名称', '联系电话', '建档日期', '等级', '爱好', null],
    ['上海', '远大机械', '021-55667788', today - 900, 'A', '围棋', '√'],
    ['北京', '新元软件', '010-88990011', today - 420, 'B', null, null],
    [null, null, null, null, null, null, null],
    ['广州', ' 南方航运', 2033445566, today - 60, null, '茶', null],
    ['广州市', '南方航运有限公司', '020-33445566', today - 60, 'c', null, '？'],
    ['成都', '德信印刷', '028 8611 0022', today - 1500, 'A', '川剧', null],
    ['杭州', '恒达贸易', '0571-8800 1100 转 4', '二〇二一年春', 'B', null, '√'],
    ['西安', '法尔肯精密', null, today - 33, 'B', null, null],
    [null, null, null, null, null, null, null],
    ['深圳', '=嘉美', '+86 755 2600 1122', today - 700, 'A+', '登山', null],
    ['青岛', '海港之光🌊', '0532-8000 1122', today - 12, null, null, null],
    ['合计', null, null, null, null, 5, null],
  ],
};

const names: Readonly<Record<Language, string>> = { en: 'Clients', 'zh-CN': '客户名单' };
/** In characters. */
const widths = [12, 24, 24, 14, 8, 16, 6];
const dateFormats: Readonly<Record<Language, string>> = { en: 'dd/mm/yyyy', 'zh-CN': 'yyyy/m/d' };
const title: BookStyle = { bold: true };
const heading: BookStyle = { bold: true, fill: '#FFE699' };

/** A workbook without a CRM whose list can be tried with "Use my existing sheet". */
export function messyBook(language: Language, today: number): Book {
  const sheet = emptySheet(names[language]);
  const rows = lists[language](today);
  const styleAt = (row: number, column: number): BookStyle | undefined =>
    ({ 0: title, 2: heading })[row] ?? (column === 3 ? { numberFormat: dateFormats[language] } : undefined);
  rows.forEach((cells, row) =>
    cells.forEach(
      (value, column) => value !== null && setCell(sheet, row, column, { value, style: styleAt(row, column) }),
    ),
  );
  widths.forEach((width, column) => sheet.columns.set(column, { width }));
  const last = rows.length - 1;
  setCell(sheet, last, 5, { value: 5, formula: `COUNTA(B4:B${last})` });
  sheet.merges.push('A1:G1');
  return emptyBook(sheet);
}
