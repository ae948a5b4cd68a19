import { parseCell } from '../address';
import type { Book, BookComment, BookSheet } from '../book';
import type { PackageEditor } from '../package/editor';
import { namespaces } from '../package/names';
import { element, textElement, xmlHeader } from '../package/xml';

/** Files want GUIDs; these are numbered, so that the same book gives the same bytes. */
const guid = (series: string, number: number): string =>
  `{${series}-0000-0000-0000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;

const people = (sheets: readonly BookSheet[]): string[] => [
  ...new Set(
    sheets.flatMap(({ comments = [] }) =>
      comments.flatMap(({ author, replies = [] }) => [author, ...replies.map((reply) => reply.author)]),
    ),
  ),
];

const isThread = ({ created, replies }: BookComment): boolean => created !== undefined || replies !== undefined;

/** `xl/persons/person.xml`: who wrote threaded comments. */
export function addPersons(editor: PackageEditor, { sheets }: Book): void {
  if (!sheets.some(({ comments = [] }) => comments.some(isThread))) return;
  const list = people(sheets).map((displayName, index) =>
    element('person', { displayName, id: guid('00000001', index), userId: displayName, providerId: 'None' }),
  );
  const root = { xmlns: namespaces.threadedComments, 'xmlns:x': namespaces.main };
  editor.add('xl/persons/person.xml', 'persons', xmlHeader + element('personList', root, ...list));
  editor.relate('xl/workbook.xml', 'xl/persons/person.xml', 'persons');
}

/**
 * Notes and threads of one sheet: every thread also stands among the notes, where older readers find it. Returns the
 * element that leads to the little boxes.
 */
export function addComments(editor: PackageEditor, book: Book, sheet: BookSheet, path: string): string {
  const { comments = [] } = sheet;
  if (comments.length === 0) return '';
  const number = book.sheets.indexOf(sheet) + 1;
  const notes = `xl/comments${number}.xml`;
  editor.add(notes, 'comments', xmlHeader + notesXml(comments, number));
  editor.relate(path, notes, 'comments');
  const threads = comments.filter(isThread);
  if (threads.length > 0) {
    const part = `xl/threadedComments/threadedComment${number}.xml`;
    editor.add(part, 'threadedComments', xmlHeader + threadsXml(comments, number, people(book.sheets)));
    editor.relate(path, part, 'threadedComments');
  }
  const boxes = `xl/drawings/vmlDrawing${number}.vml`;
  editor.add(boxes, 'vmlDrawing', boxesXml(comments));
  return element('legacyDrawing', { 'r:id': editor.relate(path, boxes, 'vmlDrawing') });
}

const threadId = (sheet: number, comment: number, reply = 0): string =>
  guid(`0000${sheet.toString(16).toUpperCase().padStart(4, '0')}`, (comment + 1) * 0x10000 + reply);

/** A thread's author in the notes is its id: by this Excel knows the two are one. */
function notesXml(comments: readonly BookComment[], sheet: number): string {
  const authors = comments.map((comment, index) =>
    isThread(comment) ? `tc=${threadId(sheet, index)}` : comment.author,
  );
  const list = [...new Set(authors)];
  const items = comments.map((comment, index) => {
    const text = isThread(comment) ? `[Threaded comment]\n\nComment:\n    ${comment.text}` : comment.text;
    const uid = isThread(comment) ? { 'xr:uid': threadId(sheet, index) } : {};
    const attributes = { ref: comment.cell, authorId: list.indexOf(authors[index]!), ...uid };
    return element('comment', attributes, element('text', {}, textElement('t', text, { 'xml:space': 'preserve' })));
  });
  return element(
    'comments',
    {
      xmlns: namespaces.main,
      'xmlns:mc': namespaces.compatibility,
      'mc:Ignorable': 'xr',
      'xmlns:xr': 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision',
    },
    element('authors', {}, ...list.map((author) => textElement('author', author))),
    element('commentList', {}, ...items),
  );
}

/** Excel wants a date on every thread; a thread without one is as old as the format. */
const unknownDate = '2018-01-01T00:00:00.00';

function threadsXml(comments: readonly BookComment[], sheet: number, authors: readonly string[]): string {
  const personOf = (author: string): string => guid('00000001', authors.indexOf(author));
  const items = comments.flatMap((comment, index) => {
    if (!isThread(comment)) return [];
    const id = threadId(sheet, index);
    const said = (author: string, text: string, attributes: Record<string, string | boolean | undefined>): string =>
      element(
        'threadedComment',
        { ref: comment.cell, personId: personOf(author), ...attributes },
        textElement('text', text),
      );
    const { author, text, created = unknownDate, resolved, replies = [] } = comment;
    return [
      said(author, text, { dT: created, id, done: resolved }),
      ...replies.map((reply, number) =>
        said(reply.author, reply.text, { dT: reply.created, id: threadId(sheet, index, number + 1), parentId: id }),
      ),
    ];
  });
  return element('ThreadedComments', { xmlns: namespaces.threadedComments, 'xmlns:x': namespaces.main }, ...items);
}

const boxShape =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Hidden yellow boxes, which notes cannot do without. */
function boxesXml(comments: readonly BookComment[]): string {
  const boxes = comments.map(({ cell }, index) => {
    const { row, column } = parseCell(cell)!;
    const data = element(
      'x:ClientData',
      { ObjectType: 'Note' },
      element('x:MoveWithCells') + element('x:SizeWithCells'),
      textElement('x:Anchor', [column + 1, 15, Math.max(0, row - 1), 10, column + 3, 15, row + 3, 4].join(', ')),
      textElement('x:AutoFill', 'False') + textElement('x:Row', String(row)) + textElement('x:Column', String(column)),
    );
    return element(
      'v:shape',
      {
        id: `_x0000_s${1025 + index}`,
        type: '#_x0000_t202',
        style: 'position:absolute;width:108pt;height:59pt;visibility:hidden',
        fillcolor: '#ffffe1',
        'o:insetmode': 'auto',
      },
      element('v:fill', { color2: '#ffffe1' }) + element('v:textbox') + data,
    );
  });
  const names = {
    'xmlns:v': 'urn:schemas-microsoft-com:vml',
    'xmlns:o': 'urn:schemas-microsoft-com:office:office',
    'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
  };
  return element('xml', names, boxShape, ...boxes);
}
