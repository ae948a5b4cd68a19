import type { Book } from '../book';
import type { PackageEditor } from '../package/editor';
import { namespaces } from '../package/names';
import { element, textElement, xmlHeader } from '../package/xml';
import { openPaneProperty } from '../package/openPane';

const customFormat = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
/** Identity of the one web extension a book holds; it need only differ from others in the same file. */
const webExtensionInstance = '{52811C31-4593-43B8-A697-EB873422D156}';
/** Numbers of custom properties begin here (MS-OLEPS). */
const firstPropertyId = 2;

/** `docProps/custom.xml`, when the book has properties of its own. */
export function addProperties(editor: PackageEditor, { properties }: Book): void {
  const items = Object.entries(properties).map(([name, value], index) =>
    element('property', { fmtid: customFormat, pid: index + firstPropertyId, name }, variantXml(value)),
  );
  if (items.length === 0) return;
  const attributes = { xmlns: namespaces.customProperties, 'xmlns:vt': namespaces.variantTypes };
  editor.addRoot('docProps/custom.xml', 'customProperties', xmlHeader + element('Properties', attributes, ...items));
}

function variantXml(value: string | number | boolean): string {
  if (typeof value === 'boolean') return textElement('vt:bool', String(value));
  if (typeof value === 'string') return textElement('vt:lpwstr', value);
  return textElement(Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'vt:i4' : 'vt:r8', String(value));
}

/** `xl/metadata.xml`: `cm="1"` of a cell points here and says that its array formula is a dynamic one. */
export function addMetadata(editor: PackageEditor, workbook: string): void {
  const properties = element('xda:dynamicArrayProperties', { fDynamic: 1, fCollapsed: 0 });
  const extension = element('ext', { uri: '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}' }, properties);
  const xml = element(
    'metadata',
    { xmlns: namespaces.main, 'xmlns:xda': namespaces.dynamicArray },
    element('metadataTypes', { count: 1 }, element('metadataType', { name: 'XLDAPR', ...metadataFlags })),
    element('futureMetadata', { name: 'XLDAPR', count: 1 }, element('bk', {}, element('extLst', {}, extension))),
    element('cellMetadata', { count: 1 }, element('bk', {}, element('rc', { t: 1, v: 0 }))),
  );
  editor.add('xl/metadata.xml', 'metadata', xmlHeader + xml);
  editor.relate(workbook, 'xl/metadata.xml', 'metadata');
}

const metadataFlags = Object.fromEntries([
  ['minSupportedVersion', 120000],
  ...[
    'copy',
    'pasteAll',
    'pasteValues',
    'merge',
    'splitFirst',
    'rowColShift',
    'clearFormats',
    'clearComments',
    'assign',
    'coerce',
    'cellMeta',
  ].map((name) => [name, 1] as const),
]);

/** The add-in that settings belong to when nobody says which: a sideloaded one without an id of its own. */
const anyAddin = { addinId: '00000000-0000-0000-0000-000000000000', version: '1.0.0.0', store: 'developer' };

/**
 * The add-in's part: its settings, and whether its pane opens with the document. Office keeps both in the same property
 * bag, values as JSON. `visibility` 0: the pane opens only for people who have the add-in (1 would ask everybody else
 * to install it, and Office.js could no longer switch it off).
 */
export function addWebExtension(editor: PackageEditor, { openPane, settings = {} }: Book): void {
  const bag = [
    ...(openPane ? [[openPaneProperty, true] as const] : []),
    ...Object.entries(settings).filter(([name]) => name !== openPaneProperty),
  ];
  if (bag.length === 0) return;
  const panes = 'xl/webextensions/taskpanes.xml';
  const extension = 'xl/webextensions/webextension1.xml';
  const addin = openPane ?? { ...anyAddin, storeType: 'developer' };
  editor.add(extension, 'webExtension', webExtensionXml(addin, bag));
  editor.addRoot(panes, 'taskPanes', taskPanesXml(editor.relate(panes, extension, 'webExtension')));
}

function taskPanesXml(id: string): string {
  const reference = element('wetp:webextensionref', { 'xmlns:r': namespaces.relationships, 'r:id': id });
  const pane = element('wetp:taskpane', { dockstate: 'right', visibility: 0, width: 350, row: 0 }, reference);
  return xmlHeader + element('wetp:taskpanes', { 'xmlns:wetp': namespaces.taskPanes }, pane);
}

function webExtensionXml(
  { addinId, version, store, storeType }: NonNullable<Book['openPane']>,
  bag: readonly (readonly [name: string, value: unknown])[],
): string {
  const properties = bag.map(([name, value]) => element('we:property', { name, value: JSON.stringify(value) }));
  return (
    xmlHeader +
    element(
      'we:webextension',
      { 'xmlns:we': namespaces.webExtension, id: webExtensionInstance },
      element('we:reference', { id: addinId, version, store, storeType }),
      element('we:alternateReferences'),
      element('we:properties', {}, ...properties),
      element('we:bindings'),
      element('we:snapshot', { 'xmlns:r': namespaces.relationships }),
    )
  );
}
