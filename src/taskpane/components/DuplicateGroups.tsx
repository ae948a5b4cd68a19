import { Badge, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { QualityReport } from '../../actions/report/quality';
import { usePane } from '../context';
import { joined } from '../inText';
import { VirtualList } from './VirtualList';
import { GoToButton } from './GoToButton';

const useStyles = makeStyles({
  group: { paddingBlock: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  customers: { listStyle: 'none', margin: 0, padding: 0 },
  customer: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  why: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly groups: QualityReport['duplicates'];
  readonly onGoTo: (table: string, id: string) => void;
}

/** Customers that look like one, why they do, and the way to each of their rows: a person decides, nothing is merged. */
export function DuplicateGroups({ groups, onGoTo }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  return (
    <VirtualList
      items={groups}
      keyOf={({ customers }, index) => customers[0]?.customerId ?? index}
      itemHeight={92}
      label={t('pane.problems.duplicates.title', { count: groups.length })}
    >
      {({ customers, evidence, ownerConflict }) => (
        <div className={styles.group}>
          <ul className={styles.customers}>
            {customers.map(({ customerId, customer, owner }, at) => (
              <li key={at} className={styles.customer}>
                <Text size={200} className={styles.name}>
                  {joined([customer, owner])}
                </Text>
                {customerId !== null && (
                  <GoToButton name={`${customer} ${customerId}`} onClick={() => onGoTo('customers', customerId)} />
                )}
              </li>
            ))}
          </ul>
          <Caption1 className={styles.why}>
            {evidence.map((kind) => t(`pane.problems.duplicates.${kind}`)).join(' · ')}
          </Caption1>
          {ownerConflict && (
            <Badge appearance="tint" color="warning" shape="rounded">
              {t('pane.problems.duplicates.ownerConflict')}
            </Badge>
          )}
        </div>
      )}
    </VirtualList>
  );
}
