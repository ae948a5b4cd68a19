import { useCallback, useEffect } from 'react';
import type { PlanReport } from '../../actions/home';
import type { Plan } from '../../template/plan';
import type { Language } from '../../template/types';
import { usePane } from '../context';
import { useTask, type Task, type TaskState } from './useTask';

export interface Installation {
  readonly plan: Task<Plan>;
  readonly install: Task<PlanReport>;
  readonly found: Plan | null;
  readonly makePlan: () => void;
  /** After an interrupted run part of the plan is done: look again before going on. */
  readonly resume: () => void;
}

/** What the workbook lacks in this language, looked for at once, and the task that adds it. */
export function useInstallation(language: Language, onInstalled?: (report: PlanReport) => void): Installation {
  const { session } = usePane();
  const plan = useTask<Plan>();
  const install = useTask<PlanReport>(onInstalled);
  const { ask } = plan;
  const makePlan = useCallback(() => ask(() => session.planInstall(language)), [ask, session, language]);
  useEffect(makePlan, [makePlan]);
  const resume = () => {
    install.reset();
    makePlan();
  };
  return { plan, install, found: plan.state.status === 'done' ? plan.state.value : null, makePlan, resume };
}

/** Stages that are done while it runs; `null` = it is not running. */
export const stagesDone = (state: TaskState<unknown>): number | null =>
  state.status === 'running' ? (state.progress?.done ?? 0) : null;
