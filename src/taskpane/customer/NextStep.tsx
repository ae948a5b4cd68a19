import { Body1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { Lightbulb20Regular } from '@fluentui/react-icons';
import type { CustomerView } from '../../template/views/customer';
import { usePane, useWorkbook } from '../context';
import { ToRow } from './ToRow';
import { actionText } from './text';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  text: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

/** The next best action in one sentence, with the record that it is about. */
export function NextStep({ action }: Pick<CustomerView, 'action'>) {
  const pane = usePane();
  const { data } = useWorkbook();
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={pane.t('customer.next')}>
      <Lightbulb20Regular className={styles.icon} aria-hidden />
      <span className={styles.text}>
        <Caption1Strong>{pane.t('customer.next')}</Caption1Strong>
        <Body1>{actionText(action, data, pane)}</Body1>
      </span>
      {action.subject && action.subject.table !== 'customers' && <ToRow {...action.subject} />}
    </section>
  );
}
