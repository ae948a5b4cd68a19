import { HostError } from '../../errors';
import type { Comment, Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';
import { flag, number, text } from '../convert';
import { type Call, defineClass, type HostObject, object } from '../hostClass';
import { rangeObject } from '../targets';
import { AUTHOR, cellOf, commentId, type Scope } from './comments';

interface NoteTarget {
  sheet: Sheet;
  comment: Comment;
  note: NonNullable<Comment['note']>;
}

function notesIn({ sheet }: Scope, workbook: Workbook): NoteTarget[] {
  const sheets = sheet ? [sheet] : workbook.sheets;
  return sheets.flatMap((each) =>
    each.comments.flatMap((comment) => (comment.note ? [{ sheet: each, comment, note: comment.note }] : [])),
  );
}

function placeOf({ comment: { row, column } }: NoteTarget) {
  return { row, column, rows: 1, columns: 1 };
}

/** By its id, which only the host knows, or by its cell. */
function find(scope: Scope, key: unknown, workbook: Workbook): HostObject | null {
  const notes = notesIn(scope, workbook);
  const known = notes.find(({ comment }) => comment.id === key);
  if (known) return object('Note', known);
  const { sheet, row, column } = cellOf(scope, key, workbook);
  const note = notes.find((each) => each.sheet === sheet && each.comment.row === row && each.comment.column === column);
  return note ? object('Note', note) : null;
}

/** Excel's size of a new note, in points. */
const SIZE = { width: 108, height: 59.25 };

/** @throws InvalidArgument for more than one cell; InvalidOperation where there is a comment or note */
function add(scope: Scope, [address, content]: unknown[], { workbook }: Call): HostObject {
  const { sheet, row, column } = cellOf(scope, address, workbook);
  if (sheet.comments.some((other) => other.row === row && other.column === column))
    throw new HostError('InvalidOperation', 'The cell already has a comment or note.');
  const note = { visible: false, ...SIZE };
  const said = { content: text(content), contentType: 'Plain', author: AUTHOR.author, created: '' };
  const comment: Comment = {
    ...{ id: commentId(workbook), row, column, ...said, resolved: false, mentions: [], replies: [] },
    note,
  };
  sheet.comments.push(comment);
  return object('Note', { sheet, comment, note });
}

export const NOTE_CLASSES = {
  NoteCollection: defineClass<Scope>({
    items: (scope, { workbook }) => notesIn(scope, workbook).map((target) => object('Note', target)),
    item: (scope, key, { workbook }) => find(scope, key, workbook),
    methods: { Add: add },
  }),
  Note: defineClass<NoteTarget>({
    identity: ({ comment }) => comment.id,
    identityKey: '_Id',
    properties: {
      AuthorName: { get: ({ comment }) => comment.author },
      Content: { get: ({ comment }) => comment.content, set: ({ comment }, value) => (comment.content = text(value)) },
      Height: { get: ({ note }) => note.height, set: ({ note }, value) => (note.height = number(value)) },
      Visible: { get: ({ note }) => note.visible, set: ({ note }, value) => (note.visible = flag(value)) },
      Width: { get: ({ note }) => note.width, set: ({ note }, value) => (note.width = number(value)) },
    },
    methods: {
      Delete: ({ sheet, comment }) => {
        sheet.comments = sheet.comments.filter((other) => other !== comment);
      },
      GetLocation: (target) => rangeObject(target.sheet, placeOf(target)),
    },
  }),
};
