/** How far a campaign is (C-60): computed from its dated, owned task lines rather than typed. */

/** The seven steps in order. */
export const campaignSteps = ['plan', 'budget', 'activity', 'schedule', 'execute', 'feedback', 'measure'] as const;
export type CampaignStep = (typeof campaignSteps)[number];

export interface CampaignTask {
  readonly step: string | null;
  readonly dueAt: number | null;
  readonly doneAt: number | null;
}

export interface CampaignProgress {
  /** First step that is not done; `done` when every line is; `null` without any line, or when only lines of no step are open. */
  readonly step: CampaignStep | 'done' | null;
  readonly tasks: number;
  readonly done: number;
  /** Lines past their day. */
  readonly late: number;
  /** Steps that no line belongs to: forgotten, or not needed. */
  readonly withoutTasks: readonly CampaignStep[];
}

/** Past its day and not done; due today is not late. */
export const isTaskLate = ({ doneAt, dueAt }: CampaignTask, today: number): boolean =>
  doneAt === null && dueAt !== null && Math.floor(dueAt) < today;

/** A step is done when every line of it is; due today is not late. */
export function campaignProgress(tasks: readonly CampaignTask[], today: number): CampaignProgress {
  const open = (step: CampaignStep) => tasks.some((task) => task.step === step && task.doneAt === null);
  const isDone = tasks.length > 0 && tasks.every(({ doneAt }) => doneAt !== null);
  const withoutTasks = campaignSteps.filter((step) => !tasks.some((task) => task.step === step));
  return {
    step: campaignSteps.find(open) ?? (isDone ? 'done' : null),
    tasks: tasks.length,
    done: tasks.filter(({ doneAt }) => doneAt !== null).length,
    late: tasks.filter((task) => isTaskLate(task, today)).length,
    withoutTasks,
  };
}
