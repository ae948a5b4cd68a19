import { columnOf } from '../../template/environment';
import { useWorkbook } from '../context';
import { useMe } from './useMe';

/** Id of the person on this machine, while the open workbook's team has it: one machine opens many workbooks. */
export function useMember(): string | null {
  const [me] = useMe();
  const { snapshot } = useWorkbook().data;
  return columnOf(snapshot, 'team', 'id').includes(me) ? me : null;
}
