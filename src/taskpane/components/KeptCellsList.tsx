import { Body1 } from '@fluentui/react-components';
import type { KeptCells } from '../../actions/home';
import { columnDef, tableDef } from '../../template/load';
import { usePane } from '../context';
import { tableTitle } from '../tableTitle';

/** Columns that got a new formula, except where a row holds something of the manager's own. */
export function KeptCellsList({ kept }: { readonly kept: readonly KeptCells[] }) {
  const { t, language } = usePane();
  if (!kept.length) return null;
  return (
    <>
      <Body1>{t('pane.setup.kept.title')}</Body1>
      <ul>
        {kept.map(({ table, column, cells }) => (
          <li key={`${table}.${column}`}>
            {t('pane.setup.kept.cells', {
              column: `${tableTitle(table, language)}: ${columnDef(tableDef(table), column).caption[language]}`,
              count: cells,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
