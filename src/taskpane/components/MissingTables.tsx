import type { ReactElement } from 'react';
import { Link } from '@fluentui/react-components';
import { template } from '../../template/load';
import { isNeeded } from '../../template/needs';
import { usePane, useWorkbook, type PaneData } from '../context';
import { tableTitle } from '../tableTitle';
import { Page } from './Page';
import { RepairBanner } from './RepairBanner';
import { RepairBar } from './RepairBar';
import { ViewTitle } from './ViewTitle';

/** Tables of records that were asked for and that the workbook lacks: nothing is known of them, which is not zero. */
const missingTables = ({ needs, snapshot }: PaneData): readonly string[] =>
  template.tables
    .filter(({ id, group, columns }) => group === 'data' && columns.some((column) => isNeeded(needs, id, column.id)))
    .flatMap(({ id }) => (snapshot.tables[id] ? [] : [id]));

/** Says which tables are missing, else whether smaller parts of the template are. */
export function MissingParts() {
  const { t, language } = usePane();
  const { data, locked } = useWorkbook();
  const missing = missingTables(data);
  if (missing.length === 0) return locked ? null : <RepairBanner />;
  const tables = new Intl.ListFormat(language).format(missing.map((id) => tableTitle(id, language)));
  return <RepairBar text={t('pane.missing.tables', { tables })} />;
}

/** A view that has nothing to say without its table. */
export function WithTable({ table, children }: { readonly table: string; readonly children: ReactElement }) {
  const { t, language, navigate } = usePane();
  const { data, locked } = useWorkbook();
  if (data.snapshot.tables[table]) return children;
  return (
    <Page>
      <ViewTitle title={t('pane.missing.title', { table: tableTitle(table, language) })} />
      {!locked && (
        <Link as="button" onClick={() => navigate('setup')}>
          {t('pane.repair.button')}
        </Link>
      )}
    </Page>
  );
}
