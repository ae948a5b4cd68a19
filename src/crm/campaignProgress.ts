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
  /** First step that is not done; `done` when all that have lines are; `null` without any line. */
  readonly step: CampaignStep | 'done' | null;
  readonly tasks: number;
  readonly done: number;
  /** Lines past their day. */
  readonly late: number;
  /** Steps that no line belongs to: forgotten, or not needed. */
  readonly withoutTasks: readonly CampaignStep[];
}

/** A step is done when every line of it is; due today is not late. */
export function campaignProgress(tasks: readonly CampaignTask[], today: number): CampaignProgress {
  const open = (step: CampaignStep) => tasks.some((task) => task.step === step && task.doneAt === null);
  const withoutTasks = campaignSteps.filter((step) => !tasks.some((task) => task.step === step));
  return {
    step: tasks.length === 0 ? null : (campaignSteps.find(open) ?? 'done'),
    tasks: tasks.length,
    done: tasks.filter(({ doneAt }) => doneAt !== null).length,
    late: tasks.filter(({ doneAt, dueAt }) => doneAt === null && dueAt !== null && Math.floor(dueAt) < today).length,
    withoutTasks,
  };
}
