import { useCallback, useEffect } from 'react';
import { Body1, Button } from '@fluentui/react-components';
import type { RefreshReport } from '../../actions/refresh';
import { Page } from '../components/Page';
import { Success } from '../components/Success';
import { TaskStatus } from '../components/TaskStatus';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook } from '../context';
import { useDelayed } from '../hooks/useDelayed';
import { useShownWhen } from '../hooks/useShownWhen';
import { useTask } from '../hooks/useTask';

/** From here on a person who closed the pane wants to see that something is going on, in milliseconds. */
const isLong = 2_000;

/**
 * Refresh on a person's click: at once on opening (the ribbon button was the click), but asks while others edit. A closed
 * pane stays closed unless there is something to see.
 */
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
  const isLate = useDelayed(isLong) && state.status === 'running';
  useShownWhen(locked || ask || isLate || state.status === 'failed');
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
