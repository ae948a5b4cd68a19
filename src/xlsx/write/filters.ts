import type { BookFilterColumn } from '../book';
import { element, serializeXml } from '../package/xml';

/** An `autoFilter` element with the criteria of its columns. */
export const filterXml = (range: string, columns: readonly BookFilterColumn[]): string =>
  element(
    'autoFilter',
    { ref: range },
    ...columns.map(({ column, criteria }) => element('filterColumn', { colId: column }, serializeXml(criteria))),
  );
