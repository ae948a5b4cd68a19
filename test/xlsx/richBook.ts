import { emptyBook, emptySheet, setCell, type Book, type BookCell, type BookSheet } from '../../src/xlsx/book';

const header = { bold: true, fill: '#1F4E79', fontColor: '#FFFFFF', vertical: 'middle', wrap: true } as const;
const text = { numberFormat: '@' } as const;
const date = { numberFormat: 'yyyy-mm-dd' } as const;
const money = { numberFormat: '#,##0.00' } as const;

const deals = [
  ['00123', '线索', 1000, 45_950, 0.1],
  ['=not a formula', '商机', 2000, 45_960, 0.4],
  ['+86 138 0000 0000', '商机', 1500, 45_961.5, 0.6],
] as const;
const captions = ['Id', 'Stage', 'Amount', 'Closes', 'Prob', 'Weighted [#]', 'Tier'];
const stages = ['线索', '商机'];

/** A book with everything a template uses: calculated columns, rules, names, charts, hidden sheets, both scripts. */
export function richBook(): Book {
  const book = emptyBook(dashboard(), dealsSheet(), listsSheet(), { ...emptySheet('_Meta'), visibility: 'veryHidden' });
  book.names = [
    { name: 'crm_stages', formula: 'Lists!$A$1:$A$2' },
    { name: 'crm_today', formula: 'Lists!$B$1' },
    { name: 'crm_rate', formula: '0.2', comment: 'a < b & "c"' },
    { name: 'crm_weighted', formula: 'MAXIFS(Deals[Amount],Deals[Prob],">0.2")' },
    { name: 'local', formula: 'Deals!$A$1', sheet: 'Deals', hidden: true },
  ];
  book.properties = { CrmSchemaVersion: 3, CrmLanguage: 'zh-CN', CrmShared: true, CrmRatio: 0.5 };
  return book;
}

function dealsSheet(): BookSheet {
  const sheet = emptySheet('Deals');
  captions.forEach((caption, column) => setCell(sheet, 0, column, { value: caption, style: header }));
  deals.forEach((deal, index) => dealCells(deal).forEach((cell, column) => setCell(sheet, index + 1, column, cell)));
  sheet.tables = [dealsTable()];
  sheet.freeze = { rows: 1, columns: 1 };
  sheet.columns.set(0, { width: 18, style: text });
  sheet.columns.set(5, { width: 9 });
  sheet.columns.set(6, { hidden: true });
  sheet.rows.set(0, { height: 30 });
  sheet.validations = [
    {
      ranges: 'B2:B4',
      type: 'list',
      formula1: 'crm_stages',
      allowBlank: true,
      showError: true,
      errorTitle: '阶段',
      error: 'Pick from the list',
      showPrompt: true,
      promptTitle: 'Stage',
      prompt: 'First line\nsecond line',
    },
    {
      ranges: 'C2:C4 E2:E4',
      type: 'decimal',
      operator: 'greaterThanOrEqual',
      formula1: '0',
      allowBlank: true,
      errorStyle: 'warning',
      showError: true,
      showPrompt: false,
    },
    {
      ranges: 'D2:D4',
      type: 'date',
      operator: 'greaterThanOrEqual',
      formula1: 'crm_today',
      allowBlank: true,
      showError: true,
      showPrompt: false,
    },
  ];
  sheet.conditionalFormats = [
    {
      ranges: 'A2:G4',
      type: 'expression',
      priority: 1,
      stopIfTrue: true,
      formulas: ['AND($D2<>"",$D2<crm_today)'],
      style: { fill: '#FFC7CE', fontColor: '#9C0006', bold: true },
    },
    {
      ranges: 'C2:C4',
      type: 'top10',
      priority: 2,
      formulas: [],
      style: { italic: true },
      extra: { attributes: { rank: '2' } },
    },
  ];
  return sheet;
}

function dealCells([id, stage, amount, closes, prob]: (typeof deals)[number]): BookCell[] {
  const tier = amount > 1800 ? 'A' : 'B';
  return [
    { value: id, style: text },
    { value: stage },
    { value: amount, style: money },
    { value: closes, style: date },
    { value: prob, style: { numberFormat: '0%' } },
    { value: amount * prob, formula: 'Deals[[#This Row],[Amount]]*Deals[[#This Row],[Prob]]', style: money },
    { value: tier, formula: 'IFS(Deals[[#This Row],[Amount]]>1800,"A",TRUE,"B")' },
  ];
}

const dealsTable = (): BookSheet['tables'][number] => ({
  id: 1,
  name: 'Deals',
  range: 'A1:G4',
  columns: captions.map((name, index) => ({ id: index + 1, name, ...calculated[name] })),
  style: 'TableStyleMedium2',
  showHeaders: true,
  showTotals: false,
  showFilterButton: true,
  showBandedRows: true,
});

const calculated: Readonly<Record<string, { formula: string }>> = {
  'Weighted [#]': { formula: 'Deals[[#This Row],[Amount]]*Deals[[#This Row],[Prob]]' },
  Tier: { formula: 'IFS(Deals[[#This Row],[Amount]]>1800,"A",TRUE,"B")' },
};

function dashboard(): BookSheet {
  const sheet = emptySheet('Dashboard');
  sheet.showGridlines = false;
  sheet.tabColor = '#00B050';
  sheet.print = { landscape: true, fitToWidth: true };
  sheet.merges = ['A1:D1'];
  setCell(sheet, 0, 0, { value: '销售漏斗 & <Pipeline>', style: { bold: true, fontSize: 16, fontName: 'Arial' } });
  ['Stage', 'Deals', 'Spacer', 'Amount'].forEach((name, column) => setCell(sheet, 2, column, { value: name }));
  [
    ['线索', 1, 1250, 1000],
    ['商机', 2, 0, 3500],
  ].forEach(([stage, count, spacer, amount], index) => {
    const row = index + 3;
    setCell(sheet, row, 0, { value: stage! });
    setCell(sheet, row, 1, { value: count!, formula: `COUNTIFS(Deals[Stage],A${row + 1})` });
    setCell(sheet, row, 2, { value: spacer!, formula: `(MAX($D$4:$D$5)-D${row + 1})/2` });
    setCell(sheet, row, 3, { value: amount!, formula: `SUMIFS(Deals[Amount],Deals[Stage],A${row + 1})` });
  });
  setCell(sheet, 6, 0, { value: { error: '#N/A' }, formula: 'NA()' });
  setCell(sheet, 6, 1, { value: true, formula: 'D5>D4' });
  setCell(sheet, 6, 2, { value: 2000, formula: 'crm_weighted' });
  sheet.charts = [funnel(), columns(), ...(['line', 'pie', 'doughnut', 'barStacked'] as const).map(other)];
  return sheet;
}

const amounts = (): BookSheet['charts'][number]['series'][number] => ({
  name: 'Amount',
  nameRef: 'Dashboard!$D$3',
  categoriesRef: 'Dashboard!$A$4:$A$5',
  valuesRef: 'Dashboard!$D$4:$D$5',
  categories: [...stages],
  values: [1000, 3500],
});

const funnel = (): BookSheet['charts'][number] => ({
  name: 'Funnel',
  kind: 'funnel',
  title: '漏斗 by stage',
  anchor: { fromRow: 8, fromColumn: 0, toRow: 22, toColumn: 4 },
  series: [amounts()],
  legend: false,
  spacer: { ref: 'Dashboard!$C$4:$C$5', values: [1250, 0] },
});

const columns = (): BookSheet['charts'][number] => ({
  name: 'Deals',
  kind: 'columnClustered',
  title: 'Deals & amounts',
  anchor: { fromRow: 8, fromColumn: 4, toRow: 22, toColumn: 8 },
  series: [
    { ...amounts(), color: '#C00000' },
    {
      name: 'Deals',
      categoriesRef: 'Dashboard!$A$4:$A$5',
      valuesRef: 'Dashboard!$B$4:$B$5',
      categories: [...stages],
      values: [1, null],
    },
  ],
  legend: true,
});

const other = (kind: 'line' | 'pie' | 'doughnut' | 'barStacked', index: number): BookSheet['charts'][number] => ({
  name: kind,
  kind,
  anchor: { fromRow: 24 + index * 12, fromColumn: 0, toRow: 36 + index * 12, toColumn: 6 },
  series: [amounts()],
  legend: true,
});

function listsSheet(): BookSheet {
  const sheet: BookSheet = { ...emptySheet('Lists'), visibility: 'hidden', protected: true };
  stages.forEach((stage, row) => setCell(sheet, row, 0, { value: stage, style: { locked: false, indent: 1 } }));
  setCell(sheet, 0, 1, { value: 45_955, formula: 'TODAY()', style: { ...date, horizontal: 'center' } });
  setCell(sheet, 1, 1, { value: null, style: { border: { bottom: { style: 'thin', color: '#7F7F7F' } } } });
  sheet.rows.set(5, { hidden: true });
  return sheet;
}
