import { isCall, tokenize, type Token } from './tokens';

const prefixOperators = new Set(['+', '-', '@']);
const binaryOperators = new Set(['+', '-', '*', '/', '^', '&', '=', '<', '>', '<=', '>=', '<>', ':', '!']);
const postfixOperators = new Set(['%', '#']);
const comparison = /^[<>]$/;

/**
 * Why Excel would not accept a formula's shape, or undefined. Knows the grammar, not the functions: brackets and quotes
 * that close, an operand wherever one is needed, no two operands side by side. Intersections (a space between two
 * references) and links to other files are refused: no formula of ours has them.
 */
export function syntaxError(formula: string): string | undefined {
  if (formula.trim() === '') return 'empty';
  const tokens = joinComparisons(tokenize(formula).filter(({ kind }) => kind !== 'space'));
  const parser = new Parser(tokens);
  return parser.check();
}

/** `<`, `>` arrive as two tokens of `<>`. */
function joinComparisons(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    const isPair =
      last && comparison.test(last.text) && (token.text === '=' || (last.text === '<' && token.text === '>'));
    if (isPair) joined[joined.length - 1] = { kind: 'other', text: last.text + token.text };
    else joined.push({ ...token });
  }
  return joined;
}

class SyntaxProblem extends Error {}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  check(): string | undefined {
    try {
      this.expression();
      return this.at < this.tokens.length ? `unexpected ${this.text()}` : undefined;
    } catch (error) {
      if (error instanceof SyntaxProblem) return error.message;
      throw error;
    }
  }

  private text = (): string => this.tokens[this.at]?.text ?? 'end';

  private expression(): void {
    this.operand();
    while (binaryOperators.has(this.text())) {
      this.at++;
      this.operand();
    }
  }

  private operand(): void {
    while (prefixOperators.has(this.text())) this.at++;
    this.primary();
    while (postfixOperators.has(this.text())) this.at++;
  }

  private primary(): void {
    const token = this.tokens[this.at];
    if (token === undefined) throw new SyntaxProblem('unexpected end');
    if (token.text === '(') this.list(')');
    else if (token.text === '{') this.array();
    else if (token.kind === 'other') throw new SyntaxProblem(`unexpected ${token.text}`);
    else this.reference();
    // A LAMBDA may be called where it stands.
    while (this.text() === '(') this.list(')');
  }

  /** `name`, `name(...)`, `Table[...]`, `'Sheet 1'!A1`; the sheet mark is one of the operators. */
  private reference(): void {
    const called = isCall(this.tokens, this.at);
    const takesColumns = this.tokens[this.at]!.kind === 'name';
    this.at++;
    if (called) this.list(')');
    else if (takesColumns && this.tokens[this.at]?.kind === 'bracket') this.at++;
  }

  /** Arguments may be empty: `IF(a,,b)`, `NOW()`. */
  private list(close: string): void {
    this.at++;
    while (this.text() !== close) {
      if (this.at >= this.tokens.length) throw new SyntaxProblem(`missing ${close}`);
      if (this.text() === ',') this.at++;
      else this.argument(close);
    }
    this.at++;
  }

  private argument(close: string): void {
    this.expression();
    if (this.text() !== ',' && this.text() !== close) throw new SyntaxProblem(`unexpected ${this.text()}`);
  }

  /** `{1,2;3,4}`. */
  private array(): void {
    do {
      this.at++;
      this.operand();
    } while (this.text() === ',' || this.text() === ';');
    if (this.text() !== '}') throw new SyntaxProblem('missing }');
    this.at++;
  }
}
