import fc from 'fast-check';
import type { MetaRow } from '../../src/template/bindings';
import { inPlace } from '../../src/workbook/plan/metaPlaces';

const row = (column: string): MetaRow => ({
  ...{ kind: 'column', table: 'customers', column, name: column },
  ...{ officeId: 1, origin: 'installed' },
});
const columns = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
const names = (rows: readonly MetaRow[]) => rows.map(({ column }) => column);

describe('places of meta rows', () => {
  it('should hold every new row once', () => {
    fc.assert(
      fc.property(columns, columns, (before, after) => {
        expect(names(inPlace(after.map(row), before.map(row))).sort()).toEqual([...after].sort());
      }),
    );
  });

  it('should know every row that stays, however far the writing came', () => {
    fc.assert(
      fc.property(columns, columns, fc.nat(10), (before, after, done) => {
        const placed = names(inPlace(after.map(row), before.map(row)));
        const halfway = [...placed.slice(0, done), ...before.slice(done)];
        const staying = before.filter((column) => after.includes(column));
        expect(staying.filter((column) => !halfway.includes(column))).toEqual([]);
      }),
    );
  });
});
