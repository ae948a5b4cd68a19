import type { BookXmlPart } from '../book';
import { relationshipsOf } from '../package/relationships';
import { parseXml, prefixedAttribute } from '../package/xml';
import { partText, type Parts } from '../package/zip';

/** The custom XML parts that the workbook leads to; those without an id are found by their place. */
export function readXmlParts(parts: Parts, workbook: string): BookXmlPart[] {
  const related = relationshipsOf(parts, workbook).filter(({ kind }) => kind === 'customXml');
  return related.flatMap(({ target }) => {
    const xml = partText(parts, target);
    return xml === undefined ? [] : [{ id: idOf(parts, target) ?? target, xml }];
  });
}

function idOf(parts: Parts, path: string): string | undefined {
  const properties = relationshipsOf(parts, path).find(({ kind }) => kind === 'customXmlProps')?.target;
  const xml = properties === undefined ? undefined : partText(parts, properties);
  if (properties === undefined || xml === undefined) return undefined;
  return prefixedAttribute(parseXml(xml, properties), 'itemID');
}
