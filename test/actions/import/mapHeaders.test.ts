import { columnFinder, isImportable } from '../../../src/actions/import/mapHeaders';
import { template } from '../../../src/template/load';

describe('headers of the template itself', () => {
  const dataTables = template.tables.filter(({ group }) => group === 'data');

  it.each(dataTables.map((table) => [table.id, table] as const))(
    'should lead back to their own columns when a sheet of %s is imported again',
    (_, table) => {
      const find = columnFinder(table);
      const columns = table.columns.filter(isImportable);
      const headers = columns.flatMap(({ id, caption }) => [id, ...Object.values(caption)].map((text) => [id, text]));

      expect(headers.filter(([id, text]) => find(text!)?.id !== id)).toEqual([]);
    },
  );
});
