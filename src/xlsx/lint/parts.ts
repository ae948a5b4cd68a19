import { functionPrefixes } from '../package/functions';
import { relationshipsOf } from '../package/relationships';
import { isCall, tokenize } from '../package/tokens';
import { children, child, find, parseXml, walkXml } from '../package/xml';
import { partText, type Parts } from '../package/zip';
import { parseRange } from '../address';
import { finding, type Finding } from './finding';

type PartLint = (parts: Parts, path: string, xml: string) => Finding[];

const relationshipNamespace = /^r:|^d\d+p\d+:/;
/** As MS-OWEXML lists them, with the spellings that Office itself writes. */
const storeTypes = new Set([
  'OMEX',
  'SPCatalog',
  'SPApp',
  'Exchange',
  'FileSystem',
  'Filesystem',
  'Registry',
  'EXCatalog',
  'ExCatalog',
]);
const formulaElements = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'calculatedColumnFormula',
  'totalsRowFormula',
  'definedName',
]);

/** Lints by the paths they look at. */
const lints: readonly (readonly [RegExp, PartLint])[] = [
  [/^xl\/(?:worksheets|drawings|webextensions)\/[^/]+\.xml$|^xl\/workbook\.xml$/, danglingRelationships],
  [/^xl\/webextensions\/webextension\d*\.xml$/, storeType],
  [/^xl\/worksheets\/[^/]+\.xml$/, rowOrder],
  [/^xl\/worksheets\/[^/]+\.xml$/, sharedStringIndexes],
  [/^xl\/(?:worksheets|tables)\/[^/]+\.xml$|^xl\/workbook\.xml$/, missingPrefixes],
  [/^xl\/tables\/[^/]+\.xml$/, tableColumnCount],
];

/** Looks at the raw parts: what reading them already repairs or hides. */
export function lintParts(parts: Parts): Finding[] {
  return [...parts.keys()].flatMap((path) =>
    lints.filter(([paths]) => paths.test(path)).flatMap(([, lint]) => lint(parts, path, partText(parts, path) ?? '')),
  );
}

/** Also inside `mc:AlternateContent`, where the SDK does not look; and targets that are no part. */
function danglingRelationships(parts: Parts, path: string, xml: string): Finding[] {
  const related = relationshipsOf(parts, path);
  const known = new Set(related.map(({ id }) => id));
  const findings = related
    .filter(({ external, target }) => !external && !parts.has(target))
    .map(({ target }) => finding('danglingRelationship', path, target));
  walkXml(xml, path, {
    open: (_, attributes) => {
      for (const [name, value] of Object.entries(attributes)) {
        if (relationshipNamespace.test(name) && !known.has(value))
          findings.push(finding('danglingRelationship', path, value));
      }
    },
  });
  return findings;
}

function storeType(_: Parts, path: string, xml: string): Finding[] {
  const type = find(parseXml(xml, path), 'reference')?.attributes['storeType'] ?? '';
  return storeTypes.has(type) ? [] : [finding('wrongStoreType', path, type)];
}

function rowOrder(_: Parts, path: string, xml: string): Finding[] {
  const findings: Finding[] = [];
  let last = 0;
  walkXml(xml, path, {
    open(name, { r }) {
      if (name !== 'row' || r === undefined) return;
      if (Number(r) <= last) findings.push(finding('rowsOutOfOrder', path, r));
      last = Number(r);
    },
  });
  return findings;
}

function sharedStringIndexes(parts: Parts, path: string, xml: string): Finding[] {
  const count = sharedStringCount(parts);
  const findings: Finding[] = [];
  let isShared = false;
  let inValue = false;
  walkXml(xml, path, {
    open(name, { t }) {
      if (name === 'c') isShared = t === 's';
      inValue = name === 'v';
    },
    text(text) {
      if (isShared && inValue && !(Number(text) < count)) findings.push(finding('sharedStringOutOfRange', path, text));
    },
    close() {
      inValue = false;
    },
  });
  return findings;
}

function sharedStringCount(parts: Parts): number {
  const xml = partText(parts, 'xl/sharedStrings.xml');
  return xml === undefined ? 0 : (xml.match(/<(?:\w+:)?si[\s>/]/g)?.length ?? 0);
}

/** A future function without its prefix is `#NAME?` when Excel opens the file. */
function missingPrefixes(_: Parts, path: string, xml: string): Finding[] {
  const bare = new Set<string>();
  eachFormula(xml, path, (formula) => bareFutureFunctions(formula).forEach((name) => bare.add(name)));
  return [...bare].map((name) => finding('missingPrefix', path, name));
}

function eachFormula(xml: string, path: string, visit: (formula: string) => void): void {
  const seen = new Set<string>();
  let text: string | undefined;
  walkXml(xml, path, {
    open(name) {
      text = formulaElements.has(name) ? '' : undefined;
    },
    text(piece) {
      if (text !== undefined) text += piece;
    },
    close() {
      if (text !== undefined && !seen.has(text)) {
        seen.add(text);
        visit(text);
      }
      text = undefined;
    },
  });
}

function bareFutureFunctions(formula: string): string[] {
  const tokens = tokenize(formula);
  return tokens
    .filter(({ text }, index) => isCall(tokens, index) && functionPrefixes.has(text.toUpperCase()))
    .map(({ text }) => text.toUpperCase());
}

function tableColumnCount(_: Parts, path: string, xml: string): Finding[] {
  const root = parseXml(xml, path);
  const list = child(root, 'tableColumns');
  const range = parseRange(root.attributes['ref'] ?? '');
  const width = range ? range.toColumn - range.fromColumn + 1 : 0;
  const actual = children(list, 'tableColumn').length;
  const declared = Number(list?.attributes['count'] ?? actual);
  return actual === width && declared === width
    ? []
    : [finding('tableColumnCount', path, `${declared}/${actual}/${width}`)];
}
