import { type Language } from '../../template/types';
import { type Book, emptyBook, emptySheet, setCell, type BookStyle } from '../../xlsx/book';

type Content = string | number | null;

/** A list as managers keep it before they have a CRM: a merged title, headings of their own, a blank row, a total. */
const lists: Readonly<Record<Language, (today: number) => readonly (readonly Content[])[]>> = {
  en: (today) => [
    ['Our customers', null, null, null, null, null],
    [null, null, null, null, null, null],
    ['City', 'Company', 'Phone', 'Since', 'Tier', 'Favourite wine'],
    ['Lyon', 'Aurora Components', '+33 4 72 00 11 22', today - 900, 'A', 'Fleurie'],
    ['Turin', 'Boreal Foods', '+39 011 55 66 77', today - 420, 'B', null],
    [null, null, null, null, null, null],
    ['Oslo', 'Cobalt Shipping', '+47 22 33 44 55', today - 60, null, 'none'],
    ['Total', null, null, null, null, 3],
  ],
  'zh-CN': (today) => [
    ['我们的客户', null, null, null, null, null],
    [null, null, null, null, null, null],
    ['城市', '公司名称', '联系电话', '建档日期', '等级', '爱好'],
    ['上海', '远大机械', '021-55667788', today - 900, 'A', '围棋'],
    ['北京', '新元软件', '010-88990011', today - 420, 'B', null],
    [null, null, null, null, null, null],
    ['广州', '南方航运', '020-33445566', today - 60, null, '茶'],
    ['合计', null, null, null, null, 3],
  ],
};

const names: Readonly<Record<Language, string>> = { en: 'Clients', 'zh-CN': '客户名单' };
const title: BookStyle = { bold: true };
const heading: BookStyle = { bold: true, fill: '#FFE699' };

/** A workbook without a CRM whose list can be tried with "Use my existing sheet". */
export function ownSheetBook(language: Language, today: number): Book {
  const sheet = emptySheet(names[language]);
  const rows = lists[language](today);
  const styleAt = (row: number, column: number): BookStyle | undefined =>
    ({ 0: title, 2: heading })[row] ?? (column === 3 ? { numberFormat: 'dd/mm/yyyy' } : undefined);
  rows.forEach((cells, row) =>
    cells.forEach(
      (value, column) => value !== null && setCell(sheet, row, column, { value, style: styleAt(row, column) }),
    ),
  );
  const last = rows.length - 1;
  setCell(sheet, last, 5, { value: 3, formula: `COUNTA(B4:B${last})` });
  sheet.merges.push('A1:F1');
  return emptyBook(sheet);
}
