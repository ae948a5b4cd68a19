import { Caption2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../../context';
import { InlineList } from '../InlineList';
import { heatLevels, useHeatStyles } from './heat';

const useStyles = makeStyles({
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: {
    width: '12px',
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
  },
});

/** What the colours of the heat map mean. */
export function HeatLegend() {
  const { t } = usePane();
  const styles = useStyles();
  const heat = useHeatStyles();
  return (
    <InlineList label={t('team.load.legend')}>
      {heatLevels.map((level) => (
        <li key={level} className={styles.entry}>
          <span className={mergeClasses(styles.swatch, heat[level])} aria-hidden />
          <Caption2>{t(`team.heat.${level}`)}</Caption2>
        </li>
      ))}
    </InlineList>
  );
}
