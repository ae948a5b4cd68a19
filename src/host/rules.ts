/**
 * What the host assumes about Excel, and how sure it is (decision 25). An `assumed` or `reported` rule can have a
 * pessimistic variant: tests and benches also run with it, so that the product never depends on a kind guess.
 */
export type Evidence =
  { kind: 'documented'; url: string } | { kind: 'reported'; issue: string } | { kind: 'assumed'; because: string };

export interface HostRule {
  readonly text: string;
  readonly evidence: Evidence;
  /** What happens instead under the pessimistic variant; absent: no other reading is known. */
  readonly pessimistic?: string;
}

const DOCS = 'https://learn.microsoft.com/office/dev/add-ins/';

const documented = (page: string): Evidence => ({ kind: 'documented', url: DOCS + page });
const documentedApi = (member: string): Evidence => ({
  kind: 'documented',
  url: `https://learn.microsoft.com/javascript/api/${member}`,
});
const reported = (issue: string): Evidence => ({
  kind: 'reported',
  issue: `https://github.com/OfficeDev/office-js/issues/${issue}`,
});
const assumed = (because: string): Evidence => ({ kind: 'assumed', because });

export const HOST_RULES = {
  'null-leaves-cell': {
    text: 'In a written matrix null leaves the cell, an empty string clears it.',
    evidence: documented('excel/excel-add-ins-blank-null-values'),
  },
  'payload-limit': {
    text: 'A request or a response over 5 MB is refused; writes of a refused response stay done.',
    evidence: documented('concepts/resource-limits-and-performance-optimization'),
  },
  'cell-edit-mode': {
    text: 'While a person edits a cell, requests fail unless they were sent with delayForCellEdit.',
    evidence: documented('excel/excel-add-ins-troubleshooting'),
  },
  'unbounded-values-null': {
    text: 'values, formulas, text and formats of entire columns or rows read as null.',
    evidence: documented('excel/excel-add-ins-ranges-unbounded'),
  },
  'unbounded-values-refused': {
    text: 'values and formulas cannot be written to entire columns or rows: InvalidArgument.',
    evidence: documented('excel/excel-add-ins-ranges-unbounded'),
  },
  'read-limit': {
    text: 'Contents of more than 5 million cells are not read: ResponsePayloadSizeLimitExceeded.',
    evidence: documented('concepts/resource-limits-and-performance-optimization'),
  },
  'formula-limits': {
    text: 'A formula of more than 8,192 characters, or with a text of more than 255 between quotes, is an InvalidArgument.',
    evidence: {
      kind: 'documented',
      url: 'https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3',
    },
  },
  'fifteen-digits': {
    text: 'Of a number that is written as text 15 digits count; zeros stand for the rest.',
    evidence: {
      kind: 'documented',
      url: 'https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3',
    },
  },
  'spill-refused': {
    text: 'An array does not spill inside a table, over merged cells, off the sheet or over cells in use: #SPILL!.',
    evidence: {
      kind: 'documented',
      url: 'https://support.microsoft.com/office/how-to-correct-a-spill-error-ffe0f555-b479-4a17-a6e2-ef9cc9ad4023',
    },
  },
  'items-bring-count': {
    text: 'Loading the items of a collection as a whole also loads its count, where it has one.',
    evidence: assumed('examples of the API reference read the count after load("items")'),
  },
  'resize-past-corner': {
    text: 'getResizedRange moves the bottom right corner, also beyond the top left one.',
    evidence: assumed('a sample of Microsoft draws lines to the left and upwards with it'),
  },
  'at-sign-calls': {
    text: 'Written text that starts with @ is the call of a function, or an InvalidArgument.',
    evidence: assumed('Excel takes it for the formulas of an older program and refuses what is no function'),
  },
  'table-auto-extend': {
    text: 'A table grows when values are written directly under its body (or right of it) and nothing lies there yet.',
    evidence: documented('excel/co-authoring-in-excel-add-ins'),
    pessimistic:
      'It grows only when the last cell of each new row was written and is not empty (reported in issue 3013).',
  },
  'no-extend-over-validation': {
    text: 'A table does not grow onto cells that have a data validation.',
    evidence: documented('excel/co-authoring-in-excel-add-ins'),
  },
  'no-extend-with-totals': {
    text: 'A table that shows its totals row does not grow by writing under it.',
    evidence: assumed('AutoExpansion has no row to take; seen in desktop Excel'),
  },
  'extend-edge-cell': {
    text: 'A table extension needs a value in the edge cell.',
    evidence: reported('3013'),
  },
  'no-extend-own-total': {
    text: 'A table does not grow over a formula on its own columns that is written directly under it.',
    evidence: assumed('it would refer to itself; samples of Microsoft write such totals'),
  },
  'pictures-are-blank': {
    text: 'getImage and getAsImage answer a PNG of one transparent point, and an image shape its own picture.',
    evidence: assumed('the host draws nothing'),
  },
  'new-workbook-elsewhere': {
    text: 'Excel.createWorkbook opens another window: nothing of it is seen in this workbook; a file that cannot be read is refused.',
    evidence: documented('excel/excel-add-ins-workbooks#create-a-workbook'),
  },
  'inserted-names-numbered': {
    text: 'Sheets and tables of an inserted workbook whose names are taken get a number; defined names stay behind.',
    evidence: assumed('as when a sheet is copied'),
  },
  'calculated-column-new-row': {
    text: 'Rows that a table gains get the formulas of its calculated columns in cells that were left blank.',
    evidence: assumed('true when a person types; not documented for writes by an add-in'),
    pessimistic: 'They stay blank.',
  },
  'calculated-column-first-formula': {
    text: 'A formula written into one cell of an otherwise blank table column fills the column.',
    evidence: assumed('AutoCorrect option, on by default'),
    pessimistic: 'Only the written cell gets it.',
  },
  'formula-checked-on-entry': {
    text: 'A formula that cannot be read, or names a sheet, table or column that is not there, is an InvalidArgument.',
    evidence: assumed('Excel refuses to enter it; the code is the one the API gives for bad formulas'),
  },
  'this-row-below-table': {
    text: '[@x] may be written into cells directly under or beside a table, which then takes them in.',
    evidence: assumed('Excel extends the table before it reads the formula again'),
  },
  'same-cell-last-writer': {
    text: 'Two clients that append to the row they both saw as the next one: each write is applied to the row as it is now.',
    evidence: assumed('co-authoring merges cell by cell; nothing says that rows move apart'),
    pessimistic: 'Both write the same cells: the last writer wins, no row is shifted.',
  },
  'rows-add-conflicts': {
    text: 'TableRowCollection.add works, but loses changes while others edit.',
    evidence: documented('excel/co-authoring-in-excel-add-ins'),
    pessimistic:
      'While other clients are connected the added rows are lost after the answer, and a refresh is recommended.',
  },
  'validation-bypass': {
    text: 'Values written by an add-in are not validated; those typed by a person are.',
    evidence: documented('excel/excel-add-ins-data-validation'),
  },
  'events-after-response': {
    text: 'Events reach every client after the request that caused them was answered; Remote for all but its origin.',
    evidence: documented('excel/excel-add-ins-events'),
  },
  'funnel-is-chartex': {
    text: 'series of a funnel chart is an UnsupportedOperation; its type reads back as null on the web.',
    evidence: reported('910'),
  },
  'offline-cell-merge': {
    text: 'Edits made offline are merged cell by cell when the client is back; a cell that both changed keeps what was merged last.',
    evidence: assumed('support pages say that the last change to be saved is kept'),
  },
  'offline-cells-follow': {
    text: 'An offline edit lands on the cell it was made in, wherever insertions and deletions by others have moved it.',
    evidence: assumed('merging addresses as they were would tear every record apart'),
  },
  'offline-sort-moves-nothing': {
    text: 'Sorting writes cells and moves none: an offline edit lands on the row that is there after a sort by others.',
    evidence: assumed('a sort reaches co-authors as changed values'),
  },
  'offline-same-next-row': {
    text: 'Rows that both sides added under a table while one was offline are all kept: those merged last come below.',
    evidence: assumed('nothing documented says whether rows move apart'),
    pessimistic: 'They are the same cells: those merged last replace the others.',
  },
  'offline-structure-lost': {
    text: 'Sheets, tables, columns, charts, comments, data validations and conditional formats made or changed offline are not merged; Excel recommends a refresh.',
    evidence: assumed('the harshest reading of "refresh recommended" in the co-authoring page'),
  },
  'reload-forgets': {
    text: 'A reloaded add-in starts with empty memory; its handlers and tracked ranges are gone.',
    evidence: documented('excel/co-authoring-in-excel-add-ins'),
  },
  'details-single-cell': {
    text: 'details of a change (before, after) exist for a single cell only; of a formula the value after calculation.',
    evidence: documentedApi('excel/excel.worksheetchangedeventargs'),
  },
  'recalculation-is-no-change': {
    text: 'New results of formulas raise onCalculated, never onChanged.',
    evidence: documented('excel/excel-add-ins-events'),
  },
  'events-may-be-lost': {
    text: 'Every edit raises its event.',
    evidence: reported('1760'),
    pessimistic: 'Of several edits of a sheet in one request only the last is told.',
  },
  'events-of-one-person': {
    text: 'Selecting, clicking, activating and deactivating raise events only at the client where they happened.',
    evidence: assumed('the arguments of these events have no source, and nobody shares a selection'),
  },
  'table-rows-are-rows': {
    text: 'Cells inserted or deleted across the whole width of a table are RowInserted or RowDeleted to the table, CellInserted or CellDeleted to the sheet.',
    evidence: reported('728'),
  },
  'sort-address-moved': {
    text: 'The address of a sort event names only the lines that have other contents now.',
    evidence: documentedApi('excel/excel.worksheetrowsortedeventargs'),
  },
  'binding-hears-formulas': {
    text: "A binding's onDataChanged is raised by edits, formats and new results of formulas in its cells.",
    evidence: assumed("Microsoft's sample on disabling events binds cells of sums and counts on it"),
  },
  'binding-keeps-type': {
    text: 'A binding added again under its id gets other cells but keeps its type.',
    evidence: documentedApi('office/office.bindings'),
  },
  'settings-event-common-only': {
    text: 'onSettingsChanged is raised by Office.context.document.settings.saveAsync, not by workbook.settings.',
    evidence: assumed("a comment in Microsoft's sample on workbook events calls it a bug of Excel"),
  },
  'pivot-refresh': {
    text: 'A pivot table shows its source as it was when it was made or last refreshed.',
    evidence: documented('excel/excel-add-ins-pivottables'),
  },
  'pivot-one-axis': {
    text: 'A hierarchy put on an axis leaves the row, column or filter axis where it was.',
    evidence: documented('excel/excel-add-ins-pivottables'),
  },
  'pivot-filter-needs-axis': {
    text: 'A filter applied to a field that is on no axis is an InvalidOperation.',
    evidence: assumed('the page on PivotTables says that the field must be on one, not how it fails'),
  },
  'pivot-one-filter': {
    text: 'A new filter of another kind replaces the old one unless allowMultipleFiltersPerField is set.',
    evidence: assumed("what Excel's filter menu does"),
  },
  'pivot-difference-na': {
    text: 'A value compared with a base item that has none shows #N/A; the base item itself shows nothing.',
    evidence: documented('excel/excel-add-ins-pivottables'),
  },
  'pivot-automatic-function': {
    text: 'A column of numbers only is summed up, any other is counted.',
    evidence: assumed("what Excel's field list does"),
  },
  'pivot-positions': {
    text: 'Headers, labels, subtotals and grand totals stand where the field list of Excel puts them; filters two columns wide above, with a blank row between, the body moving down when there is no room.',
    evidence: assumed('the layouts of desktop Excel; the API tells the ranges but no document their shape'),
  },
  'pivot-empty-size': {
    text: 'A pivot table without fields takes 3 columns and 18 rows.',
    evidence: assumed('the placeholder of desktop Excel'),
  },
  'pivot-custom-lists': {
    text: 'Names of days and months are sorted by the calendar while useCustomSortLists is set.',
    evidence: assumed("Excel's built-in lists, in English"),
  },
  'pivot-overwrites': {
    text: 'A growing pivot table replaces what stands in its way, except tables and other pivot tables.',
    evidence: assumed('Excel asks a person; a script has nobody to ask'),
  },
  'pivot-cells-locked': {
    text: 'Writing into, or tearing apart, a pivot table is a PivotTableRangeConflict; clearing all of it deletes it.',
    evidence: documented('testing/application-specific-api-error-handling'),
  },
  'pivot-copied-with-sheet': {
    text: 'A copied sheet has its pivot tables too, under the same names and over the same sources.',
    evidence: assumed('what desktop Excel does'),
  },
  'pivot-silent': {
    text: 'The cells that a pivot table fills raise no events.',
    evidence: assumed('nothing documented names one'),
  },
  'slicer-unknown-key': {
    text: 'Selecting an item that a slicer has not is an InvalidArgument.',
    evidence: assumed('the code of other bad keys'),
  },
  'slicer-delete-keeps-filter': {
    text: 'A deleted slicer leaves its filter; a deleted table or pivot table takes its slicers along.',
    evidence: assumed('what desktop Excel does'),
  },
  'batch-not-transactional': {
    text: 'When an action fails or the connection breaks, the actions before it stay done.',
    evidence: documented('develop/application-specific-api-model'),
  },
  'sign-starts-formula': {
    text: 'Written text that starts with = + or - is a formula, unless it reads as a number or is a lone sign.',
    evidence: documentedApi('excel/excel.range#excel-excel-range-values-member'),
  },
  'formula-canonical': {
    text: 'Functions, references, TRUE and FALSE are stored in capitals; sheets, tables and names as they were defined.',
    evidence: assumed('Excel stores formulas as tokens and prints them again'),
  },
  'number-format-checked': {
    text: 'A number format with open quotes, unknown brackets or more than four sections is an InvalidArgument.',
    evidence: assumed('Excel refuses to take it'),
  },
  'merged-cells-write-first': {
    text: 'Of values written over merged cells only the first cell keeps one; merging keeps the first value there is.',
    evidence: assumed('seen in desktop Excel'),
  },
  'clear-all-drops-table': {
    text: 'clear() over a whole table takes the table away; over its header alone the captions become Column1 ...',
    evidence: assumed('Cells.Clear does so in desktop Excel'),
  },
  'default-captions': {
    text: 'A column without a caption gets the first free Column1, Column2 ... of its table.',
    evidence: assumed('seen in desktop Excel'),
  },
  'calculated-column-replaced': {
    text: 'A new formula in one cell of a calculated column that has no exceptions is for the whole column.',
    evidence: assumed('AutoCorrect option, on by default'),
    pessimistic: 'Only the written cell gets it.',
  },
  'no-extend-protected': {
    text: 'A table on a protected sheet does not grow, even over unlocked cells; its own members are AccessDenied.',
    evidence: reported('646'),
  },
  'unknown-table-style': {
    text: 'A table style that is not there is an InvalidArgument.',
    evidence: assumed('the code the API gives for values outside a list'),
  },
  'column-values-whole': {
    text: 'Values of a new column include its header; without it they are taken only when the name is given apart.',
    evidence: documentedApi('excel/excel.tablecolumncollection#excel-excel-tablecolumncollection-add-member(1)'),
  },
  'resize-leaves-columns': {
    text: 'Columns that a resize leaves out are #REF! in formulas; formulas now outside name the table: Deals[@a].',
    evidence: assumed('seen in desktop Excel'),
  },
  'insert-delete-conflict': {
    text: 'Moving cells fails when it would tear merged cells or a table, delete a header row alone, or push values off the sheet.',
    evidence: assumed('Excel refuses; the code is its own for insertions and deletions'),
  },
  'filtered-range-keeps-shape': {
    text: 'Single cells of a filtered list that is no table are neither inserted nor deleted: FilteredRangeConflict.',
    evidence: assumed('the error code says so'),
  },
  'sort-refuses-merged-and-arrays': {
    text: 'A range with merged cells or spilled arrays is not sorted: InvalidOperation.',
    evidence: assumed('Excel refuses; the code is a guess'),
  },
  'sort-leaves-hidden': {
    text: 'Hidden and filtered rows stay where they are when rows are sorted.',
    evidence: assumed('support page "Sort data in a range or table"'),
  },
  'rules-refuse-structured': {
    text: 'Validations and conditional formats take no structured references: InvalidArgument. INDIRECT is the way round.',
    evidence: assumed('Excel refuses to enter them'),
  },
  'move-like-cut': {
    text: 'moveTo is cut and paste: references follow, overwritten cells are #REF!, whole tables come along, parts of headers do not move.',
    evidence: documentedApi('excel/excel.range#excel-excel-range-moveto-member(1)'),
  },
  'sheet-copy-refers-to-itself': {
    text: 'On a copied sheet formulas name the copy and its own tables and names.',
    evidence: assumed('seen in desktop Excel'),
  },
  'group-fits-range': {
    text: 'Entire rows cannot be grouped by columns, nor entire columns by rows: InvalidArgument; more than eight levels: InvalidOperation.',
    evidence: documentedApi('excel/excel.range#excel-excel-range-group-member(1)'),
  },
  'no-precedents': {
    text: 'Precedents and dependents fail with ItemNotFound when there are none.',
    evidence: documentedApi('excel/excel.range#excel-excel-range-getdirectprecedents-member(1)'),
  },
  'suspended-calculation': {
    text: 'After suspendApiCalculationUntilNextSync values read in the same request may be out of date.',
    evidence: documentedApi(
      'excel/excel.application#excel-excel-application-suspendapicalculationuntilnextsync-member(1)',
    ),
  },
  'sheet-views-names-only': {
    text: 'Named sheet views are kept and switched; what is hidden or sorted in one is not kept apart.',
    evidence: assumed('a limit of the host, not of Excel'),
  },
  'undo-per-request': {
    text: 'Each request that writes is one step of the undo list, at most 100; steps of others on top cannot be passed.',
    evidence: documented('excel/excel-add-ins-undo-capabilities'),
  },
  'undo-group': {
    text: 'Excel.run({ mergeUndoGroup: true }) is one step; a call without undo support in it fails with UndoNotSupported.',
    evidence: documented('excel/excel-add-ins-undo-capabilities'),
  },
  'undo-cleared-by': {
    text: 'Calls without undo support (protection, sheet copy and delete, styles, custom XML ...) empty the undo list.',
    evidence: documented('excel/excel-add-ins-undo-capabilities'),
  },
  'settings-in-web-extension': {
    text: 'A file keeps the settings of an add-in, as JSON, in the property bag that also says whether its pane opens.',
    evidence: documented('develop/automatically-open-a-task-pane-with-a-document'),
  },
  'filter-hides-rows-of-files': {
    text: 'Rows that a file hides inside a filtered area are hidden by the filter, others by hand.',
    evidence: assumed('the file format does not tell the two apart'),
  },
  'old-arrays-become-dynamic': {
    text: 'An array formula that a file keeps without the mark of a dynamic array opens as a dynamic one.',
    evidence: assumed('the host knows no others; with Excel only the braces differ while the shape stays'),
  },
} as const satisfies Record<string, HostRule>;

export type HostRuleName = keyof typeof HOST_RULES;

/** `usual` is the friendly reading, `pessimistic` the one under which the product must still be right. */
export type RuleVariant = 'usual' | 'pessimistic';
