import { rewriteFormula } from '../store/formula';

/** `[@x]` for plain captions, `[@[x y]]` for others, as Excel shows them. */
function atColumn(body: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(body) ? `[@${body}]` : `[@[${body}]]`;
}

const THIS_ROW = /^\[\[#This Row\],\[((?:'.|[^\]'])*)\]\]$/i;
const THIS_ROW_SPAN = /^\[\[#This Row\],(\[.*\]:\[.*\])\]$/i;

/**
 * A formula as a file stores it -> as it reads in Excel: `Deals[[#This Row],[Amount]]` inside `Deals` is `[@Amount]`.
 * `table` is the name of the table the cell lies in, if any.
 */
export function toLiveFormula(formula: string, table?: string): string {
  return rewriteFormula(formula, {
    structured: (name, body) => {
      const prefix = table !== undefined && name.toLowerCase() === table.toLowerCase() ? '' : name;
      const column = THIS_ROW.exec(body)?.[1];
      if (column !== undefined) return prefix + atColumn(column);
      const span = THIS_ROW_SPAN.exec(body)?.[1];
      if (span !== undefined) return `${prefix}[@${span}]`;
      return name + body;
    },
  });
}

const AT_COLUMN = /^\[@(?:\[((?:'.|[^\]'])*)\]|((?:'.|[^[\]'])+))\]$/;
const AT_SPAN = /^\[@(\[.*\]:\[.*\])\]$/;

/** The other way round; a table's own unqualified references get its name. */
export function toFileFormula(formula: string, table?: string): string {
  return rewriteFormula(formula, {
    structured: (name, body) => {
      const owner = name === '' ? (table ?? '') : name;
      const span = AT_SPAN.exec(body)?.[1];
      if (span !== undefined) return `${owner}[[#This Row],${span}]`;
      const match = AT_COLUMN.exec(body);
      if (match) return `${owner}[[#This Row],[${match[1] ?? match[2] ?? ''}]]`;
      return body === '[@]' ? `${owner}[#This Row]` : owner + body;
    },
  });
}
