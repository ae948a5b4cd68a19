import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { tierDistribution } from '../../../actions/report/tierDistribution';
import { columnOf } from '../../../template/environment';
import { usePane, useWorkbook } from '../../context';
import { useSection } from '../../hooks/useSection';
import { Metrics } from '../Metric';
import { SectionTitle } from '../SectionTitle';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2 } });

/** How much of the business hangs on few customers (C-22); nothing when nobody bought. */
export function Concentration() {
  const { t, format } = usePane();
  const { top1, top5, equalCustomers, largest, buyers } = useSection(tierDistribution).concentration;
  const values = columnOf(useWorkbook().data.figures.computed, 'customers', 'value');
  const hint = useStyles().hint;
  if (top1 === null || equalCustomers === null) return null;
  const valueOf = (row: number) => Number(values[row] ?? 0);
  const total = buyers.reduce((sum, row) => sum + valueOf(row), 0);
  const part = {
    caption: t('tiers.concentration.share'),
    of: (row: number) => t('tiers.concentration.shareOf', { share: format.percent(valueOf(row) / total) }),
  };
  const list = (key: string, rows: readonly number[]) => () => ({
    ...{ title: t(`tiers.concentration.${key}`), table: 'customers', rows, part },
  });
  const equal = t('tiers.concentration.equalCount', { count: Math.max(1, Math.round(equalCustomers)) });
  return (
    <>
      <SectionTitle>{t('tiers.concentration.title')}</SectionTitle>
      <Metrics
        items={[
          {
            label: t('tiers.concentration.top1'),
            value: format.percent(top1),
            list: list('list1', largest.slice(0, 1)),
          },
          {
            label: t('tiers.concentration.top5'),
            value: format.percent(top5),
            list: list('list5', largest),
          },
          {
            label: t('tiers.concentration.equal'),
            value: equal,
            isWords: true,
            list: list('buyers', buyers),
          },
        ]}
      />
      <Caption1 className={hint}>{t('tiers.concentration.hint')}</Caption1>
    </>
  );
}
