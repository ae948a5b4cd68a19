import Papa from 'papaparse';
import { problemsCsv } from '../../../src/actions/import/problemsCsv';
import type { ImportProblem } from '../../../src/actions/import/types';

const texts = {
  headings: { table: '表', row: '行', column: '列', value: '内容', code: '代码', message: '说明' },
  message: ({ value }: ImportProblem) => `"${value}"，请检查`,
};
const problem = (value: string): ImportProblem => ({
  table: 'customers',
  row: 2,
  id: null,
  column: 'amount',
  code: 'badNumber',
  value,
});

describe('problemsCsv', () => {
  it('should be CSV that Excel opens as UTF-8', () => {
    const csv = problemsCsv([problem('a,"b"\nc')], texts);

    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(Papa.parse(csv.slice(1)).data).toEqual([
      ['表', '行', '列', '内容', '代码', '说明'],
      ['customers', '2', 'amount', 'a,"b"\nc', 'badNumber', '"a,"b"\nc"，请检查'],
    ]);
  });

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=1\n+2', '＝1'])(
    'should keep %p from running as a formula',
    (value) => {
      const [, row] = Papa.parse<string[]>(problemsCsv([problem(value)], texts)).data;

      expect(row?.[3]).toBe(`'${value}`);
    },
  );
});
