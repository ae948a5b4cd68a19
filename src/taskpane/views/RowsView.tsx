import { Body1, Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowForward16Regular, ArrowLeft20Regular, Print20Regular, TableSimple24Regular } from '@fluentui/react-icons';
import { columnOf } from '../../template/environment';
import { columnDef, tableDef } from '../../template/load';
import { goBack } from '../back';
import { CopyButton } from '../components/CopyButton';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { GoToButton } from '../components/GoToButton';
import { IconButton } from '../components/IconButton';
import { Line, LineText } from '../components/Line';
import { Page } from '../components/Page';
import { ViewTitle } from '../components/ViewTitle';
import { VirtualList } from '../components/VirtualList';
import { usePane, useWorkbook, type Pane, type PaneData } from '../context';
import { useGoTo } from '../hooks/useGoTo';
import { cellText, columnsOfRows, rowActions, titleOf, type RowList } from '../rows';
import { tableText } from '../tableText';
import { tableTitle } from '../tableTitle';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, '@media print': { display: 'none' } },
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
        <Button icon={<ArrowLeft20Regular />} appearance="subtle" onClick={goBack}>
          {t('rows.back')}
        </Button>
        <CopyButton text={() => copied(list, data, pane)} label={t('rows.copy')} />
        <IconButton icon={<Print20Regular />} appearance="secondary" label={t('rows.print')} onClick={() => print()} />
      </div>
      <ViewTitle title={title} takesFocus />
      <Body1>{t('rows.count', { count: rows.length, table: tableTitle(table, language) })}</Body1>
      {error !== null && <Failure error={error} />}
      <VirtualList items={rows} keyOf={(row) => row} itemHeight={52} label={title}>
        {(row) => {
          const name = titleOf(data, pane, table, row);
          const id = ids[row];
          return (
            <Line
              tools={
                typeof id === 'string' && (
                  <>
                    {action && (
                      <IconButton
                        size="small"
                        icon={<ArrowForward16Regular />}
                        label={t(action.label, { name })}
                        onClick={() => navigate(`${action.view}/${encodeURIComponent(id)}`)}
                      />
                    )}
                    <GoToButton name={name} onClick={() => goTo(table, id)} />
                  </>
                )
              }
            >
              <LineText title={name} facts={details(list, row, data, pane)} />
            </Line>
          );
        }}
      </VirtualList>
    </Page>
  );
}

/** What the record brings to the figure, and the cells of the detail columns that hold something. */
function details({ table, part }: RowList, row: number, data: PaneData, pane: Pane): string[] {
  const { details: plain, named = [] } = columnsOfRows(table);
  const cell = (column: string) => {
    const value = columnOf(data.figures.computed, table, column)[row] ?? null;
    return value === null || value === '' ? null : cellText(data, pane, { table, column, value });
  };
  const captioned = (column: string) => {
    const value = cell(column);
    return value === null ? null : pane.t('customer.named', { caption: captionOf(table, column, pane), value });
  };
  return [part?.of(row) ?? null, ...plain.map(cell), ...named.map(captioned)].filter((fact) => fact !== null);
}

const captionOf = (table: string, column: string, { language }: Pane): string =>
  columnDef(tableDef(table), column).caption[language];

/** The list as cells: captions, then one line for each record. */
function copied({ table, rows, part }: RowList, data: PaneData, pane: Pane): string {
  const { title, details: more, named = [] } = columnsOfRows(table);
  const columns = [...new Set([...title, ...more, ...named])];
  const captions = columns.map((column) => captionOf(table, column, pane));
  const lines = rows.map((row) => [
    ...columns.map((column) => {
      const value = columnOf(data.figures.computed, table, column)[row] ?? null;
      return value === null ? '' : cellText(data, pane, { table, column, value });
    }),
    ...(part ? [part.of(row)] : []),
  ]);
  return tableText([[...captions, ...(part ? [part.caption] : [])], ...lines]);
}
