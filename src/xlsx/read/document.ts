import type { BookDocument } from '../book';
import { author } from '../package/names';
import { relationshipsOf } from '../package/relationships';
import { decodeText } from '../package/text';
import { child, parseXml, type XmlNode } from '../package/xml';
import { partText, type Parts } from '../package/zip';

type Names = Readonly<Partial<Record<keyof BookDocument, string>>>;

/** Elements of `docProps/core.xml` and `docProps/app.xml`. */
const core: Names = {
  title: 'title',
  subject: 'subject',
  author: 'creator',
  keywords: 'keywords',
  comments: 'description',
  category: 'category',
  lastAuthor: 'lastModifiedBy',
  created: 'created',
};
const app: Names = { manager: 'Manager', company: 'Company' };

/** What people say about the workbook as a whole; undefined when nobody did. */
export function readDocument(parts: Parts): BookDocument | undefined {
  const document = { ...said(parts, 'core-properties', core), ...said(parts, 'extended-properties', app) };
  return Object.keys(document).length === 0 ? undefined : document;
}

function said(parts: Parts, kind: string, names: Names): BookDocument {
  const path = relationshipsOf(parts, '').find((relationship) => relationship.kind === kind)?.target;
  const xml = path === undefined ? undefined : partText(parts, path);
  const root: XmlNode | undefined = path === undefined || xml === undefined ? undefined : parseXml(xml, path);
  const entries = Object.entries(names).map(([key, name]) => [key, decodeText(child(root, name)?.text ?? '')]);
  return Object.fromEntries(entries.filter(([, text]) => text !== '' && text !== author)) as BookDocument;
}
