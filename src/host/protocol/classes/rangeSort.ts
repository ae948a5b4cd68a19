import { sortCells, type SortField } from '../../edit/sort';
import { defineClass } from '../hostClass';
import { list, oneOf, record } from '../convert';
import type { RangeTarget } from '../targets';

export const rangeSortClass = defineClass<RangeTarget>({
  methods: {
    Apply: ({ sheet, cells }, [fields, matchCase, hasHeaders, orientation], { workbook }) =>
      sortCells(
        workbook,
        sheet,
        cells,
        list(fields).map((field) => record(field) as unknown as SortField),
        {
          matchCase: matchCase === true,
          hasHeaders: hasHeaders === true,
          axis: oneOf(orientation, ['Rows', 'Columns'] as const, 'Rows') === 'Rows' ? 'row' : 'column',
        },
      ),
  },
});
