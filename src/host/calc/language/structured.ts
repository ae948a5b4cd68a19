import { FormulaSyntaxError } from './tokens';
import type { StructuredReference, TablePart } from './tree';

const PARTS: ReadonlyMap<string, TablePart> = new Map([
  ['#all', 'all'],
  ['#data', 'data'],
  ['#headers', 'headers'],
  ['#totals', 'totals'],
  ['#this row', 'thisRow'],
]);

const TOKEN = /^([^[]*)\[(.*)\]$/su;
/** One bracketed item, or a separator between items. */
const ITEM = /\[((?:[^[\]']|'.)*)\]|([@:,]|\s+)/suy;

/**
 * Reads a structured reference as typed or as stored: `T[a]`, `T[[#This Row],[a]]`, `[@a]`, `[@[a b]:[c]]`, `T[#All]`,
 * `T[]`. An apostrophe escapes `[ ] # '` in captions. Throws {@link FormulaSyntaxError}.
 */
export function parseStructured(text: string): StructuredReference {
  const match = TOKEN.exec(text);
  if (!match) throw new FormulaSyntaxError('Not a structured reference.');
  const table = match[1] || undefined;
  const inside = match[2]!.trim();
  return { table, ...(isPlain(inside) ? parsePlain(inside) : parseItems(inside)) };
}

type Body = Omit<StructuredReference, 'table'>;

function isPlain(inside: string): boolean {
  return !/^@?\s*\[/.test(inside);
}

/** `[]`, `[#All]`, `[@]`, `[@a]`, `[a]`. */
function parsePlain(inside: string): Body {
  if (inside === '') return { parts: [] };
  const part = PARTS.get(inside.toLowerCase());
  if (part) return { parts: [part] };
  if (!inside.startsWith('@')) return { parts: [], first: unescape(inside) };
  const column = inside.slice(1).trim();
  return { parts: ['thisRow'], ...(column ? { first: unescape(column) } : {}) };
}

/** `[[#Headers],[a]:[b]]`, `[@[a]:[b]]`. */
function parseItems(inside: string): Body {
  const body: Body = { parts: [] };
  for (const item of bracketItems(inside)) {
    const part = PARTS.get(item.toLowerCase());
    if (item === '@') body.parts.push('thisRow');
    else if (part) body.parts.push(part);
    else if (body.first === undefined) body.first = unescape(item);
    else body.last = unescape(item);
  }
  return body;
}

function bracketItems(inside: string): string[] {
  const items: string[] = [];
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < inside.length) {
    const match = ITEM.exec(inside);
    if (!match) throw new FormulaSyntaxError('Not a structured reference.');
    if (match[1] !== undefined) items.push(match[1]);
    else if (match[2] === '@') items.push('@');
  }
  return items;
}

function unescape(caption: string): string {
  return caption.replace(/'(.)/gsu, '$1');
}
