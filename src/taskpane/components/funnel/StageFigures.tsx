import { decidedAt, inStage } from '../../../actions/report/dealsBehind';
import type { Pipeline } from '../../../actions/report/pipeline';
import { usePane } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { Figure } from '../Figure';
import { dealList } from './dealList';
import { FigureTable, type FigureRow } from './FigureTable';
import { Money } from './Money';

/** The figures of the chart, stage by stage; deals without amount are told, never counted as 0 (decision 4). */
export function StageFigures({ pipeline: { funnel, deals, order } }: { readonly pipeline: Pipeline }) {
  const { t, format } = usePane();
  const label = useLabel();
  const rows = funnel.stages.map(({ stage, count, amount, weighted, withoutAmount }, at): FigureRow => {
    const title = label('stage', stage);
    const step = funnel.conversion[at];
    const here = { list: dealList(title, deals, inStage(at, order.length)), isEmpty: count === 0 };
    const decided = dealList(
      t('funnel.share.step', { from: title, to: label('stage', step?.to ?? stage) }),
      deals,
      decidedAt(at),
    );
    return {
      key: stage,
      title,
      note: withoutAmount > 0 ? t('funnel.withoutAmount', { count: withoutAmount }) : null,
      figures: [
        <Figure
          key="count"
          text={format.number(count)}
          name={t('funnel.countNamed', { name: title, count })}
          {...here}
        />,
        <Money key="amount" amount={amount} {...here} />,
        <Money key="weighted" amount={weighted} {...here} />,
        <Figure key="step" text={format.percent(step?.rate ?? null)} list={decided} isEmpty={!step?.n} />,
      ],
    };
  });
  return (
    <FigureTable
      caption={t('funnel.table')}
      head={t('funnel.stage')}
      columns={(['count', 'amount', 'weighted', 'conversion'] as const).map((column) => t(`funnel.${column}`))}
      rows={rows}
    />
  );
}
