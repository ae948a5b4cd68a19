import { SaxesParser } from 'saxes';
import { CrmError } from '../../shared/errors';
import type { BookElement } from '../book';
import { escapeAttribute, escapeText } from './text';

/** An XML element without namespaces: local names, text of its own, attributes by the name they are written with. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
}

export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Streams a part through a handler. Document types are refused: no workbook needs one and they are how entity bombs
 * come in.
 * @throws CrmError `damaged` with the part's path when the XML is not well-formed.
 */
export function walkXml(xml: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new CrmError('damaged', { part, detail: error.message });
  });
  parser.on('doctype', () => {
    throw new CrmError('damaged', { part, detail: 'doctype' });
  });
  parser.on('opentag', (tag) => handler.open?.(localName(tag.name), tag.attributes));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag) => handler.close?.(localName(tag.name)));
  parser.write(xml).close();
}

/** Builds a tree from the events it is given; `root` holds what was built so far. */
export class TreeBuilder implements Required<XmlHandler> {
  readonly root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  private readonly stack = [this.root];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const node: XmlNode = { name, attributes, children: [], text: '' };
    this.stack[this.stack.length - 1]!.children.push(node);
    this.stack.push(node);
  }

  text(text: string): void {
    this.stack[this.stack.length - 1]!.text += text;
  }

  close(): void {
    this.stack.pop();
  }
}

/** The whole part as a tree: for the small parts; worksheets and shared strings are streamed. */
export function parseXml(xml: string, part: string): XmlNode {
  const builder = new TreeBuilder();
  walkXml(xml, part, builder);
  return builder.root.children[0]!;
}

/** First child of that name. */
export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((candidate) => candidate.name === name);

/** All children of that name. */
export const children = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((candidate) => candidate.name === name) ?? [];

/** The element at the end of a path of names, or undefined. */
export const descend = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((current, name) => child(current, name), node);

/** First element of that name anywhere below, in document order. */
export function find(node: XmlNode | undefined, name: string): XmlNode | undefined {
  for (const candidate of node?.children ?? []) {
    if (candidate.name === name) return candidate;
    const deeper = find(candidate, name);
    if (deeper) return deeper;
  }
  return undefined;
}

/** An attribute written with any namespace prefix (`r:id`, `d3p1:id`), never the plain one. */
export function prefixedAttribute(node: XmlNode, name: string): string | undefined {
  const key = Object.keys(node.attributes).find((attribute) => attribute.endsWith(`:${name}`));
  return key === undefined ? undefined : node.attributes[key];
}

/** XML booleans: `1`, `true`, `on`; missing is what the caller says. */
export const flag = (value: string | undefined, missing = false): boolean =>
  value === undefined ? missing : value === '1' || value === 'true' || value === 'on';

export type AttributeValue = string | number | boolean | undefined;

/** Writes an element; undefined attributes and empty children are left out, booleans are `1` and `0`. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  ...body: string[]
): string {
  const content = body.join('');
  const open = name + attributesXml(attributes);
  return content === '' ? `<${open}/>` : `<${open}>${content}</${name}>`;
}

function attributesXml(attributes: Readonly<Record<string, AttributeValue>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${attributeText(value)}"`)
    .join('');
}

const attributeText = (value: AttributeValue): string =>
  typeof value === 'boolean' ? String(Number(value)) : escapeAttribute(String(value));

/** An element with text only; spaces at its ends are kept. */
export function textElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
): string {
  return `<${name}${attributesXml(attributes)}>${escapeText(text)}</${name}>`;
}

/** A tree back to XML (attributes as they were read). */
export function serializeXml(node: BookElement): string {
  return element(node.name, node.attributes, escapeText(node.text), ...node.children.map(serializeXml));
}

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
