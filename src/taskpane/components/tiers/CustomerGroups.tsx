import { Caption1, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lifecycleGroups, rfmGroups, type CustomerGroup } from '../../../actions/report/customerGroups';
import { usePane } from '../../context';
import { useListLabel } from '../../hooks/useListLabel';
import { useSection } from '../../hooks/useSection';
import { PlainList } from '../PlainList';
import { SectionTitle } from '../SectionTitle';
import { Bar } from './Bar';
import { CustomersFigure } from './CustomersFigure';
import { useBarStyles } from './useBarStyles';

const useStyles = makeStyles({
  item: { gridTemplateColumns: 'minmax(0, 1.4fr) minmax(32px, 1fr) minmax(72px, max-content)' },
  name: { overflowWrap: 'anywhere', display: 'flex', flexDirection: 'column' },
  amount: { color: tokens.colorNeutralForeground2 },
});

/** Customers by how they buy (C-17) and by where they stand in their life with us (C-24). */
export function CustomerGroups() {
  const { t } = usePane();
  return (
    <>
      <Groups title={t('tiers.groups.rfm')} list="rfmSegment" groups={useSection(rfmGroups)} />
      <Groups title={t('tiers.groups.lifecycle')} list="lifecycle" groups={useSection(lifecycleGroups)} />
    </>
  );
}

interface Props {
  readonly title: string;
  readonly list: string;
  readonly groups: readonly CustomerGroup[];
}

function Groups({ title, list, groups }: Props) {
  const { t, format } = usePane();
  const styles = useStyles();
  const bars = useBarStyles();
  const label = useListLabel(list);
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <PlainList gap="XS">
        {groups.map(({ group, rows, amount }) => (
          <li key={group} className={mergeClasses(bars.line, styles.item)}>
            <Text size={200} className={styles.name}>
              {label(group)}
              {amount !== null && amount > 0 && (
                <Caption1 className={styles.amount}>
                  <CustomersFigure
                    text={t('tiers.groups.amount', { amount: format.shortMoney(amount) })}
                    exact={format.money(amount)}
                    title={label(group)}
                    rows={() => rows}
                  />
                </Caption1>
              )}
            </Text>
            <Bar share={rows.length / total} />
            <Text size={200} className={bars.figure}>
              <CustomersFigure
                text={`${format.number(rows.length)} · ${format.percent(rows.length / total)}`}
                title={label(group)}
                rows={() => rows}
              />
            </Text>
          </li>
        ))}
      </PlainList>
    </>
  );
}
