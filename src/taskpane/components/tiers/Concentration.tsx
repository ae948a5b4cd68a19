import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { tierDistribution } from '../../../actions/report/tierDistribution';
import { usePane } from '../../context';
import { useSection } from '../../hooks/useSection';
import { Metrics } from '../Metric';
import { SectionTitle } from '../SectionTitle';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2 } });

/** How much of the business hangs on few customers (C-22); nothing when nobody bought. */
export function Concentration() {
  const { t, format } = usePane();
  const { top1, top5, equalCustomers, largest, buyers } = useSection(tierDistribution).concentration;
  const hint = useStyles().hint;
  if (top1 === null || equalCustomers === null) return null;
  const equal = t('tiers.concentration.equalCount', { count: Math.max(1, Math.round(equalCustomers)) });
  return (
    <>
      <SectionTitle>{t('tiers.concentration.title')}</SectionTitle>
      <Metrics
        items={[
          {
            label: t('tiers.concentration.top1'),
            value: format.percent(top1),
            list: customers(t('tiers.concentration.list1'), largest.slice(0, 1)),
          },
          {
            label: t('tiers.concentration.top5'),
            value: format.percent(top5),
            list: customers(t('tiers.concentration.list5'), largest),
          },
          {
            label: t('tiers.concentration.equal'),
            value: equal,
            isWords: true,
            list: customers(t('tiers.concentration.buyers'), buyers),
          },
        ]}
      />
      <Caption1 className={hint}>{t('tiers.concentration.hint')}</Caption1>
    </>
  );
}

const customers = (title: string, rows: readonly number[]) => () => ({ title, table: 'customers', rows });
