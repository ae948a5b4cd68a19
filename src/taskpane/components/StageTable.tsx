import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FunnelStage } from '../../crm/funnel';
import { usePane } from '../context';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2, verticalAlign: 'bottom' },
  caption: { textAlign: 'start', paddingBlock: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  text: { textAlign: 'start' },
  plain: { fontWeight: tokens.fontWeightRegular },
  note: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly stages: readonly (FunnelStage & { readonly label: string })[];
}

/** The figures behind the funnel, stage by stage; deals without amount are told, never counted as 0 (decision 4). */
export function StageTable({ stages }: Props) {
  const { t, format } = usePane();
  const styles = useStyles();
  const head = mergeClasses(styles.cell, styles.head);
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>{t('pane.funnel.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(head, styles.text)}>
              {t('pane.funnel.stage')}
            </th>
            {(['count', 'amount', 'weighted', 'conversion'] as const).map((column) => (
              <th key={column} scope="col" className={mergeClasses(head, styles.number)}>
                {t(`pane.funnel.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.stage}>
              <th scope="row" className={mergeClasses(styles.cell, styles.text, styles.plain)}>
                {stage.label}
                {stage.withoutAmount > 0 && (
                  <span className={styles.note}>{t('pane.funnel.withoutAmount', { count: stage.withoutAmount })}</span>
                )}
              </th>
              <td className={number}>{format.number(stage.count)}</td>
              <td className={number} title={format.money(stage.amount)}>
                {format.shortMoney(stage.amount)}
              </td>
              <td className={number} title={format.money(stage.weighted)}>
                {format.shortMoney(stage.weighted)}
              </td>
              <td className={number}>{format.percent(stage.conversion)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
