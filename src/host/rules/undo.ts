import { documented, type HostRule } from './evidence';

/** What Ctrl+Z takes back. */
export const undo = {
  'undo-per-request': {
    text: 'Each request that writes is one step of the undo list, at most 100; steps of others on top cannot be passed.',
    evidence: documented('excel/excel-add-ins-undo-capabilities'),
  },
  'undo-group': {
    text: 'Excel.run({ mergeUndoGroup: true }) is one step; a call without undo support in it fails with UndoNotSupported.',
    evidence: documented('excel/excel-add-ins-undo-capabilities'),
  },
  'undo-cleared-by': {
    text: 'Calls without undo support (protection, sheet copy and delete, styles, custom XML ...) empty the undo list.',
    evidence: documented('excel/excel-add-ins-undo-capabilities'),
  },
} as const satisfies Record<string, HostRule>;
