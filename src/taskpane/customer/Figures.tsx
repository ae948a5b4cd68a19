import type { CustomerFigure, CustomerView, FigureId } from '../../template/views/customer';
import { Metrics, type MetricItem } from '../components/Metric';
import { usePane, type Pane } from '../context';
import { dash } from '../format';

type Show = (
  figure: CustomerFigure,
  format: Pane['format'],
  t: Pane['t'],
) => { readonly value: string; readonly exact?: string };

const count: Show = ({ rows }, { number }) => ({ value: number(rows.length) });

/** How each figure is written; large amounts short, with the exact one behind. */
const shows: readonly (readonly [FigureId, Show])[] = [
  ['value', ({ value }, { money, shortMoney }) => ({ value: shortMoney(value), exact: money(value) })],
  ['orders', count],
  ['lastOrder', ({ value }, { date }) => ({ value: date(value) })],
  [
    'deals',
    ({ value, rows }, { money, shortMoney }) =>
      rows.length ? { value: shortMoney(value), exact: money(value) } : { value: String(rows.length) },
  ],
  ['tickets', count],
  // Answers on another scale than 1 to 5 have no mean with the others.
  ['satisfaction', ({ value, rows }, { number }, t) => ({ value: satisfactionText(value, rows.length, number, t) })],
];

/** What the customer brings, wants and says; every figure opens its records. */
export function Figures({ figures, name }: Pick<CustomerView, 'figures' | 'name'>) {
  const { t, format } = usePane();
  const items = shows.map(([id, show]): MetricItem => {
    const { table, rows } = figures[id];
    const list = () => ({ title: t(`customer.rows.${id}`, { name }), table, rows });
    return {
      label: t(`customer.figures.${id}`),
      ...show(figures[id], format, t),
      list: rows.length ? list : undefined,
    };
  });
  return <Metrics items={items} />;
}

function satisfactionText(
  mean: number | null,
  answers: number,
  number: (value: number) => string,
  t: Pane['t'],
): string {
  if (mean !== null) return number(Math.round(mean * 10) / 10);
  return answers ? t('customer.answers', { count: answers }) : dash;
}
