import type { Value } from '../crm/snapshot';
import type { ColumnDef } from './types';

const textTypes: ReadonlySet<string> = new Set(['id', 'text', 'reference', 'list']);

/** What the change log's cells hold for a value: text, so that nothing is read as a formula or a date. */
export const journalText = (value: Value): string | null => (value === null ? null : String(value));

/** What stands in a cell of the change log, as a value of the column that it speaks of. */
export function readJournalValue({ type }: ColumnDef, cell: string): Value {
  if (cell === '') return null;
  if (type === 'boolean') return cell === 'true';
  const number = Number(cell);
  return textTypes.has(type) || Number.isNaN(number) ? cell : number;
}
