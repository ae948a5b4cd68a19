import { createContext, useContext } from 'react';
import { columnOf } from '../../template/environment';
import { GoToButton } from '../components/GoToButton';
import { usePane, useWorkbook } from '../context';
import { titleOf } from '../rows';

/** What selects a row of the sheet; one for the whole view, so that a failure is said once. */
export const GoTo = createContext<(table: string, id: string) => void>(() => undefined);

interface Props {
  readonly table: string;
  readonly row: number;
  /** What the row is, for those who hear the button. */
  readonly name?: string;
}

/** One click to a record's row; nothing for a record without an id. */
export function ToRow({ table, row, name }: Props) {
  const pane = usePane();
  const { data } = useWorkbook();
  const goTo = useContext(GoTo);
  const id = columnOf(data.snapshot, table, 'id')[row];
  if (id === null || id === undefined) return null;
  return <GoToButton name={name ?? titleOf(data, pane, table, row)} onClick={() => goTo(table, String(id))} />;
}
