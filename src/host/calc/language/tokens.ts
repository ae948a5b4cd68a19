import { ERROR_TEXTS } from '../values/scalar';

/** The words of a formula. `call` includes its opening parenthesis, `sheet` its exclamation mark. */
export type TokenKind =
  'space' | 'text' | 'error' | 'sheet' | 'area' | 'structured' | 'number' | 'call' | 'name' | 'sign';

export interface Token {
  kind: TokenKind;
  text: string;
}

/** A formula that cannot be read; Excel would refuse it at input. */
export class FormulaSyntaxError extends Error {
  override readonly name = 'FormulaSyntaxError';
}

const LETTER = '[\\p{L}_\\\\]';
const WORD = `${LETTER}[\\p{L}\\p{N}_.\\\\?]*`;
const CELL = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}';
const COLUMNS = '\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}';
const ROWS = '\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6}';
const NOT_IN_WORD = '(?![\\p{L}\\p{N}_.(\\[!])';
/** Inside brackets an apostrophe escapes `[ ] # '`; brackets nest once. */
const IN_BRACKETS = "(?:[^\\[\\]']|'.)*";

const escaped = ERROR_TEXTS.map((text) => text.replace(/[/?]/g, '\\$&'));

/** Tried in this order at every position. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /\s+/uy],
  ['text', /"(?:[^"]|"")*"/uy],
  ['error', new RegExp(escaped.join('|'), 'iuy')],
  ['sheet', new RegExp(`(?:'(?:[^']|'')+'|${WORD})!`, 'uy')],
  ['area', new RegExp(`(?:${CELL}:${CELL}|${COLUMNS}|${ROWS}|${CELL})${NOT_IN_WORD}`, 'uy')],
  ['structured', new RegExp(`(?:${WORD})?\\[(?:[^\\[\\]']|'.|\\[${IN_BRACKETS}\\])*\\]`, 'uy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iuy],
  ['call', new RegExp(`${WORD}\\(`, 'uy')],
  ['name', new RegExp(WORD, 'uy')],
  ['sign', /<=|>=|<>|[-+*/^&=<>%@#:,;(){}]/uy],
];

/** Splits a formula (without `=`) into tokens, spaces left out. Throws {@link FormulaSyntaxError}. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let position = 0; position < formula.length;) {
    const token = tokenAt(formula, position);
    if (token.kind !== 'space') tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, position: number): Token {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = position;
    const match = pattern.exec(formula);
    if (match) return { kind, text: match[0] };
  }
  throw new FormulaSyntaxError(`Unexpected character at ${position + 1}.`);
}
