import { Accordion } from '@fluentui/react-components';
import type { Plan } from '../../template/plan';
import { stagesOf } from '../../template/stages';
import { usePane } from '../context';
import { planGroups } from '../planGroups';
import { stageText } from '../stageText';
import { FoldedList } from './FoldedList';
import { StageList } from './StageList';

interface Props {
  readonly plan: Plan;
  /** How many stages are done; `null` = it has not begun. */
  readonly done?: number | null;
}

/** What will be done, stage by stage, and what will be added, counted by kind; every kind opens to its list. */
export function PlanPreview({ plan, done = null }: Props) {
  const { t, language } = usePane();
  const stages = stagesOf(plan).map((stage) => stageText(stage, t, language));
  return (
    <>
      <StageList items={stages} done={done} />
      <Accordion collapsible multiple>
        {planGroups(plan, language).map(({ kind, count, items }) => (
          <FoldedList key={kind} value={kind} title={t(`pane.plan.${kind}`, { count })} lines={items} scrolls />
        ))}
      </Accordion>
    </>
  );
}
