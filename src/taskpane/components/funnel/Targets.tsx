import { useState } from 'react';
import { Body1, Button, Caption1, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Pipeline, PipelineTarget } from '../../../actions/report/pipeline';
import { usePane, useWorkbook } from '../../context';
import { useGoTo } from '../../hooks/useGoTo';
import { joined } from '../../inText';
import { Failure } from '../Failure';
import { Figure } from '../Figure';
import { RecordItem } from '../RecordItem';
import { SectionTitle } from '../SectionTitle';
import { dealList } from './dealList';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  detail: { color: tokens.colorNeutralForeground2 },
});

/** Shown at first; more on request. */
const pageSize = 6;

/** Targets, how far they are reached and whether what is open will do (C-46, C-47). */
export function Targets({
  pipeline: { targets },
  hasSource,
}: {
  readonly pipeline: Pipeline;
  readonly hasSource: boolean;
}) {
  const { t } = usePane();
  const { snapshot } = useWorkbook().data;
  const styles = useStyles();
  const [shown, setShown] = useState(pageSize);
  const { goTo, error } = useGoTo();
  const lacks = snapshot.tables.targets ? 'none' : 'noTable';
  const title = t('funnel.target.title');
  return (
    <section aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      {error !== null && <Failure error={error} />}
      {targets.length === 0 && (
        <Body1 className={styles.detail}>{t(`funnel.target.${hasSource ? 'noSource' : lacks}`)}</Body1>
      )}
      <ul className={styles.list}>
        {targets.slice(0, shown).map((target) => (
          <li key={target.row}>
            <Target target={target} onGoTo={goTo} />
          </li>
        ))}
      </ul>
      {targets.length > shown && (
        <Button onClick={() => setShown(shown + pageSize)}>
          {t('pane.showMore', { count: targets.length - shown })}
        </Button>
      )}
    </section>
  );
}

interface TargetProps {
  readonly target: PipelineTarget;
  readonly onGoTo: (table: string, id: string) => void;
}

function Target({ target, onGoTo }: TargetProps) {
  const { t, format } = usePane();
  const styles = useStyles();
  const { targetId, month, owner, product, attainment, won, open } = target;
  const who = joined([owner, product]) || t('funnel.target.team');
  const name = `${who}, ${format.month(month!)}`;
  const short = (amount: number | null) => format.shortMoney(amount);
  const counted = { list: dealList(t('funnel.target.wonList', { name }), won), isEmpty: won.length === 0 };
  const expected = { list: dealList(t('funnel.target.openList', { name }), open), isEmpty: open.length === 0 };
  return (
    <RecordItem
      title={who}
      badge={<Caption1>{format.month(month!)}</Caption1>}
      onGoTo={targetId === null ? undefined : () => onGoTo('targets', targetId)}
    >
      <ProgressBar
        thickness="large"
        value={Math.max(0, Math.min(1, attainment ?? 0))}
        aria-label={t('funnel.target.progress', { name })}
      />
      <Text size={200}>
        <Figure text={format.percent(attainment)} {...counted} /> ·{' '}
        <Figure
          text={t('funnel.target.of', { actual: short(target.actual), target: short(target.target) })}
          {...counted}
        />
      </Text>
      <Caption1 className={styles.detail}>
        <Figure
          text={target.gap === 0 ? t('funnel.target.reached') : t('funnel.target.gap', { amount: short(target.gap) })}
          {...counted}
        />{' '}
        · <Figure text={t('funnel.target.weighted', { amount: short(target.weightedOpen) })} {...expected} />
        {target.coverage !== null && (
          <>
            {' · '}
            <Figure
              text={t('funnel.target.coverage', { times: format.number(Math.round(target.coverage * 10) / 10) })}
              {...expected}
            />
          </>
        )}
        {target.runRate !== null && (
          <>
            {' · '}
            <Figure text={t('funnel.target.runRate', { amount: short(target.runRate) })} {...counted} />
          </>
        )}
      </Caption1>
    </RecordItem>
  );
}
