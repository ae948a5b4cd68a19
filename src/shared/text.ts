/**
 * Comparison key of a cell text: equal keys are what Excel's `=`, MATCH and COUNTIF call equal (they ignore case, and
 * neither trim nor fold full-width forms), so that code and native formulas find the same rows (decision 2).
 */
export const fold = (text: string): string => text.toLowerCase();

const bracketed = /[([{【〔「][^)\]}】〕」]*[)\]}】〕」]/gu;
const notLetterOrDigit = /[^\p{L}\p{N}]+/gu;

/**
 * Comparison key of a column header or table name: `Deal_Stage`, `deal stage` and `dealStage` are one, and so are
 * `金额（元）` and `金额`. Bracketed units are left out unless nothing else is there (C-05).
 */
export function headerKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return lettersOf(plain.replace(bracketed, '')) || lettersOf(plain) || plain.trim();
}

const lettersOf = (text: string): string => text.replace(notLetterOrDigit, '');
