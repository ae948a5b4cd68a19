import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { Plan } from '../../template/plan';
import { stagesOf } from '../../template/stages';
import { usePane } from '../context';
import { planGroups } from '../planGroups';
import { stageText } from '../stageText';
import { StageList } from './StageList';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, maxHeight: '220px', overflowY: 'auto' },
});

interface Props {
  readonly plan: Plan;
  /** How many stages are done; `null` = it has not begun. */
  readonly done?: number | null;
}

/** What will be done, stage by stage, and what will be added, counted by kind; every kind opens to its list. */
export function PlanPreview({ plan, done = null }: Props) {
  const { t, language } = usePane();
  const styles = useStyles();
  const stages = stagesOf(plan).map((stage) => stageText(stage, t, language));
  return (
    <>
      <StageList items={stages} done={done} />
      <Accordion collapsible multiple>
        {planGroups(plan, language).map(({ kind, count, items }) => (
          <AccordionItem key={kind} value={kind}>
            <AccordionHeader size="small">{t(`pane.plan.${kind}`, { count })}</AccordionHeader>
            <AccordionPanel>
              <ul className={styles.list} tabIndex={0} aria-label={t(`pane.plan.${kind}`, { count })}>
                {items.map((item, index) => (
                  <li key={index}>
                    <Text size={200}>{item}</Text>
                  </li>
                ))}
              </ul>
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </>
  );
}
