/** The pieces of a formula that matter to whoever rewrites it: joined again they are the formula. */
export type TokenKind = 'text' | 'quoted' | 'bracket' | 'name' | 'number' | 'error' | 'space' | 'other';

export interface Token {
  readonly kind: TokenKind;
  text: string;
}

// In this order; `bracket` is scanned by hand because structured references nest.
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['text', /"(?:[^"]|"")*"/y],
  ['quoted', /'(?:[^']|'')*'/y],
  [
    'error',
    /#(?:N\/A|NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)/iy,
  ],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_.$])/uy],
  ['name', /\$?[\p{L}_\\$\d][\p{L}\p{N}_.\\?$]*/uy],
  ['space', /\s+/y],
  ['other', /[^]/y],
];

/**
 * Splits a formula without its `=`. Text literals, quoted sheet names and everything inside `[...]` are one token
 * each, so that nothing looks inside them. An unclosed quote or bracket becomes a token of kind `other`.
 */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = formula[at] === '[' ? bracketAt(formula, at) : matchAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function matchAt(formula: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) return { kind, text: match[0] };
  }
  return { kind: 'other', text: formula[at]! };
}

/** `[[#This Row],[A]]`: `'` escapes the next character (`'[`, `']`, `'#`, `''`). */
function bracketAt(formula: string, start: number): Token {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const character = formula[at];
    if (character === "'") at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return { kind: 'bracket', text: formula.slice(start, at + 1) };
  }
  return { kind: 'other', text: '[' };
}

/** Whether the token at `index` is a function's name: a `(` follows. */
export function isCall(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]!.kind !== 'name') return false;
  const next = tokens[index + 1];
  return (next?.kind === 'space' ? tokens[index + 2] : next)?.text === '(';
}
