import { assumed, documented, type HostRule } from './evidence';

/** What several people at once do to each other, connected or offline. */
export const sharing = {
  'same-cell-last-writer': {
    text: 'Two clients that append to the row they both saw as the next one: each write is applied to the row as it is now.',
    evidence: assumed('co-authoring merges cell by cell; nothing says that rows move apart'),
    pessimistic: 'Both write the same cells: the last writer wins, no row is shifted.',
  },
  'rows-add-conflicts': {
    text: 'TableRowCollection.add works, but loses changes while others edit.',
    evidence: documented('excel/co-authoring-in-excel-add-ins'),
    pessimistic:
      'While other clients are connected the added rows are lost after the answer, and a refresh is recommended.',
  },
  'offline-cell-merge': {
    text: 'Edits made offline are merged cell by cell when the client is back; a cell that both changed keeps what was merged last.',
    evidence: assumed('support pages say that the last change to be saved is kept'),
  },
  'offline-cells-follow': {
    text: 'An offline edit lands on the cell it was made in, wherever insertions and deletions by others have moved it.',
    evidence: assumed('merging addresses as they were would tear every record apart'),
  },
  'offline-sort-moves-nothing': {
    text: 'Sorting writes cells and moves none: an offline edit lands on the row that is there after a sort by others.',
    evidence: assumed('a sort reaches co-authors as changed values'),
  },
  'offline-same-next-row': {
    text: 'Rows that both sides added under a table while one was offline are all kept: those merged last come below.',
    evidence: assumed('nothing documented says whether rows move apart'),
    pessimistic: 'They are the same cells: those merged last replace the others.',
  },
  'offline-structure-lost': {
    text: 'Sheets, tables, columns, charts, comments, data validations and conditional formats made or changed offline are not merged; Excel recommends a refresh.',
    evidence: assumed('the harshest reading of "refresh recommended" in the co-authoring page'),
  },
  'reload-forgets': {
    text: 'A reloaded add-in starts with empty memory; its handlers and tracked ranges are gone.',
    evidence: documented('excel/co-authoring-in-excel-add-ins'),
  },
} as const satisfies Record<string, HostRule>;
