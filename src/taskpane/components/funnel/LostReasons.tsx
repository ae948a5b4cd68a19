import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { lostFor } from '../../../actions/report/dealsBehind';
import type { Pipeline } from '../../../actions/report/pipeline';
import { usePane } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { joined } from '../../inText';
import { Figure } from '../Figure';
import { SectionTitle } from '../SectionTitle';
import { dealList } from './dealList';
import { FigureTable } from './FigureTable';
import { Money } from './Money';

const useStyles = makeStyles({ none: { color: tokens.colorNeutralForeground2 } });

/** Why deals were lost, the commonest reason first: what to mend first (C-46). */
export function LostReasons({ pipeline: { lostReasons, deals } }: { readonly pipeline: Pipeline }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const label = useLabel();
  const title = t('funnel.lostReason.title');
  const rows = lostReasons.map(({ reason, count, amount, share, withoutAmount }) => {
    const name = reason === null ? t('funnel.lostReason.none') : label('lostReason', reason);
    const list = dealList(joined([title, name], ': '), deals, lostFor(reason));
    return {
      key: name,
      title: name,
      note: withoutAmount > 0 ? t('funnel.withoutAmount', { count: withoutAmount }) : null,
      figures: [
        <Figure key="count" text={format.number(count)} name={t('funnel.countNamed', { name, count })} list={list} />,
        <Figure key="share" text={format.percent(share)} list={list} />,
        <Money key="amount" amount={amount} list={list} />,
      ],
    };
  });
  return (
    <section aria-label={title}>
      <SectionTitle>{title}</SectionTitle>
      {rows.length ? (
        <FigureTable
          caption={t('funnel.lostReason.caption')}
          head={t('funnel.lostReason.reason')}
          columns={[t('funnel.count'), t('funnel.lostReason.share'), t('funnel.amount')]}
          rows={rows}
        />
      ) : (
        <Body1 className={styles.none}>{t('funnel.lostReason.empty')}</Body1>
      )}
    </section>
  );
}
