import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons';
import { decidedAt, inStage, lostAt, stillAt, wentOn } from '../../../actions/report/dealsBehind';
import type { Pipeline } from '../../../actions/report/pipeline';
import { usePane } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { joined } from '../../inText';
import { Figure } from '../Figure';
import { dealList } from './dealList';
import { Money } from './Money';
import { Share } from './Share';

const useStyles = makeStyles({
  chart: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(64px, 32%) minmax(0, 1fr) minmax(28px, auto)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  // Beside the bar and the step below it, so that two lines of text take no more room than these.
  label: {
    gridRow: '1 / span 2',
    alignSelf: 'start',
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    paddingBlock: tokens.spacingVerticalXXS,
    overflowWrap: 'anywhere',
  },
  money: { color: tokens.colorNeutralForeground2 },
  bar: {
    height: '24px',
    minWidth: '2px',
    justifySelf: 'center',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
    // Forced colours drop backgrounds: the outline keeps the bar visible.
    border: '1px solid transparent',
    boxSizing: 'border-box',
    transitionProperty: 'width',
    transitionDuration: tokens.durationNormal,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0s' },
  },
  count: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  step: {
    gridColumn: '2',
    justifySelf: 'center',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    paddingBlock: '1px',
  },
});

/** The funnel: one centred bar per stage, as wide as its number of deals, and between them how many go on (C-45). */
export function StageChart({ pipeline }: { readonly pipeline: Pipeline }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const label = useLabel();
  const { funnel, deals, order } = pipeline;
  const most = Math.max(1, ...funnel.stages.map(({ count }) => count));
  return (
    <ol className={styles.chart} aria-label={t('funnel.chart')}>
      {funnel.stages.map(({ stage, count, amount }, at) => {
        const name = label('stage', stage);
        const here = dealList(name, deals, inStage(at, order.length));
        return (
          <li key={stage} className={styles.row}>
            <span className={styles.label}>
              <Caption1>{name}</Caption1>
              <Caption1 className={styles.money}>{amount > 0 && <Money amount={amount} list={here} />}</Caption1>
            </span>
            {count > 0 ? (
              <span className={styles.bar} style={{ width: `${(count / most) * 100}%` }} aria-hidden />
            ) : (
              <span />
            )}
            <span className={styles.count}>
              <Figure
                text={format.number(count)}
                name={t('funnel.countNamed', { name, count })}
                list={here}
                isEmpty={count === 0}
              />
            </span>
            {at + 1 < order.length && (
              <span className={styles.step}>
                <ArrowDown12Regular aria-hidden />
                <Conversion pipeline={pipeline} stage={at} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface StepProps {
  readonly pipeline: Pipeline;
  /** 0-based position. */
  readonly stage: number;
}

/** How many of the deals that left a stage went on, and who did, who was lost, who is still there. */
function Conversion({ pipeline: { funnel, deals }, stage }: StepProps) {
  const { t, format } = usePane();
  const label = useLabel();
  const step = funnel.conversion[stage]!;
  const { hits, n, pending } = step;
  const [from, to] = [label('stage', step.stage), label('stage', step.to)];
  const name = t('funnel.share.step', { from, to });
  const groups = [
    { key: 'wentOn', count: hits, condition: wentOn(stage) },
    { key: 'lostHere', count: n - hits, condition: lostAt(stage) },
    { key: 'stillHere', count: pending, condition: stillAt(stage) },
  ];
  return (
    <Share
      share={step}
      name={name}
      sentence={t('funnel.share.wentOnOf', { hits: format.number(hits), count: n, to })}
      list={dealList(name, deals, decidedAt(stage))}
    >
      {groups.map(({ key, count, condition }) => {
        const text = t(`funnel.share.${key}`, { count });
        return (
          <Caption1 key={key}>
            <Figure text={text} list={dealList(joined([from, text]), deals, condition)} isEmpty={count === 0} />
          </Caption1>
        );
      })}
    </Share>
  );
}
