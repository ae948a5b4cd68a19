import type { Migration } from '.';

export const crm2: Migration = {
  id: 'crm/2',
  version: 2,
  about:
    'The meta table tells in a column `origin` who made a table or column; the name crm_workbook holds an identity.',
  // Before crm/2 nothing could be adopted: what is in the meta table was made by us.
  metaRow: ([kind, table, column, name, officeId, origin]) => [
    kind,
    table,
    column,
    name,
    officeId,
    origin || 'installed',
  ],
  formulas: {},
};
