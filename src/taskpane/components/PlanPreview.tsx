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
import { usePane } from '../context';
import { planGroups } from '../planGroups';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, maxHeight: '220px', overflowY: 'auto' },
});

/** What will be added, counted by kind; every kind opens to its list. */
export function PlanPreview({ plan }: { readonly plan: Plan }) {
  const { t, language } = usePane();
  const styles = useStyles();
  return (
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
  );
}
