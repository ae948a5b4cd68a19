import type { BookComment } from '../../xlsx/book';
import { columnName, parseAddress } from '../store/address';
import type { Comment } from '../store/sheet';
import type { Workbook } from '../store/workbook';

/** Files keep where a note's box is; here it has Excel's size, in points. */
const NOTE_SIZE = { width: 108, height: 59.25 };

function commentId(workbook: Workbook): string {
  return `{${String(workbook.nextNumber('comment')).padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

/** A thread of a file; null for one whose cell is none. */
export function toLiveComment(workbook: Workbook, { cell, replies = [], ...source }: BookComment): Comment | null {
  const place = parseAddress(cell)?.area;
  if (!place) return null;
  const said = ({ author, text, created = '' }: { author: string; text: string; created?: string }): Comment => ({
    id: commentId(workbook),
    row: place.row,
    column: place.column,
    content: text,
    contentType: 'Plain',
    author,
    created,
    resolved: source.resolved === true,
    mentions: [],
    replies: [],
  });
  const note = source.created === undefined && { note: { visible: false, ...NOTE_SIZE } };
  return { ...said(source), replies: replies.map(said), ...note };
}

export function toFileComment({ row, column, content, author, created, resolved, replies }: Comment): BookComment {
  return {
    cell: columnName(column) + (row + 1),
    author,
    text: content,
    ...(created && { created }),
    ...(resolved && { resolved: true }),
    ...(replies.length > 0 && {
      replies: replies.map((reply) => ({ author: reply.author, text: reply.content, created: reply.created })),
    }),
  };
}
