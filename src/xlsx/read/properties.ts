import type { Book } from '../book';
import { relationshipsOf } from '../package/relationships';
import { decodeText } from '../package/text';
import { children, find, flag, parseXml } from '../package/xml';
import { partText, type Parts } from '../package/zip';

/** Custom properties of the package (`docProps/custom.xml`); dates stay the text the file holds. */
export function readProperties(parts: Parts): Book['properties'] {
  const path = relationshipsOf(parts, '').find(({ kind }) => kind === 'custom-properties')?.target;
  const xml = path === undefined ? undefined : partText(parts, path);
  if (path === undefined || xml === undefined) return {};
  const properties = children(parseXml(xml, path), 'property');
  return Object.fromEntries(
    properties.map(({ attributes, children: [variant] }) => [
      decodeText(attributes['name'] ?? ''),
      variantValue(variant?.name ?? '', variant?.text ?? ''),
    ]),
  );
}

const numberTypes = new Set(['i1', 'i2', 'i4', 'i8', 'int', 'ui1', 'ui2', 'ui4', 'ui8', 'uint', 'r4', 'r8', 'decimal']);

function variantValue(type: string, text: string): string | number | boolean {
  if (type === 'bool') return flag(text);
  return numberTypes.has(type) ? Number(text) : decodeText(text);
}

/** The add-in whose pane opens with the document, if the file names one. */
export function readOpenPane(parts: Parts): Book['openPane'] {
  const panes = relationshipsOf(parts, '').find(({ kind }) => kind === 'webextensiontaskpanes')?.target;
  const extension = panes && relationshipsOf(parts, panes).find(({ kind }) => kind === 'webextension')?.target;
  const xml = extension && partText(parts, extension);
  if (!extension || !xml) return undefined;
  const root = parseXml(xml, extension);
  const { id, version = '', store = '', storeType = '' } = find(root, 'reference')?.attributes ?? {};
  const opens = find(root, 'property')?.attributes['name'] === 'Office.AutoShowTaskpaneWithDocument';
  return id === undefined || !opens ? undefined : { storeType, store, addinId: id, version };
}
