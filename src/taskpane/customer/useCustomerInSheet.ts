import { visited } from '../../actions/logRevisit';
import { columnOf } from '../../template/environment';
import { selectedCustomer } from '../../template/views/customer/selected';
import { useWorkbook } from '../context';
import { useSelection } from './useSelection';

/**
 * Id of the customer that the selected row is about, while `isOn`; `null` where it is about none, about several, or about
 * one that cannot be visited. An Excel that cannot say what is selected proposes nobody: people choose then.
 */
export function useCustomerInSheet(isOn: boolean): string | null {
  const { snapshot } = useWorkbook().data;
  const { selection } = useSelection(isOn);
  const found = isOn && selection ? selectedCustomer(snapshot, selection) : null;
  if (found?.kind !== 'customer') return null;
  const id = columnOf(snapshot, 'customers', 'id')[found.row] ?? null;
  return typeof id !== 'string' || 'refusal' in visited(snapshot, id) ? null : id;
}
