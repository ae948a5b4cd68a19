import { cells, chart, counts, type Fact, has, isMissing, lists, range, sheet, table } from './facts';

const comments = (workbook: Excel.Workbook) => workbook.worksheets.getItem('Comments').comments;
const shape = (name: string) => (workbook: Excel.Workbook) => sheet('Shapes')(workbook).shapes.getItem(name);
const printLayout = (workbook: Excel.Workbook) => sheet('Print')(workbook).pageLayout;
const column = (name: string) => (workbook: Excel.Workbook) =>
  table('NameOptionsTable')(workbook).columns.getItem(name).getDataBodyRange().dataValidation;

/** What the samples say they do, by the file they are in. */
export const CORE: Readonly<Record<string, Fact[]>> = {
  '10-chart/chart-axis-formatting': [
    has('categories run backwards', chart(), 'axes/categoryAxis/reversePlotOrder', true),
    has('the value axis is logarithmic', chart(), 'axes/valueAxis/scaleType', 'Logarithmic'),
    has('with this base', chart(), 'axes/valueAxis/logBase', 100),
    has('crossing at 100', chart(), 'axes/valueAxis/positionAt', 100),
  ],
  '10-chart/chart-axis': [
    has('values are shown in hundreds', chart(), 'axes/valueAxis/displayUnit', 'Hundreds'),
    has('the unit label is back', chart(), 'axes/valueAxis/showDisplayUnitLabel', true),
  ],
  '10-chart/chart-bubble-chart': [
    lists('one series per product', (book) => chart()(book).series, 'name', [
      ...['Calamansi', 'Cara cara orange', 'Limequat', 'Meyer lemon', 'Pomelo', 'Yuzu'],
    ]),
    has('it is a bubble chart', chart(), 'chartType', 'Bubble'),
  ],
  '10-chart/chart-create-several-charts': [
    lists('nine charts of nine kinds', (book) => sheet()(book).charts, 'chartType', [
      ...['ColumnClustered', 'Line', 'XYScatter', 'AreaStacked', 'RadarFilled', 'Pie'],
      ...['3DBarClustered', 'CylinderCol', 'BarStacked100'],
    ]),
  ],
  '10-chart/chart-data-table': [
    has('the data table shows', (book) => chart()(book).getDataTable(), 'visible', true),
    has('without horizontal lines', (book) => chart()(book).getDataTable(), 'showHorizontalBorder', false),
    has('in its colour', (book) => chart()(book).getDataTable(), 'format/font/color', '#B76E79'),
  ],
  '10-chart/chart-legend': [
    has('the legend is bold', chart(), 'legend/format/font/bold', true),
    has('of this size', chart(), 'legend/format/font/size', 15),
    has('red', chart(), 'legend/format/font/color', '#FF0000'),
  ],
  '10-chart/chart-series': [lists('one series is left', (book) => chart()(book).series, 'name', ['Qtr2'])],
  '10-chart/chart-series-markers': [
    lists('each series has a marker of its own', (book) => chart()(book).series, 'markerStyle', [
      ...['Dash', 'Star', 'X', 'Triangle'],
    ]),
  ],
  '10-chart/chart-title-format': [
    has('the title is turned', chart(), 'title/textOrientation', -45),
    has('with a shadow', chart(), 'title/showShadow', true),
  ],
  '10-chart/chart-trendlines': [
    lists('a straight trendline', (book) => chart()(book).series.getItemAt(0).trendlines, 'type', ['Linear']),
    lists('in red', (book) => chart()(book).series.getItemAt(0).trendlines, 'format/line/color', ['#FF0000']),
  ],
  '10-chart/create-doughnut-chart': [
    lists('two rings', (book) => chart()(book).series, 'chartType', ['Doughnut', 'Doughnut']),
    has('the hole is wide', (book) => chart()(book).series.getItemAt(1), 'doughnutHoleSize', 80),
  ],
  '12-comments-and-notes/comment-basics': [
    lists('the edited comment is left', comments, 'content', ['PLEASE add headers here.']),
  ],
  '12-comments-and-notes/comment-mentions': [
    lists('it mentions somebody', comments, 'contentType', ['Mention']),
    lists('by name', comments, 'mentions', [[{ email: 'kakri@contoso.com', id: 0, name: 'Kate Kristensen' }]]),
  ],
  '12-comments-and-notes/comment-replies': [
    lists('the second reply is left', (book) => comments(book).getItemAt(0).replies, 'content', [
      'You can do it. Believe in yourself!',
    ]),
  ],
  '12-comments-and-notes/comment-resolution': [lists('the thread is open again', comments, 'resolved', [false])],
  '14-conditional-formatting/conditional-formatting-advanced': [
    lists(
      'the first by priority is gone',
      (book) => table('TemperatureTable')(book).getDataBodyRange().conditionalFormats,
      'type',
      ['PresetCriteria'],
    ),
  ],
  '14-conditional-formatting/conditional-formatting-basic': [
    counts('all formats are cleared', (book) => sheet()(book).getRange().conditionalFormats, 0),
  ],
  '18-custom-xml-parts/create-set-get-and-delete-custom-xml-parts': [
    counts('the part is deleted', (book) => book.customXmlParts, 0),
  ],
  '22-data-validation/data-validation': [
    has('ranks are positive', column('Ranking'), 'rule', { wholeNumber: { formula1: 0, operator: 'GreaterThan' } }),
    has('names come from a list', column('Baby Name'), 'type', 'List'),
    has('comments are checked by a formula', column('Comments'), 'rule', {
      custom: { formula: '=NOT(ISNUMBER(SEARCH(A2,C2)))' },
    }),
    has('which only informs', column('Comments'), 'errorAlert/style', 'Information'),
  ],
  '26-document/properties': [
    has('the title is kept', (book) => book.properties, 'title', 'Excel document properties API'),
    counts('and two properties of its own', (book) => book.properties.custom, 2),
  ],
  '34-named-item/create-and-remove-named-item': [
    lists('one name is left', (book) => sheet()(book).names, 'name', ['ExpensesHeader']),
    has('the cell sums the column itself', range('D11'), 'formulas', [['=SUM(ExpensesTable[AMOUNT])']]),
    cells('which is', 'D11', [[507]]),
    has('the named header is red', range('A1:D1'), 'format/fill/color', '#FF0000'),
  ],
  '34-named-item/update-named-item': [
    has('the name moved', (book) => sheet()(book).names.getItem('MyRange'), 'formula', '=Sample!$B$10:$D$14'),
  ],
  '42-range/cell-properties': [
    has('headers are white', range('C2:E2'), 'format/font/color', '#FFFFFF'),
    has('on blue', range('B3:B5'), 'format/fill/color', '#0000FF'),
    has('the title has a style', range('A1'), 'style', 'Heading1'),
  ],
  '42-range/formatting': [
    has('the header is coloured', range('B2:E2'), 'format/fill/color', '#4472C4'),
    has('prices have two decimals', range('D3:E3'), 'text', [['7.50', '15.00']]),
  ],
  '42-range/insert-delete-clear-range': [
    cells('the last column is cleared, the rest as before', 'B3:E5', [
      ['Almonds', 2, 7.5, ''],
      ['Coffee', 1, 34.5, ''],
      ['Chocolate', 5, 9.56, ''],
    ]),
  ],
  '42-range/range-areas': [
    has('formulas are green', range('F3:F5'), 'format/fill/color', '#90EE90'),
    has('texts are orange', range('B2:J2'), 'format/fill/color', '#FFA500'),
  ],
  '42-range/range-copyfrom': [
    cells('only the result was copied', 'G3', [[15]]),
    has('formulas follow', range('K2'), 'formulas', [['=SUM(G2:J2)']]),
    cells('blanks left what was there', 'J6', [['Old Data']]),
    cells('rows became columns', 'G7:G9', [[3], [5], [7]]),
    cells('what moved is gone', 'A1:E1', [['', '', '', '', '']]),
  ],
  '42-range/range-merged-ranges': [
    has('one merged row', (book) => range('B2:E6')(book).getMergedAreasOrNullObject(), 'address', 'Sample!B2:E2'),
  ],
  '42-range/range-remove-duplicates': [
    cells('each product and each distributor once', 'B3:C6', [
      ['Onions', 'Contoso Produce'],
      ['Red Wine', 'Coho Vineyard'],
      ['Arugula', 'Best For You Organics Company'],
      ['', ''],
    ]),
  ],
  '44-shape/shape-groups': [
    lists('three single shapes again', (book) => sheet('Shapes')(book).shapes, 'name', [
      ...['Square', 'Pentagon', 'Octagon'],
    ]),
    has('moved with their group', shape('Square'), 'left', 150),
  ],
  '44-shape/shape-move-and-order': [
    has('turned', shape('Pentagon'), 'rotation', 30),
    has('moved left', shape('Square'), 'left', 75),
    has('one step back', shape('Octagon'), 'zOrderPosition', 1),
  ],
  '46-table/add-rows-and-columns-to-a-table': [
    has('ten rows, six columns', (book) => table('ExpensesTable')(book).getRange(), 'address', 'Sample!A1:F11'),
    cells('the formula was calculated', 'F2:F3', [['Weekend'], ['Weekday']]),
  ],
  '46-table/filter-data': [
    has('every row is back', (book) => table('ExpensesTable')(book).getDataBodyRange(), 'rowHidden', false),
  ],
  '46-table/formatting': [
    has('the second row has its colour', range('B3:D3'), 'format/fill/color', '#FFC300'),
    has('the first column wins over it', range('A2:A8'), 'format/fill/color', '#FFA07A'),
  ],
  '46-table/get-visible-range-of-a-filtered-table': [
    has(
      'rows below the average are left',
      (book) => table('ExpensesTable')(book).getDataBodyRange().getVisibleView(),
      'rowCount',
      4,
    ),
  ],
  '46-table/resize-table': [
    has('it is twenty rows long', (book) => table('ExpensesTable')(book).getRange(), 'address', 'Sample!A1:D20'),
  ],
  '46-table/sort-data': [cells('dearest first', 'D2:D8', [[350], [142], [135], [120], [97], [33], [27]])],
  '50-workbook/create-get-change-delete-settings': [
    isMissing('the setting is deleted', (book) => book.settings.getItemOrNullObject('NeedsReview')),
  ],
  '50-workbook/data-protection': [
    has('the sheet is open', sheet(), 'protection/protected', false),
    has('the workbook is open', (book) => book, 'protection/protected', false),
  ],
  '50-workbook/workbook-calculation': [
    has('it calculates by itself again', (book) => book.application, 'calculationMode', 'Automatic'),
  ],
  '54-worksheet/add-delete-rename-move-worksheet': [
    lists('one renamed sheet', (book) => book.worksheets, 'name', ['Renamed1']),
  ],
  '54-worksheet/worksheet-auto-filter': [has('no filter is left', sheet(), 'autoFilter/enabled', false)],
  '54-worksheet/worksheet-copy': [
    lists('the copy is last', (book) => book.worksheets, 'name', ['Sheet1', 'Sample', 'Sample (2)']),
    counts('with a table of its own', (book) => sheet('Sample (2)')(book).tables, 1),
  ],
  '54-worksheet/worksheet-freeze-panes': [
    isMissing('nothing is frozen', (book) => sheet()(book).freezePanes.getLocationOrNullObject()),
  ],
  '54-worksheet/worksheet-page-layout': [
    has('on its side', printLayout, 'orientation', 'Landscape'),
    has('twice as large', printLayout, 'zoom', { scale: 200 }),
    has('the first row on every page', (book) => printLayout(book).getPrintTitleRows(), 'address', 'Print!1:1'),
  ],
  '90-scenarios/currency-converter': [
    has('prices are converted', (book) => table('TransactionTable')(book).getDataBodyRange(), 'rowCount', 4),
    cells('from ringgit', 'E2:F2', [['SGD', 1400.0000000000002]]),
  ],
  '90-scenarios/multiple-property-set': [
    has('the second header looks like the first', range('B7:E7'), 'format/font/name', 'Verdana'),
  ],
  '90-scenarios/report-generation': [
    has('a chart over the data', chart(0, 'Sheet2'), 'title/text', 'Quarterly sales chart'),
    has('the title is merged', (book) => range('A1:E1', 'Sheet2')(book).getMergedAreasOrNullObject(), 'cellCount', 5),
  ],
};
