import { CrmError } from '../shared/errors';
import type { Book } from './book';
import { lintBook } from './lint/bookLints';
import type { Finding } from './lint/finding';
import { lintFormulas } from './lint/formulaLints';
import { lintParts } from './lint/parts';
import { openPackage } from './package/zip';
import { readBook } from './read';

export type { Finding, LintCode } from './lint/finding';

/**
 * Finds what the Open XML SDK misses in a workbook of ours and what our own decisions forbid. Empty
 * is good. A file that cannot even be read gives `unreadable` besides what its parts show.
 * @throws CrmError `notXlsx`, `encrypted`, `tooLarge`, `damaged` when it is no package or a part is no XML.
 */
export function lintWorkbook(bytes: Uint8Array): Finding[] {
  const findings = lintParts(openPackage(bytes));
  const book = readable(bytes, findings);
  return book ? [...findings, ...lintBook(book), ...lintFormulas(book)] : findings;
}

function readable(bytes: Uint8Array, findings: Finding[]): Book | undefined {
  try {
    return readBook(bytes);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    findings.push({ code: 'unreadable', where: String(error.params['part'] ?? ''), detail: error.message });
    return undefined;
  }
}
