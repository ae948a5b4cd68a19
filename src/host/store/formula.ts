import {
  type Area,
  areaBetween,
  columnIndex,
  columnName,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  quoteSheet,
  unquoteSheet,
} from './address';

/** Rewrites the parts of a formula that name something; what a handler does not return stays as typed. */
export interface FormulaRewriter {
  /** `sheet` is the unquoted sheet prefix, if any. */
  reference?: (sheet: string | undefined, reference: string) => string;
  /** `table` is '' for `[@x]`; `body` includes its brackets. */
  structured?: (table: string, body: string) => string;
  /** A function (`isCall`) or any other name. */
  word?: (word: string, isCall: boolean) => string;
}

const STRING = /"(?:[^"]|"")*"/y;
const SHEET = String.raw`(?:('(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELLS = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?`;
const LINES = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}`;
const REFERENCE = new RegExp(String.raw`${SHEET}(${CELLS}|${LINES})(?![\p{L}\p{N}_(.!\[])`, 'uy');
const WORD = /'(?:[^']|'')*'!?|#[A-Z/0!?]+|[\p{L}\p{N}_.$\\]+!?/uy;

/** The end of a bracketed specifier that starts at `start`; `'` escapes the next character. */
function bracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let i = start; i < formula.length; i++) {
    if (formula[i] === "'") i++;
    else if (formula[i] === '[') depth++;
    else if (formula[i] === ']' && --depth === 0) return i + 1;
  }
  return formula.length;
}

function match(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}

/** Walks a formula (with or without `=`) and returns it rewritten. Text literals are never touched. */
export function rewriteFormula(formula: string, rewriter: FormulaRewriter): string {
  let result = '';
  let at = 0;
  while (at < formula.length) {
    const text = match(STRING, formula, at);
    const reference = text ? null : match(REFERENCE, formula, at);
    const word = text || reference ? null : match(WORD, formula, at);
    const end = at + (text ?? reference ?? word ?? ['.'])[0].length;
    if (formula[at] === '[' || (word && formula[end] === '[')) {
      const close = bracketEnd(formula, word ? end : at);
      const [table, body] = [word?.[0] ?? '', formula.slice(word ? end : at, close)];
      result += rewriter.structured?.(table, body) ?? table + body;
      at = close;
      continue;
    }
    if (reference) {
      const sheet = reference[1] === undefined ? undefined : unquoteSheet(reference[1]);
      result += rewriter.reference?.(sheet, reference[2] ?? '') ?? reference[0];
    } else if (word) result += rewriter.word?.(word[0], formula[end] === '(') ?? word[0];
    else result += formula.slice(at, end);
    at = end;
  }
  return result;
}

interface Corner {
  readonly column?: string;
  readonly row?: string;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
}

const CORNER = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?$/;

function parseCorner(text: string): Corner {
  const [, mark = '', column, second = '', row] = CORNER.exec(text) ?? [];
  return {
    column,
    row,
    fixedColumn: mark === '$' && column !== undefined,
    fixedRow: (column === undefined ? mark : second) === '$',
  };
}

function corners(reference: string): [Corner, Corner, boolean] {
  const [first = '', second] = reference.split(':');
  return [parseCorner(first), parseCorner(second ?? first), second !== undefined];
}

/** The rectangle a reference names. */
export function referenceArea(reference: string): Area {
  const [a, b] = corners(reference);
  return areaBetween(
    a.row ? Number(a.row) - 1 : 0,
    a.column ? columnIndex(a.column) : 0,
    b.row ? Number(b.row) - 1 : MAX_ROWS - 1,
    b.column ? columnIndex(b.column) : MAX_COLUMNS - 1,
  );
}

function formatCorner(corner: Corner, row: number, column: number): string {
  const letters = corner.column === undefined ? '' : (corner.fixedColumn ? '$' : '') + columnName(column);
  return letters + (corner.row === undefined ? '' : (corner.fixedRow ? '$' : '') + (row + 1));
}

/** The same reference (with its `$` signs) to another rectangle; `#REF!` when there is none. */
export function moveReference(reference: string, area: Area | null): string {
  if (!area) return '#REF!';
  const [a, b, isRange] = corners(reference);
  const first = formatCorner(a, area.row, area.column);
  return isRange ? `${first}:${formatCorner(b, lastRow(area), lastColumn(area))}` : first;
}

function offsetCorner(corner: Corner, rows: number, columns: number): string | null {
  const row = corner.row === undefined ? 0 : Number(corner.row) - 1 + (corner.fixedRow ? 0 : rows);
  const column = corner.column === undefined ? 0 : columnIndex(corner.column) + (corner.fixedColumn ? 0 : columns);
  const inside = row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
  return inside ? formatCorner(corner, row, column) : null;
}

/** Whether a formula may have references to move: outside texts and brackets, formulas of table columns have none. */
function mayNameCells(formula: string): boolean {
  const known = namingCells.get(formula);
  if (known !== undefined) return known;
  let found = false;
  rewriteFormula(formula, { reference: (sheet, text) => ((found = true), withSheet(sheet, text)) });
  if (namingCells.size >= MOST_REMEMBERED) namingCells.clear();
  namingCells.set(formula, found);
  return found;
}

const MOST_REMEMBERED = 1_000;
/** Columns have one formula in 100,000 rows. */
const namingCells = new Map<string, boolean>();

/** A formula as it reads when copied `rows` down and `columns` right: relative references move, `$` ones stay. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  if ((rows === 0 && columns === 0) || !mayNameCells(formula)) return formula;
  const reference = (sheet: string | undefined, text: string): string => {
    const moved = text.split(':').map((part) => offsetCorner(parseCorner(part), rows, columns));
    return withSheet(sheet, moved.includes(null) ? '#REF!' : moved.join(':'));
  };
  return rewriteFormula(formula, { reference });
}

/** `Sheet1!` in front of a reference, quoted where needed. */
export function withSheet(sheet: string | undefined, reference: string): string {
  return sheet === undefined ? reference : `${quoteSheet(sheet)}!${reference}`;
}

/** Renames a sheet inside a formula. */
export function renameSheetIn(formula: string, from: string, to: string): string {
  const same = (name: string) => name.toLowerCase() === from.toLowerCase();
  return rewriteFormula(formula, {
    reference: (sheet, text) => withSheet(sheet !== undefined && same(sheet) ? to : sheet, text),
  });
}

/** Renames a table inside a formula. */
export function renameTableIn(formula: string, from: string, to: string): string {
  return rewriteFormula(formula, {
    structured: (table, body) => (table.toLowerCase() === from.toLowerCase() ? to : table) + body,
  });
}

/** A caption as it is written between brackets: `[ ] # ' @` are escaped with an apostrophe. */
export function escapeCaption(caption: string): string {
  return caption.replace(/[[\]#'@]/g, "'$&");
}

/** Renames a table's column inside a formula; `own` says that the formula lies in that table, where `[@x]` means it. */
export function renameColumnIn(formula: string, table: string, own: boolean, from: string, to: string): string {
  const [before, after] = [escapeCaption(from).toLowerCase(), escapeCaption(to)];
  const rename = (body: string): string =>
    body.replace(/(\[@?)((?:'.|[^[\]'])+)(\])/g, (whole, open: string, name: string, close: string) =>
      name.toLowerCase() === before ? open + after + close : whole,
    );
  return rewriteFormula(formula, {
    structured: (name, body) =>
      (name === '' ? own : name.toLowerCase() === table.toLowerCase()) ? name + rename(body) : name + body,
  });
}
