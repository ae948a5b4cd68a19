import { Caption2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../../context';
import { heatLevels, useHeatStyles } from './heat';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    margin: 0,
    padding: 0,
    listStyle: 'none',
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: {
    width: '12px',
    height: '12px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
    forcedColorAdjust: 'none',
  },
});

/** What the colours of the heat map mean. */
export function HeatLegend() {
  const { t } = usePane();
  const styles = useStyles();
  const heat = useHeatStyles();
  return (
    <ul className={styles.list} aria-label={t('team.load.legend')}>
      {heatLevels.map((level) => (
        <li key={level} className={styles.entry}>
          <span className={mergeClasses(styles.swatch, heat[level])} aria-hidden />
          <Caption2>{t(`team.heat.${level}`)}</Caption2>
        </li>
      ))}
    </ul>
  );
}
