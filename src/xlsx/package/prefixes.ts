import { customNamespaces, functionPrefixes } from './functions';
import { isCall, tokenize, type Token } from './tokens';

const storedCustom = /^_xldudf_([^_]+)_(.+)$/i;
const storedPrefix = /^(?:_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i;
const worthReading = /_xl|\(/i;
/** A table repeats one text on every row: remembering the last few thousand saves nearly all the work. */
const memoryLimit = 5000;

/** `CRM.TIER(x)`, `MAXIFS(..)` -> what a file stores: `_xldudf_CRM_TIER(x)`, `_xlfn.MAXIFS(..)`; harmless when repeated. */
export const addPrefixes = remembered((formula) => rewrite(formula, storedName));

/** What a file stores -> what a person reads. */
export const removePrefixes = remembered((formula) => rewrite(formula, shownName));

type Rename = (name: string, called: boolean, parameters: ReadonlySet<string>) => string;

function rewrite(formula: string, rename: Rename): string {
  if (!worthReading.test(formula)) return formula;
  const tokens = tokenize(formula);
  const parameters = parametersOf(tokens);
  tokens.forEach((token, index) => {
    if (token.kind === 'name') token.text = rename(token.text, isCall(tokens, index), parameters);
  });
  return tokens.map((token) => token.text).join('');
}

function storedName(name: string, called: boolean, parameters: ReadonlySet<string>): string {
  if (storedPrefix.test(name)) return name;
  if (parameters.has(name.toLowerCase())) return `_xlpm.${name}`;
  if (!called) return name;
  const [namespace = '', ...rest] = name.split('.');
  if (rest.length > 0 && customNamespaces.includes(namespace.toUpperCase())) {
    return `_xldudf_${[namespace, ...rest].join('_').toUpperCase()}`;
  }
  return (functionPrefixes.get(name.toUpperCase()) ?? '') + name;
}

function shownName(name: string): string {
  const custom = storedCustom.exec(name);
  return custom ? `${custom[1]}.${custom[2]}`.toUpperCase() : name.replace(storedPrefix, '');
}

/**
 * The names that LET and LAMBDA introduce: a name that is a whole argument of such a call, other than the last; in
 * LET only at the places where a name is declared.
 */
function parametersOf(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open: { call: string; argument: number }[] = [];
  tokens.forEach((token, index) => {
    if (token.text === '(') open.push({ call: calledBefore(tokens, index), argument: 0 });
    else if (token.text === ')') open.pop();
    else if (token.text === ',' && open.length > 0) open[open.length - 1]!.argument++;
    else if (token.kind === 'name' && declares(open[open.length - 1], tokens, index))
      found.add(token.text.toLowerCase());
  });
  return found;
}

const calledBefore = (tokens: readonly Token[], index: number): string => {
  const before = tokens[index - 1];
  return before?.kind === 'name' ? before.text.toUpperCase() : '';
};

function declares(
  frame: { call: string; argument: number } | undefined,
  tokens: readonly Token[],
  index: number,
): boolean {
  if (!frame || significant(tokens, index, 1) !== ',') return false;
  if (!['(', ','].includes(significant(tokens, index, -1))) return false;
  return frame.call === 'LAMBDA' || (frame.call === 'LET' && frame.argument % 2 === 0);
}

function significant(tokens: readonly Token[], index: number, step: 1 | -1): string {
  const next = tokens[index + step];
  return (next?.kind === 'space' ? tokens[index + 2 * step] : next)?.text ?? '';
}

function remembered(compute: (formula: string) => string): (formula: string) => string {
  const memory = new Map<string, string>();
  return (formula) => {
    const known = memory.get(formula);
    if (known !== undefined) return known;
    if (memory.size >= memoryLimit) memory.clear();
    const result = compute(formula);
    memory.set(formula, result);
    return result;
  };
}
