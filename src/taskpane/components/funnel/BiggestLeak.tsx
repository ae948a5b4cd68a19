import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import { Drop20Regular } from '@fluentui/react-icons';
import type { PipelineLeak } from '../../../actions/report/pipeline';
import { minLeakDeals } from '../../../crm/leak';
import { usePane } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { joined } from '../../inText';
import { Figure } from '../Figure';
import { SectionTitle } from '../SectionTitle';
import { Sentence } from '../Sentence';
import { dealList } from './dealList';
import { Money } from './Money';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorPaletteMarigoldBorderActive,
    overflowWrap: 'anywhere',
  },
  title: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  sentence: { margin: 0 },
  detail: { color: tokens.colorNeutralForeground2 },
  others: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** The drop that costs most, in a sentence (C-46); below it the dearest of the other ways to look at it. */
export function BiggestLeak({ leaks }: { readonly leaks: readonly PipelineLeak[] }) {
  const { t } = usePane();
  const styles = useStyles();
  const [first, ...others] = leaks;
  return (
    <section className={styles.box}>
      <div className={styles.title}>
        <Drop20Regular aria-hidden />
        <SectionTitle>{t('funnel.leak.title')}</SectionTitle>
      </div>
      {first ? <Leak leak={first} isMain /> : <Text>{t('funnel.leak.none', { count: minLeakDeals })}</Text>}
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((leak) => (
            <li key={leak.dimension}>
              <Leak leak={leak} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Leak({ leak, isMain }: { readonly leak: PipelineLeak; readonly isMain?: boolean }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const label = useLabel();
  const { dimension, group, stage, to, rate, expected, cost, n, isSure, lost, decided, expectedOf } = leak;
  const who = dimension === 'source' ? label('leadSource', group) : group;
  const words = { group: who ?? '', stage: label('stage', stage), to: label('stage', to) };
  const step = t('funnel.share.step', { from: words.stage, to: words.to });
  const named = (title: string) => joined([who, title]);
  const lostHere = dealList(named(t('funnel.leak.list', { stage: words.stage })), lost);
  const ofRate = dealList(named(step), decided);
  const figures = {
    rate: <Figure text={format.percent(rate)} list={ofRate} />,
    expected: (
      <Figure
        text={format.percent(expected)}
        list={dealList(who === null ? t('funnel.leak.everyStep') : step, expectedOf)}
      />
    ),
    cost: <Money amount={cost} list={lostHere} />,
  };
  return (
    <>
      <Text size={isMain ? 300 : 200} as="p" block className={styles.sentence}>
        <Sentence text={`funnel.leak.${dimension}`} values={words} figures={figures} />
      </Text>
      <Caption1 className={styles.detail}>
        <Figure text={t('funnel.leak.lost', { count: lost.length })} list={lostHere} isEmpty={lost.length === 0} />{' '}
        <Sentence
          text={isSure ? 'funnel.leak.sure' : 'funnel.leak.chance'}
          figures={{ count: <Figure text={format.number(n)} list={ofRate} /> }}
        />
      </Caption1>
    </>
  );
}
