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
    pessimistic: 'While other clients are connected the added rows are taken back.',
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
} as const satisfies Record<string, HostRule>;

export type HostRuleName = keyof typeof HOST_RULES;

/** `usual` is the friendly reading, `pessimistic` the one under which the product must still be right. */
export type RuleVariant = 'usual' | 'pessimistic';
