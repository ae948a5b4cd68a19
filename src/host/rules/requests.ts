import { assumed, documented, documentedApi, type HostRule } from './evidence';

/** What a request may be, and what of it stands when it fails. */
export const requests = {
  'payload-limit': {
    text: 'A request or a response over 5 MB is refused; writes of a refused response stay done.',
    evidence: documented('concepts/resource-limits-and-performance-optimization'),
  },
  'read-limit': {
    text: 'Contents of more than 5 million cells are not read: ResponsePayloadSizeLimitExceeded.',
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
  'items-bring-count': {
    text: 'Loading the items of a collection as a whole also loads its count, where it has one.',
    evidence: assumed('examples of the API reference read the count after load("items")'),
  },
  'batch-not-transactional': {
    text: 'When an action fails or the connection breaks, the actions before it stay done.',
    evidence: documented('develop/application-specific-api-model'),
  },
  'suspended-calculation': {
    text: 'After suspendApiCalculationUntilNextSync values read in the same request may be out of date.',
    evidence: documentedApi(
      'excel/excel.application#excel-excel-application-suspendapicalculationuntilnextsync-member(1)',
    ),
  },
  'no-precedents': {
    text: 'Precedents and dependents fail with ItemNotFound when there are none.',
    evidence: documentedApi('excel/excel.range#excel-excel-range-getdirectprecedents-member(1)'),
  },
  'pictures-are-blank': {
    text: 'getImage and getAsImage answer a PNG of one transparent point, and an image shape its own picture.',
    evidence: assumed('the host draws nothing'),
  },
} as const satisfies Record<string, HostRule>;
