import { Body1, Button, Caption1, Link, Text, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowForward16Regular,
  ArrowLeft20Regular,
  ArrowRight16Regular,
  Print20Regular,
  TableSimple24Regular,
} from '@fluentui/react-icons';
import { columnOf } from '../../template/environment';
import { columnDef, tableDef } from '../../template/load';
import { CopyButton } from '../components/CopyButton';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { VirtualList } from '../components/VirtualList';
import { usePane, useWorkbook, type Pane, type PaneData } from '../context';
import { useGoTo } from '../hooks/useGoTo';
import { cellText, columnsOfRows, rowActions, titleOf, type RowList } from '../rows';
import { tableText } from '../tableText';
import { tableTitle } from '../tableTitle';

const useStyles = makeStyles({
  tools: { display: 'flex', gap: tokens.spacingHorizontalXS, '@media print': { display: 'none' } },
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexShrink: 0, '@media print': { display: 'none' } },
});

/** The records behind a figure, each one click from its row in the sheet; never a filter on a shared table. */
export function RowsView() {
  const pane = usePane();
  const { t, language, navigate } = pane;
  const { list } = useWorkbook();
  const styles = useStyles();
  const { goTo, error } = useGoTo();
  if (!list) {
    return (
      <Page>
        <ViewTitle title={t('rows.title')} takesFocus />
        <Empty icon={<TableSimple24Regular />} title={t('rows.gone')}>
          <Link onClick={() => navigate('today')}>{t('rows.toToday')}</Link>
        </Empty>
      </Page>
    );
  }
  const { title, table, rows, data } = list;
  const ids = columnOf(data.snapshot, table, 'id');
  const action = rowActions[table];
  return (
    <Page>
      <div className={styles.tools}>
        <Button icon={<ArrowLeft20Regular />} appearance="subtle" onClick={() => history.back()}>
          {t('rows.back')}
        </Button>
        <CopyButton text={() => copied(list, data, pane)} label={t('rows.copy')} />
        <Tooltip content={t('rows.print')} relationship="label">
          <Button icon={<Print20Regular />} onClick={() => print()} />
        </Tooltip>
      </div>
      <ViewTitle title={title} takesFocus />
      <Body1>{t('rows.count', { count: rows.length, table: tableTitle(table, language) })}</Body1>
      {error !== null && <Failure error={error} />}
      <VirtualList items={rows} keyOf={(row) => row} itemHeight={52} label={title}>
        {(row) => {
          const name = titleOf(data, pane, table, row);
          const id = ids[row];
          return (
            <div className={styles.item}>
              <div className={styles.text}>
                <Text weight="semibold">{name}</Text>
                <Caption1 className={styles.detail}>{details(list, row, data, pane).join(' · ')}</Caption1>
              </div>
              {typeof id === 'string' && (
                <span className={styles.actions}>
                  {action && (
                    <Tooltip content={t(action.label, { name })} relationship="label">
                      <Button
                        size="small"
                        appearance="subtle"
                        icon={<ArrowForward16Regular />}
                        onClick={() => navigate(`${action.view}/${encodeURIComponent(id)}`)}
                      />
                    </Tooltip>
                  )}
                  <Button
                    size="small"
                    appearance="subtle"
                    icon={<ArrowRight16Regular />}
                    aria-label={t('pane.goToNamed', { name })}
                    onClick={() => goTo(table, id)}
                  />
                </span>
              )}
            </div>
          );
        }}
      </VirtualList>
    </Page>
  );
}

/** Cells of the detail columns that hold something. */
function details({ table }: RowList, row: number, data: PaneData, pane: Pane): string[] {
  return columnsOfRows(table).details.flatMap((column) => {
    const value = columnOf(data.figures.computed, table, column)[row] ?? null;
    return value === null || value === '' ? [] : [cellText(data, pane, { table, column, value })];
  });
}

/** The list as cells: captions, then one line for each record. */
function copied({ table, rows }: RowList, data: PaneData, pane: Pane): string {
  const { title, details: more } = columnsOfRows(table);
  const columns = [...new Set([...title, ...more])];
  const captions = columns.map((column) => columnDef(tableDef(table), column).caption[pane.language]);
  const lines = rows.map((row) =>
    columns.map((column) => {
      const value = columnOf(data.figures.computed, table, column)[row] ?? null;
      return value === null ? '' : cellText(data, pane, { table, column, value });
    }),
  );
  return tableText([captions, ...lines]);
}
