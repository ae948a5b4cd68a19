import type { Book } from '../book';
import { openPaneProperty } from '../package/openPane';
import { relationshipsOf } from '../package/relationships';
import { decodeText } from '../package/text';
import { child, children, flag, parseXml } from '../package/xml';
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

/** The add-in that keeps its settings in the file, and those; `opens` when its pane opens with the document. */
export function readWebExtension(parts: Parts): Pick<Book, 'openPane' | 'settings'> {
  const panes = relationshipsOf(parts, '').find(({ kind }) => kind === 'webextensiontaskpanes')?.target;
  const extension = panes && relationshipsOf(parts, panes).find(({ kind }) => kind === 'webextension')?.target;
  const xml = extension && partText(parts, extension);
  if (!extension || !xml) return {};
  const root = parseXml(xml, extension);
  const { id, version = '', store = '', storeType = '' } = child(root, 'reference')?.attributes ?? {};
  const properties = children(child(root, 'properties'), 'property').map(
    ({ attributes: { name = '', value = '' } }) => [decodeText(name), settingValue(decodeText(value))] as const,
  );
  const opens = properties.some(([name]) => name === openPaneProperty);
  const settings = Object.fromEntries(properties.filter(([name]) => name !== openPaneProperty));
  return {
    ...(id !== undefined && opens && { openPane: { storeType, store, addinId: id, version } }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}

/** Office stores JSON; what is none is a text somebody else wrote. */
function settingValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
