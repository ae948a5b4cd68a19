import type { SearchRecord } from '../../crm/search';
import { customerOf } from '../../template/views/search';
import { usePane, useWorkbook } from '../context';
import { useStillShown } from '../hooks/useStillShown';
import { useTask } from '../hooks/useTask';
import { titleOf } from '../rows';

/**
 * Opens what was found: a customer in its 360 view; anything else selects its row in the sheet and shows the customer that
 * it is about. `error` tells why the row could not be selected, else `null`.
 */
export function useOpenRecord(): { readonly open: (record: SearchRecord) => void; readonly error: unknown } {
  const pane = usePane();
  const { session, t, navigate, announce } = pane;
  const { data } = useWorkbook();
  const isStillShown = useStillShown('search');
  const { state, run } = useTask<() => void>((next) => {
    if (isStillShown()) next();
  });
  const follow = ({ table, row }: SearchRecord) => {
    const customer = customerOf(data.snapshot, table, row);
    if (customer !== null) navigate(`customer/${encodeURIComponent(customer)}`);
    else announce(t('search.selected', { name: titleOf(data, pane, table, row) }));
  };
  const open = (record: SearchRecord) => {
    const { table, id } = record;
    if (table === 'customers' || id === null) return follow(record);
    run(() => session.goTo(table, id).then(() => () => follow(record)));
  };
  return { open, error: state.status === 'failed' ? state.error : null };
}
