import { HostError, requireArgument } from '../../errors';
import { requirePlace } from '../../edit/resolve';
import type { CommentChangeType } from '../../store/change';
import type { Comment, Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';
import { type Call, defineClass, HostObject, object, type Property } from '../hostClass';
import { flag, found, oneOf, rangeArgument, record, text } from '../convert';
import { rangeObject } from '../targets';

/** The comments of a sheet, or of all sheets. */
export interface Scope {
  sheet?: Sheet;
}

interface CommentTarget {
  sheet: Sheet;
  comment: Comment;
  /** Set for a reply. */
  parent?: Comment;
}

export const AUTHOR = { author: 'Host User', created: '2024-01-01T00:00:00.000Z' };

function all({ sheet }: Scope, workbook: Workbook): CommentTarget[] {
  const sheets = sheet ? [sheet] : workbook.sheets;
  return sheets.flatMap((each) =>
    each.comments.filter(({ note }) => !note).map((comment) => ({ sheet: each, comment })),
  );
}

export function cellOf(
  { sheet }: Scope,
  address: unknown,
  workbook: Workbook,
): { sheet: Sheet; row: number; column: number } {
  const place =
    address instanceof HostObject
      ? { sheet: rangeArgument(address).sheet, area: rangeArgument(address).cells }
      : requirePlace(workbook, sheet ?? workbook.activeSheet, text(address));
  requireArgument(place.area.rows === 1 && place.area.columns === 1);
  return { sheet: place.sheet, row: place.area.row, column: place.area.column };
}

/** Content is text, or `{richContent, mentions}`. */
function contentOf(content: unknown): { content: string; mentions: unknown[] } {
  if (typeof content === 'string') return { content, mentions: [] };
  const { richContent, mentions } = record(content);
  return { content: text(richContent), mentions: Array.isArray(mentions) ? mentions : [] };
}

export function commentId(workbook: Workbook): string {
  return `{${String(workbook.nextNumber('comment')).padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

function create(workbook: Workbook, place: { row: number; column: number }, content: unknown, type: unknown): Comment {
  return {
    id: commentId(workbook),
    row: place.row,
    column: place.column,
    ...contentOf(content),
    contentType: oneOf(type, ['Plain', 'Mention'] as const, 'Plain'),
    ...AUTHOR,
    resolved: false,
    replies: [],
  };
}

function add(scope: Scope, [address, content, type]: unknown[], { workbook }: Call): HostObject {
  const place = cellOf(scope, address, workbook);
  const taken = place.sheet.comments.some((other) => other.row === place.row && other.column === place.column);
  if (taken) throw new HostError('InvalidOperation', 'The cell already has a comment.');
  const comment = create(workbook, place, content, type);
  place.sheet.comments.push(comment);
  workbook.emit({ kind: 'commentAdded', comment, sheet: place.sheet });
  return object('Comment', { sheet: place.sheet, comment });
}

const collection = defineClass<Scope>({
  items: (scope, { workbook }) => all(scope, workbook).map((target) => object('Comment', target)),
  item: (scope, id, { workbook }) => {
    const target = all(scope, workbook).find(({ comment }) => comment.id === id);
    return target ? object('Comment', target) : null;
  },
  methods: {
    Add: add,
    GetItemByCell: (scope, [address], { workbook }) => {
      const place = cellOf(scope, address, workbook);
      return object(
        'Comment',
        found(
          all({ sheet: place.sheet }, workbook).find(
            ({ comment }) => comment.row === place.row && comment.column === place.column,
          ),
        ),
      );
    },
    GetItemByReplyId: (scope, [id], { workbook }) =>
      object(
        'Comment',
        found(all(scope, workbook).find(({ comment }) => comment.replies.some((reply) => reply.id === id))),
      ),
  },
});

function changed(
  { sheet, comment, parent }: CommentTarget,
  workbook: Workbook,
  changeType: CommentChangeType = parent ? 'ReplyEdited' : 'CommentEdited',
): void {
  const replyIds = parent && [comment.id];
  workbook.emit({ kind: 'commentChanged', comment: parent ?? comment, sheet, changeType, replyIds });
}

const properties: Record<string, Property<CommentTarget>> = {
  Id: { get: ({ comment }) => comment.id },
  Content: {
    get: ({ comment }) => comment.content,
    set: (target, value, { workbook }) => {
      target.comment.content = text(value);
      changed(target, workbook);
    },
  },
  RichContent: { get: ({ comment }) => comment.content },
  ContentType: { get: ({ comment }) => comment.contentType },
  AuthorName: { get: ({ comment }) => comment.author },
  AuthorEmail: { get: () => 'user@example.com' },
  CreationDate: { get: ({ comment }) => comment.created },
  Mentions: { get: ({ comment }) => comment.mentions },
  Resolved: {
    get: ({ comment, parent }) => (parent ?? comment).resolved,
    set: (target, value, { workbook }) => {
      if (target.comment.resolved === flag(value)) return;
      target.comment.resolved = flag(value);
      changed(target, workbook, target.comment.resolved ? 'CommentResolved' : 'CommentReopened');
    },
  },
};

const methods = {
  GetLocation: ({ sheet, comment, parent }: CommentTarget) => {
    const { row, column } = parent ?? comment;
    return rangeObject(sheet, { row, column, rows: 1, columns: 1 });
  },
  UpdateMentions: (target: CommentTarget, [content]: unknown[], { workbook }: Call) => {
    Object.assign(target.comment, contentOf(content), { contentType: 'Mention' });
    changed(target, workbook);
  },
};

const comment = defineClass<CommentTarget>({
  identity: (target) => target.comment.id,
  properties,
  objects: { Replies: (target) => object('CommentReplyCollection', target) },
  methods: {
    ...methods,
    Delete: (target, _args, { workbook }) => {
      target.sheet.comments = target.sheet.comments.filter((other) => other !== target.comment);
      workbook.emit({ kind: 'commentDeleted', comment: target.comment, sheet: target.sheet });
    },
  },
});

const replies = defineClass<CommentTarget>({
  items: (target) =>
    target.comment.replies.map((reply) =>
      object('CommentReply', { ...target, comment: reply, parent: target.comment }),
    ),
  item: (target, id) => {
    const reply = target.comment.replies.find((candidate) => candidate.id === id);
    return reply ? object('CommentReply', { ...target, comment: reply, parent: target.comment }) : null;
  },
  methods: {
    Add: (target, [content, type], { workbook }) => {
      const reply = create(workbook, target.comment, content, type);
      target.comment.replies.push(reply);
      const added = { ...target, comment: reply, parent: target.comment };
      changed(added, workbook, 'ReplyAdded');
      return object('CommentReply', added);
    },
  },
});

const reply = defineClass<CommentTarget>({
  identity: (target) => target.comment.id,
  properties,
  methods: {
    ...methods,
    GetParentComment: ({ sheet, parent }) => object('Comment', { sheet, comment: found(parent) }),
    Delete: (target, _args, { workbook }) => {
      const parent = found(target.parent);
      parent.replies = parent.replies.filter((other) => other !== target.comment);
      changed(target, workbook, 'ReplyDeleted');
    },
  },
});

export const COMMENT_CLASSES = {
  Comment: comment,
  CommentCollection: collection,
  CommentReply: reply,
  CommentReplyCollection: replies,
};
