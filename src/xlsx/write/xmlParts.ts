import type { Book } from '../book';
import type { PackageEditor } from '../package/editor';
import { namespaces } from '../package/names';
import { element, xmlHeader } from '../package/xml';

const guid = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;

/** `customXml/itemN.xml` and, where it has a GUID, the part that says so. */
export function addXmlParts(editor: PackageEditor, { xmlParts = [] }: Book): void {
  xmlParts.forEach(({ id, xml }, index) => {
    const path = `customXml/item${index + 1}.xml`;
    editor.add(path, 'customXml', xml);
    editor.relate('xl/workbook.xml', path, 'customXml');
    if (!guid.test(id)) return;
    const properties = `customXml/itemProps${index + 1}.xml`;
    const item = element('ds:datastoreItem', { 'ds:itemID': id.toUpperCase(), 'xmlns:ds': namespaces.customXml });
    editor.add(properties, 'customXmlProperties', xmlHeader + item);
    editor.relate(path, properties, 'customXmlProperties');
  });
}
