import type { Changeset } from '../crm/changeset';
import { CrmError } from '../shared/errors';
import { escapeText } from '../template/keyText';
import { findRecords, keyColumn, keyText, wholeCell, type RecordKey } from './find';
import { once } from './gateway';
import type { WritableLayout } from './layout';

/**
 * Queues a look for the records that new ones name; after the sync, the returned function throws `recordNotFound` when one
 * of them is gone. It looks closer before, for a filter may hide rows from Excel's search, and columns may have moved
 * (`layoutChanged`).
 */
export function lookForReferred(
  context: Excel.RequestContext,
  { refersTo = [] }: Changeset,
  { tables, codecs }: WritableLayout,
): () => Promise<void> {
  const searches = refersTo.flatMap(({ table, id }) => {
    const live = tables.get(table);
    const key = live && { table: live, id };
    return key ? [{ key, cell: search(context, key, codecs) }] : [];
  });
  return async () => {
    const missed = searches.flatMap(({ key, cell }) => (cell.isNullObject ? [key] : []));
    if (!missed.length) return;
    const places = await findRecords(context, missed, codecs);
    const gone = missed.find((key) => places.get(key)!.kind === 'missing');
    if (gone) throw new CrmError('recordNotFound', { table: gone.table.name, id: gone.id });
  };
}

/** Only whether there is one: loading its place would make the request of a daily action a fifth larger. */
const search = (context: Excel.RequestContext, key: RecordKey, codecs: WritableLayout['codecs']): Excel.Range =>
  once(once(keyColumn(context, key.table)).findOrNullObject(escapeText(keyText(key.table, key.id, codecs)), wholeCell));
