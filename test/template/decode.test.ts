import { decodeWorkbook, type RawTable } from '../../src/template/decode';

const team: RawTable = { table: 'team', firstRow: 2, columnIds: ['id', 'name'], rows: [['U1', 'Ann']] };
const ids: RawTable = { table: 'customers', firstRow: 2, columnIds: ['id'], rows: [['C1'], [''], ['c1'], ['']] };
const others: RawTable = {
  ...{ table: 'customers', firstRow: 2, columnIds: [null, 'name', 'owner', 'createdAt'] },
  rows: [
    ['x', 'Acme', 'U1', 45_000],
    ['x', '', '', 'soon'],
    ['x', 'Solo', 'Bob', 'soon'],
    ['', '', '', ''],
  ],
};

describe('decodeWorkbook', () => {
  it('should put the strips of a table together when it was read in parts', () => {
    const { tables } = decodeWorkbook([team, ids, others], false);

    expect(tables.customers).toMatchObject({
      count: 2,
      sheetRows: [2, 4],
      columns: { id: ['C1', 'c1'], name: ['Acme', 'Solo'], owner: ['U1', 'Bob'], createdAt: [45_000, null] },
    });
  });

  it('should list what does not fit table by table, and references last', () => {
    const { problems } = decodeWorkbook([team, ids, others], false);

    expect(problems.map(({ row, column, code, value }) => [row, column, code, value])).toEqual([
      [3, 'name', 'missingRequired', ''],
      [4, 'createdAt', 'badDate', 'soon'],
      [4, 'id', 'duplicateId', 'c1'],
      [4, 'owner', 'unknownReference', 'Bob'],
    ]);
  });
});
