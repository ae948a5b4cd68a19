import type { Book } from '../book';
import { checkableFunctions, dynamicFunctions } from '../package/functions';
import { syntaxError } from '../package/grammar';
import { isCall, tokenize, type Token } from '../package/tokens';
import type { Finding, LintCode } from './finding';
import { formulasOf, type PlacedFormula } from './formulas';

/** The one name that may know today, and the cells it points at (decision 6). */
const asOfName = 'crm_today';
const clockFunctions = new Set(['TODAY', 'NOW']);

/** What a formula's text alone says; remembered per text, since a column repeats one text on every row. */
interface Diagnosis {
  readonly error: string | undefined;
  readonly functions: readonly string[];
  readonly structured: string | undefined;
}

/** Looks at every formula of a book: names, calculated columns, cells, rules. */
export function lintFormulas(book: Book): Finding[] {
  const clockPlaces = placesOfToday(book);
  const memory = new Map<string, Diagnosis>();
  return [...formulasOf(book)].flatMap((placed) => {
    const diagnosis = memory.get(placed.formula) ?? diagnose(placed.formula);
    memory.set(placed.formula, diagnosis);
    return lintFormula(placed, diagnosis, clockPlaces);
  });
}

function lintFormula(
  { kind, where }: PlacedFormula,
  diagnosis: Diagnosis,
  clockPlaces: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  const report = (code: LintCode, detail: string): void => void findings.push({ code, where, detail });
  if (diagnosis.error !== undefined) report('badFormula', diagnosis.error);
  for (const name of diagnosis.functions) {
    if (dynamicFunctions.has(name)) report('dynamicArray', name);
    else if (!checkableFunctions.has(name)) report('uncheckableFunction', name);
    else if (clockFunctions.has(name) && !clockPlaces.has(where.toLowerCase())) report('todayOutsideAsOf', name);
  }
  const isRule = kind === 'validation' || kind === 'conditionalFormat';
  if (isRule && diagnosis.structured !== undefined) report('structuredReference', diagnosis.structured);
  return findings;
}

function diagnose(formula: string): Diagnosis {
  const tokens = tokenize(formula);
  const calls = tokens.filter((_, index) => isCall(tokens, index)).map(({ text }) => text.toUpperCase());
  return { error: syntaxError(formula), functions: [...new Set(calls)], structured: structuredReference(tokens) };
}

const structuredReference = (tokens: readonly Token[]): string | undefined =>
  tokens.find(({ kind }) => kind === 'bracket')?.text;

/** `crm_today` itself and, when it only points at one, the cell: as lower-case places. */
function placesOfToday(book: Book): ReadonlySet<string> {
  const formula = book.names.find(({ name }) => name.toLowerCase() === asOfName)?.formula ?? '';
  const cell = formula.replace(/[$']/g, '').toLowerCase();
  return new Set([asOfName, cell]);
}
