import type { BookComment } from '../book';
import type { Relationship } from '../package/relationships';
import { relationshipsOf } from '../package/relationships';
import { decodeText } from '../package/text';
import { child, children, flag, parseXml, type XmlNode } from '../package/xml';
import { partText, type Parts } from '../package/zip';

/** Threaded comments, and the notes of cells that have none: every thread also stands there as a note. */
export function readComments(parts: Parts, workbook: string, related: readonly Relationship[]): BookComment[] {
  const threads = threadsOf(parts, partOf(related, 'threadedComment'), readPersons(parts, workbook));
  const threaded = new Set(threads.map(({ cell }) => cell));
  const notes = notesOf(parts, partOf(related, 'comments')).filter(({ cell }) => !threaded.has(cell));
  return [...threads, ...notes];
}

const partOf = (related: readonly Relationship[], kind: string): string | undefined =>
  related.find((relationship) => relationship.kind === kind)?.target;

function rootOf(parts: Parts, path: string | undefined): XmlNode | undefined {
  const xml = path === undefined ? undefined : partText(parts, path);
  return path === undefined || xml === undefined ? undefined : parseXml(xml, path);
}

/** Display names by id. */
function readPersons(parts: Parts, workbook: string): ReadonlyMap<string, string> {
  const root = rootOf(parts, partOf(relationshipsOf(parts, workbook), 'person'));
  return new Map(
    children(root, 'person').map(({ attributes }) => [
      attributes['id'] ?? '',
      decodeText(attributes['displayName'] ?? ''),
    ]),
  );
}

function threadsOf(parts: Parts, path: string | undefined, persons: ReadonlyMap<string, string>): BookComment[] {
  const all = children(rootOf(parts, path), 'threadedComment');
  const said = ({ attributes, ...node }: XmlNode) => ({
    author: persons.get(attributes['personId'] ?? '') ?? '',
    text: decodeText(child({ attributes, ...node }, 'text')?.text ?? ''),
    created: attributes['dT'] ?? '',
  });
  return all
    .filter(({ attributes }) => attributes['parentId'] === undefined)
    .map((node) => {
      const replies = all.filter(({ attributes }) => attributes['parentId'] === node.attributes['id']).map(said);
      return {
        cell: node.attributes['ref'] ?? '',
        ...said(node),
        ...(flag(node.attributes['done']) && { resolved: true }),
        ...(replies.length > 0 && { replies }),
      };
    });
}

function notesOf(parts: Parts, path: string | undefined): BookComment[] {
  const root = rootOf(parts, path);
  const authors = children(child(root, 'authors'), 'author').map(({ text }) => decodeText(text));
  return children(child(root, 'commentList'), 'comment').map((node) => ({
    cell: node.attributes['ref'] ?? '',
    author: authors[Number(node.attributes['authorId'])] ?? '',
    text: decodeText(runsOf(child(node, 'text'))),
  }));
}

/** Text of a note, formatted or not. */
function runsOf(node: XmlNode | undefined): string {
  const runs = children(node, 'r').map((run) => child(run, 't')?.text ?? '');
  return runs.length > 0 ? runs.join('') : (child(node, 't')?.text ?? '');
}
