import { Badge, Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowForward16Regular } from '@fluentui/react-icons';
import type { Pipeline } from '../../../actions/report/pipeline';
import type { DealRecord } from '../../../template/views/deals';
import { usePane, useWorkbook } from '../../context';
import { useGoTo } from '../../hooks/useGoTo';
import { useLabel } from '../../hooks/useLabel';
import { cellText, titleOf } from '../../rows';
import { Failure } from '../Failure';
import { Figure } from '../Figure';
import { RecordItem } from '../RecordItem';
import { SectionTitle } from '../SectionTitle';
import { dealList } from './dealList';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  none: { color: tokens.colorNeutralForeground2 },
});

/** Shown here; the list of all is one click away. */
const shown = 5;

/** Deals that stay too long in their stage, the dearest first (C-46), each with its next step. */
export function StaleDeals({ pipeline: { stale, funnel } }: { readonly pipeline: Pipeline }) {
  const { t } = usePane();
  const styles = useStyles();
  const { goTo, error } = useGoTo();
  const all = t('funnel.stale.all', { count: stale.length });
  return (
    <section aria-label={t('funnel.stale.title')}>
      <SectionTitle>{t('funnel.stale.title')}</SectionTitle>
      {error !== null && <Failure error={error} />}
      {stale.length === 0 && <Body1 className={styles.none}>{t('funnel.stale.none')}</Body1>}
      <ul className={styles.list}>
        {stale.slice(0, shown).map((deal, index) => (
          <li key={deal.row}>
            <StaleDeal deal={deal} limit={funnel.stale[index]!.limitDays} onGoTo={goTo} />
          </li>
        ))}
      </ul>
      {stale.length > shown && <Figure text={all} list={dealList(t('funnel.stale.title'), stale)} />}
    </section>
  );
}

interface ItemProps {
  readonly deal: DealRecord;
  /** Days after which a deal of its stage is stale. */
  readonly limit: number | null;
  readonly onGoTo: (table: string, id: string) => void;
}

function StaleDeal({ deal, limit, onGoTo }: ItemProps) {
  const pane = usePane();
  const { t, format, navigate } = pane;
  const { data, locked } = useWorkbook();
  const label = useLabel();
  const { row, id, weighted, stageNo, stageAge } = deal;
  const name = titleOf(data, pane, 'opportunities', row);
  const { stage } = data.figures.environment.stages[stageNo! - 1]!;
  const { opportunities } = data.figures.computed.tables;
  const owner = opportunities?.columns.owner?.[row] ?? null;
  return (
    <RecordItem
      title={name}
      badge={
        <Badge appearance="tint" color="warning" shape="rounded">
          {t('funnel.stale.days', { count: stageAge ?? 0 })}
        </Badge>
      }
      details={[
        label('stage', stage as string),
        limit === null ? null : t('funnel.stale.limit', { count: Math.round(limit) }),
        weighted === null ? null : t('funnel.stale.weighted', { amount: format.shortMoney(weighted) }),
        owner === null ? null : cellText(data, pane, { table: 'opportunities', column: 'owner', value: owner }),
      ]}
      onGoTo={id === null ? undefined : () => onGoTo('opportunities', id)}
      actions={
        id !== null && (
          <Button
            size="small"
            icon={<ArrowForward16Regular />}
            disabled={locked}
            aria-label={t('funnel.move.named', { name })}
            onClick={() => navigate(`move/${encodeURIComponent(id)}`)}
          >
            {t('funnel.move.action')}
          </Button>
        )
      }
    />
  );
}
