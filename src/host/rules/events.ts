import { assumed, documented, documentedApi, reported, type HostRule } from './evidence';

/** Who hears of what. */
export const events = {
  'events-after-response': {
    text: 'Events reach every client after the request that caused them was answered; Remote for all but its origin.',
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
  'details-single-cell': {
    text: 'details of a change (before, after) exist for a single cell only; of a formula the value after calculation.',
    evidence: documentedApi('excel/excel.worksheetchangedeventargs'),
  },
  'recalculation-is-no-change': {
    text: 'New results of formulas raise onCalculated, never onChanged.',
    evidence: documented('excel/excel-add-ins-events'),
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
} as const satisfies Record<string, HostRule>;
