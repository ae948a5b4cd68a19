import { useCallback, useEffect } from 'react';
import type { Plan } from '../../template/plan';
import { afterwards } from '../afterwards';
import { usePane, useWorkbook } from '../context';
import { useWhenOnline } from '../hooks/useOnline';
import { useTask } from '../hooks/useTask';
import { isNotLoaded } from '../script';
import { Failure } from './Failure';
import { RepairBar } from './RepairBar';

/** Says that the workbook lacks parts of the template, and leads to the preview of what would be added. */
export function RepairBanner() {
  const { session, t } = usePane();
  const { facts } = useWorkbook().data;
  const { state, run } = useTask<Plan>();
  const look = useCallback(
    () => void run(() => afterwards(() => session.planInstall(facts.language))),
    [run, session, facts.language],
  );
  useEffect(look, [look]);
  // Nobody asked for this look: without a network it waits for the next one.
  const waits = state.status === 'failed' && isNotLoaded(state.error);
  useWhenOnline(() => {
    if (waits) look();
  });
  if (waits) return null;
  if (state.status === 'failed') return <Failure error={state.error} onRetry={look} />;
  if (state.status !== 'done' || state.value.steps.length === 0) return null;
  return <RepairBar text={t('pane.repair.text')} />;
}
