import { useCallback, useEffect } from 'react';
import { Body1, Button } from '@fluentui/react-components';
import type { RefreshReport } from '../../actions/refresh';
import { Page } from '../components/Page';
import { Success } from '../components/Success';
import { TaskStatus } from '../components/TaskStatus';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { useTask } from '../hooks/useTask';

/** Refresh on a person's click: at once on opening (the ribbon button was the click), but asks while others edit. */
export function RefreshView() {
  const { session, t } = usePane();
  const { locked, reload } = useWorkbook();
  const { state, run, cancel } = useTask<RefreshReport>((report) => {
    if (!report.needsConsent) reload();
  });
  const start = useCallback((consent: boolean) => run((options) => session.refresh(consent, options)), [run, session]);
  useEffect(() => {
    if (!locked) start(false);
  }, [start, locked]);
  const report = state.status === 'done' ? state.value : null;
  const ask = report?.needsConsent === true;
  return (
    <Page>
      <ViewTitle title={t('pane.refresh.title')} takesFocus />
      <Body1>{t(ask ? 'pane.refresh.shared' : 'pane.refresh.text')}</Body1>
      <TaskStatus task={{ state, cancel }} label={t('pane.refresh.running')} onRetry={() => start(false)} />
      {report && !report.needsConsent && <Success text={t('pane.refresh.done', { count: cellsOf(report) })} />}
      {report && (
        <Button disabled={locked} onClick={() => start(ask)}>
          {t(ask ? 'pane.refresh.start' : 'pane.refresh.again')}
        </Button>
      )}
    </Page>
  );
}

type Finished = Extract<RefreshReport, { needsConsent: false }>;

const cellsOf = ({ idsFilled, figures }: Finished) => figures.reduce((sum, { cells }) => sum + cells, idsFilled);
