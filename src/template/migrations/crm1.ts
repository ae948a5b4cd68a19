import type { Migration } from '.';

export const crm1: Migration = {
  id: 'crm/1',
  version: 1,
  about: 'The first structure: tables, names, dashboard, and the meta table of kind, table, column, name and officeId.',
  metaRow: (cells) => cells,
  formulas: {},
};
