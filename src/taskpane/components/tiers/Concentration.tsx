import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { tierDistribution } from '../../../actions/report/tierDistribution';
import { usePane } from '../../context';
import { useSection } from '../../hooks/useSection';
import { SectionTitle } from '../SectionTitle';
import { CustomersFigure } from './CustomersFigure';
import { FigureGrid } from './FigureGrid';

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2 } });

/** How much of the business hangs on few customers (C-22); nothing when nobody bought. */
export function Concentration() {
  const { t, format } = usePane();
  const { top1, top5, equalCustomers, largest, buyers } = useSection(tierDistribution).concentration;
  const hint = useStyles().hint;
  if (top1 === null || equalCustomers === null) return null;
  const [one, five] = [t('tiers.concentration.list1'), t('tiers.concentration.list5')];
  const equal = t('tiers.concentration.equalCount', { count: Math.max(1, Math.round(equalCustomers)) });
  return (
    <>
      <SectionTitle>{t('tiers.concentration.title')}</SectionTitle>
      <FigureGrid
        items={[
          {
            label: t('tiers.concentration.top1'),
            value: <CustomersFigure text={format.percent(top1)} title={one} rows={() => largest.slice(0, 1)} />,
          },
          {
            label: t('tiers.concentration.top5'),
            value: <CustomersFigure text={format.percent(top5)} title={five} rows={() => largest} />,
          },
          {
            label: t('tiers.concentration.equal'),
            value: <CustomersFigure text={equal} title={t('tiers.concentration.buyers')} rows={() => buyers} />,
          },
        ]}
      />
      <Caption1 className={hint}>{t('tiers.concentration.hint')}</Caption1>
    </>
  );
}
