import type { ListItem } from '../../template/types';
import { unreadable, type CellParser } from './parsed';
import { rawText } from './rawCell';
import type { RawCell } from './types';

/** `In Progress`, `in-progress` and `in_progress` are one label; `A+` and `A-` are not. */
const labelKey = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/(?<=\p{L})[-_\s]+(?=\p{L})/gu, ' ');

/** Parser for a list column: code, label in either language, synonym -> code. Code: `unknownLabel`. */
export function labelParser(items: readonly ListItem[]): CellParser {
  const codes = codesByLabel(items);
  return (cell) => {
    const code = codes.get(labelKey(rawText(cell)));
    return code === undefined ? unreadable(cell, 'unknownLabel') : { value: code };
  };
}

/** Codes win over labels, labels over synonyms, earlier items over later ones. */
function codesByLabel(items: readonly ListItem[]): ReadonlyMap<string, string> {
  const names = [
    ...items.map(({ code }) => [code, code] as const),
    ...items.flatMap(({ code, label }) => Object.values(label).map((text) => [text, code] as const)),
    ...items.flatMap(({ code, synonyms = [] }) => synonyms.map((text) => [text, code] as const)),
  ];
  return new Map(names.reverse().map(([text, code]) => [labelKey(text), code]));
}

const yes = ['yes', 'y', 'true', 't', '1', 'on', '是', '对', '真', '有', '√', '✓', '✔', '☑'];
const no = ['no', 'n', 'false', 'f', '0', 'off', '否', '不是', '假', '无', 'x', '×', '✗', '✘', '☐'];
const truths = new Map([...yes.map((word) => [word, true] as const), ...no.map((word) => [word, false] as const)]);

/** Parser for a boolean column: common words, marks, and the labels of its own list. Code: `badBoolean`. */
export function booleanParser(items: readonly ListItem[]): CellParser {
  const parseLabel = labelParser(items);
  return (cell: RawCell) => {
    const truth = truths.get(labelKey(rawText(cell))) ?? truths.get(String(parseLabel(cell).value));
    return truth === undefined ? unreadable(cell, 'badBoolean') : { value: truth };
  };
}
