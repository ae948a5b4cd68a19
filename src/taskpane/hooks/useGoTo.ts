import { usePane } from '../context';
import { useTask } from './useTask';

/** Selecting a row in the sheet; `error` tells why the last one failed (row gone, cell being edited), else `null`. */
export function useGoTo(): { readonly goTo: (table: string, id: string) => void; readonly error: unknown } {
  const { session } = usePane();
  const { state, ask } = useTask<unknown>();
  return {
    goTo: (table, id) => ask(() => session.goTo(table, id)),
    error: state.status === 'failed' ? state.error : null,
  };
}
