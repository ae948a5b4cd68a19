import Papa from 'papaparse';
import type { ImportProblem } from './types';

const fields = ['table', 'row', 'column', 'value', 'code', 'message'] as const;
export type ReportField = (typeof fields)[number];

/** The words of a report in the reader's language. */
export interface ReportTexts {
  readonly headings: Readonly<Record<ReportField, string>>;
  readonly message: (problem: ImportProblem) => string;
}

/**
 * What makes a spreadsheet run a cell as a formula (CWE-1236), full-width signs as typed on Chinese keyboards included.
 * No `.*$` behind it: a line break in the text would let it through.
 */
const formulaOpening = /^[=+\-@\t\r\n＝＋－＠]/;
const byteOrderMark = '\uFEFF';

/**
 * Problems as CSV for people: source texts cannot become formulas (they get a leading apostrophe), and the byte order
 * mark makes Excel read UTF-8.
 */
export function problemsCsv(problems: readonly ImportProblem[], texts: ReportTexts): string {
  const data = problems.map((problem) =>
    fields.map((field) => (field === 'message' ? texts.message(problem) : problem[field])),
  );
  const headings = fields.map((field) => texts.headings[field]);
  return byteOrderMark + Papa.unparse({ fields: headings, data }, { escapeFormulae: formulaOpening });
}
