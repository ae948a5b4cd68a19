import { columnIndex, hull, LAST_COLUMN, LAST_ROW, type Area } from '../values/reference';
import { errors, type Scalar } from '../values/scalar';
import { parseStructured } from './structured';
import { FormulaSyntaxError, tokenize, type Token, type TokenKind } from './tokens';
import type { BinaryOperator, Node, PrefixOperator } from './tree';

/** Binding power of the operators between two operands; all are left-associative in Excel, `^` too. */
// prettier-ignore
const BINARY: Readonly<Record<string, number>> = {
  '=': 1, '<>': 1, '<': 1, '<=': 1, '>': 1, '>=': 1,
  '&': 2,
  '+': 3, '-': 3,
  '*': 4, '/': 4,
  '^': 5,
  ':': 8,
};
/** A leading sign binds tighter than `^` (-2^2 is 4), looser than `%`. */
const PREFIX_POWER = 6;

const cache = new Map<string, Node>();
const CACHE_LIMIT = 50_000;

/** Reads a formula without its `=`; trees are shared between equal texts. Throws {@link FormulaSyntaxError}. */
export function parseFormula(formula: string): Node {
  const known = cache.get(formula);
  if (known) return known;
  const tree = new Parser(tokenize(formula)).parse();
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(formula, tree);
  return tree;
}

/** As {@link parseFormula}; a formula that cannot be read is `#NAME?`, which is what a broken stored formula shows. */
export function parseStored(formula: string): Node {
  try {
    return parseFormula(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return { kind: 'value', value: errors.name };
    throw error;
  }
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Node {
    const node = this.expression(0);
    if (this.peek()) throw new FormulaSyntaxError(`Unexpected ${this.peek()!.text}.`);
    return node;
  }

  private expression(minimum: number): Node {
    let left = this.operand();
    for (;;) {
      const power = this.binaryPower();
      if (power === undefined || power <= minimum) return left;
      const operator = this.take().text as BinaryOperator;
      left = { kind: 'binary', operator, left, right: this.expression(power) };
    }
  }

  private binaryPower(): number | undefined {
    const token = this.peek();
    return token?.kind === 'sign' ? BINARY[token.text] : undefined;
  }

  private operand(): Node {
    if (this.skip('+', '-', '@')) {
      const operator = this.tokens[this.position - 1]!.text as PrefixOperator;
      return { kind: 'prefix', operator, operand: this.expression(PREFIX_POWER) };
    }
    let node = this.primary();
    while (this.skip('%', '#')) {
      node = { kind: this.tokens[this.position - 1]!.text === '%' ? 'percent' : 'spill', operand: node };
    }
    return node;
  }

  private primary(): Node {
    const token = this.take();
    const read = READERS[token.kind];
    if (read) return read(token.text);
    if (token.kind === 'sheet') return this.onSheet(sheetName(token.text));
    if (token.kind === 'call') return { kind: 'call', name: functionName(token.text), arguments: this.arguments() };
    if (token.text === '(') return this.group();
    if (token.text === '{') return this.array();
    throw new FormulaSyntaxError(`Unexpected ${token.text}.`);
  }

  private group(): Node {
    const node = this.expression(0);
    this.expect(')');
    return node;
  }

  private onSheet(sheet: string): Node {
    const token = this.take();
    if (token.kind === 'area') return { kind: 'area', sheet, area: areaOf(token.text) };
    if (token.kind === 'name') return { kind: 'name', sheet, name: token.text };
    if (token.kind === 'error') return { kind: 'value', value: errors.ref };
    throw new FormulaSyntaxError(`Unexpected ${token.text}.`);
  }

  private arguments(): Node[] {
    const nodes: Node[] = [];
    if (this.skip(')')) return nodes;
    do nodes.push(this.argument());
    while (this.skip(','));
    this.expect(')');
    return nodes;
  }

  private argument(): Node {
    const next = this.peek()?.text;
    return next === ',' || next === ')' ? { kind: 'missing' } : this.expression(0);
  }

  private array(): Node {
    const rows: Scalar[][] = [[]];
    do {
      if (this.tokens[this.position - 1]!.text === ';') rows.push([]);
      rows.at(-1)!.push(this.constant());
    } while (this.skip(',', ';'));
    this.expect('}');
    return { kind: 'array', rows };
  }

  private constant(): Scalar {
    const negative = this.skip('-');
    const token = this.take();
    const node = READERS[token.kind]?.(token.text);
    if (node?.kind !== 'value') throw new FormulaSyntaxError('Only constants are allowed in an array.');
    return negative && typeof node.value === 'number' ? -node.value : node.value;
  }

  private peek(): Token | undefined {
    return this.tokens[this.position];
  }

  private take(): Token {
    const token = this.peek();
    if (!token) throw new FormulaSyntaxError('The formula ends too early.');
    this.position += 1;
    return token;
  }

  /** Steps over the next token when it is one of these signs. */
  private skip(...signs: string[]): boolean {
    const token = this.peek();
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return false;
    this.position += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.skip(sign)) throw new FormulaSyntaxError(`Expected ${sign}.`);
  }
}

/** Tokens that are a whole operand. */
const READERS: Partial<Record<TokenKind, (text: string) => Node>> = {
  number: (text) => ({ kind: 'value', value: Number(text) }),
  text: (text) => ({ kind: 'value', value: text.slice(1, -1).replaceAll('""', '"') }),
  error: (text) => ({ kind: 'value', value: { error: text.toUpperCase() } }),
  area: (text) => ({ kind: 'area', area: areaOf(text) }),
  structured: (text) => ({ kind: 'structured', reference: parseStructured(text) }),
  name: nameOrLogical,
};

function nameOrLogical(text: string): Node {
  const word = text.toUpperCase();
  if (word === 'TRUE' || word === 'FALSE') return { kind: 'value', value: word === 'TRUE' };
  return { kind: 'name', name: text };
}

function sheetName(token: string): string {
  return token.slice(0, -1).replace(/^'(.*)'$/su, '$1').replaceAll("''", "'"); // prettier-ignore
}

/** Upper-case, without the prefixes that files add; `_xldudf_CRM_TIER` is how Excel stores a custom function. */
function functionName(token: string): string {
  const name = token.slice(0, -1).toUpperCase();
  const stored = /^_XLDUDF_([^_]+)_(.+)$/.exec(name);
  return stored ? `${stored[1]}.${stored[2]}` : name.replace(/^(?:_XLFN\.|_XLWS\.)+/, '');
}

function areaOf(text: string): Area {
  const [first = '', last = first] = text.replaceAll('$', '').split(':');
  return hull(corner(first, 0, 0), corner(last, LAST_ROW, LAST_COLUMN));
}

function corner(text: string, row: number, column: number): Area {
  const letters = /^[A-Za-z]+/.exec(text)?.[0] ?? '';
  const digits = text.slice(letters.length);
  const top = digits ? Number(digits) - 1 : row;
  const left = letters ? columnIndex(letters) : column;
  return { top, left, bottom: top, right: left };
}
