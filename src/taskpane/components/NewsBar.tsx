import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { usePane, useWorkbook } from '../context';
import { tableTitle } from '../tableTitle';

/** Tables named at most; a co-author's import touches many. */
const named = 3;

/** Says that the workbook is no longer what the pane shows, and reads it again on request. */
export function NewsBar() {
  const { t, language } = usePane();
  const { news, reload } = useWorkbook();
  if (!news) return null;
  const titles = news.tables.filter((table) => table !== 'changeLog').map((table) => tableTitle(table, language));
  const tables = titles.slice(0, named).join(t('pane.news.separator'));
  return (
    <MessageBar intent={news.restored || news.failure ? 'warning' : 'info'} layout="multiline" role="status">
      <MessageBarBody>
        {news.restored > 0 && `${t('pane.news.restored', { count: news.restored })} `}
        {news.failure !== null && `${t('pane.news.failure')} `}
        {titles.length > named && t('pane.news.many', { tables, count: titles.length - named })}
        {titles.length > 0 && titles.length <= named && t('pane.news.tables', { tables })}
        {titles.length === 0 && news.structure && t('pane.news.structure')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={reload}>
          {t('pane.news.show')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
