import { Badge, Button, Caption1, Text, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular, CalendarEdit16Regular, Person16Regular } from '@fluentui/react-icons';
import type { OverdueRevisit } from '../../actions/report';
import { usePane, useWorkbook } from '../context';
import { dueReason } from '../dueReason';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  name: { overflowWrap: 'anywhere', minWidth: 0 },
  detail: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  people: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  actions: { display: 'flex', flexShrink: 0 },
  badge: { flexShrink: 0, whiteSpace: 'nowrap', alignSelf: 'flex-start', marginBlockStart: '2px' },
});

/** From this many days on a revisit is shown as badly late. */
const badlyLate = 14;

interface Props {
  readonly revisit: OverdueRevisit;
  readonly onGoTo: (table: string, id: string) => void;
}

/** One overdue revisit: who, how late, why, and the two people who hear about it (C-38). */
export function OverdueItem({ revisit, onGoTo }: Props) {
  const { t, navigate } = usePane();
  const { data, locked } = useWorkbook();
  const styles = useStyles();
  const { customer, customerId, daysOverdue, owner, supervisor } = revisit;
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <Text weight="semibold" className={styles.name}>
          {customer}
        </Text>
        <Badge
          className={styles.badge}
          appearance="tint"
          color={daysOverdue >= badlyLate ? 'danger' : 'warning'}
          shape="rounded"
        >
          {t('pane.today.days', { count: daysOverdue })}
        </Badge>
      </div>
      <Caption1 className={styles.detail}>
        {t('pane.today.due', { date: revisit.dueAt })} · {dueReason(revisit, data.snapshot, t)}
      </Caption1>
      <div className={styles.line}>
        <span className={styles.people}>
          <Person16Regular aria-hidden />
          <Caption1 className={styles.detail}>
            {owner ?? t('pane.today.noOwner')}
            {supervisor && ` · ${t('pane.today.supervisor', { name: supervisor })}`}
          </Caption1>
        </span>
        {customerId && (
          <span className={styles.actions}>
            <Tooltip content={t('pane.goTo')} relationship="description">
              <Button
                size="small"
                appearance="subtle"
                icon={<ArrowRight16Regular />}
                aria-label={t('pane.goToNamed', { name: customer })}
                onClick={() => onGoTo('customers', customerId)}
              />
            </Tooltip>
            <Button
              size="small"
              icon={<CalendarEdit16Regular />}
              disabled={locked}
              aria-label={t('pane.today.logNamed', { name: customer })}
              onClick={() => navigate(`log/${encodeURIComponent(customerId)}`)}
            >
              {t('pane.today.log')}
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
