import { Body1, Button, Card, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import type { TierProposal } from '../../actions/recomputeTiers';
import { columnOf } from '../../template/environment';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';
import { DoneBar } from '../components/DoneBar';
import { MoveList } from '../components/MoveList';
import { Page } from '../components/Page';
import { SectionTitle } from '../components/SectionTitle';
import { TaskStatus } from '../components/TaskStatus';
import { TierBars, type TierShare } from '../components/TierBars';
import { ViewTitle } from '../components/ViewTitle';
import { usePane, useWorkbook, type PaneData } from '../context';
import { useTask } from '../hooks/useTask';
import type { Done } from '../session';

const useStyles = makeStyles({
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
});

type Label = (tier: string) => string;

/** Tiers as they are, and new cut points with everybody who would move, before anything is written (C-12, decision 12). */
export function TiersView() {
  const { session, t, language } = usePane();
  const { data, locked, reload } = useWorkbook();
  const review = useTask<TierProposal>();
  const apply = useTask<Done>(() => {
    review.reset();
    reload();
  });
  const proposal = review.state.status === 'done' ? review.state.value : null;
  const propose = () => {
    apply.reset();
    review.run(async () => session.proposeTiers(data.snapshot));
  };
  const write = () => proposal && apply.run((options) => session.applyTiers(proposal, options));
  const label: Label = (tier) => labelOf(template, data.snapshot, language, 'tier', tier);

  return (
    <Page>
      <ViewTitle title={t('pane.tiers.title')}>
        <Button icon={<ArrowSync20Regular />} disabled={review.state.status === 'running'} onClick={propose}>
          {t('pane.tiers.recompute')}
        </Button>
      </ViewTitle>
      {apply.state.status === 'done' ? (
        <DoneBar done={apply.state.value} text={t('pane.tiers.done')} />
      ) : (
        <TaskStatus task={apply} label={t('pane.tiers.applying')} onRetry={write} />
      )}
      <TierBars tiers={tierShares(data, proposal, label)} />
      <TaskStatus task={review} label={t('pane.tiers.reviewing')} onRetry={propose} />
      {proposal && (
        <Preview
          proposal={proposal}
          label={label}
          locked={locked || apply.state.status === 'running'}
          onApply={write}
          onClose={review.reset}
        />
      )}
    </Page>
  );
}

/** Today's customers and cut points by tier, with the proposed cut points beside them. */
function tierShares({ snapshot, report }: PaneData, proposal: TierProposal | null, label: Label): TierShare[] {
  const next = new Map(proposal?.cuts.map(({ tier, minValue }) => [tier, minValue]));
  const minValues = columnOf(snapshot, 'tiers', 'minValue');
  return columnOf(snapshot, 'tiers', 'tier').map((cell, row) => {
    const tier = String(cell ?? '');
    const minValue = minValues[row];
    return {
      tier: label(tier),
      count: report.customers.byTier[tier] ?? 0,
      minValue: typeof minValue === 'number' ? minValue : null,
      nextMinValue: next.get(tier),
    };
  });
}

interface PreviewProps {
  readonly proposal: TierProposal;
  readonly label: Label;
  readonly locked: boolean;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

function Preview({ proposal: { moves, changeset }, label, locked, onApply, onClose }: PreviewProps) {
  const { t } = usePane();
  const changed = changeset.updates.length > 0;
  return (
    <Card>
      <SectionTitle>{t('pane.tiers.preview', { count: moves.length })}</SectionTitle>
      <Body1>{t(changed ? 'pane.tiers.previewText' : 'pane.tiers.unchanged')}</Body1>
      <MoveList moves={moves} label={label} />
      <div className={useStyles().actions}>
        {changed && (
          <Button appearance="primary" disabled={locked} onClick={onApply}>
            {t('pane.tiers.apply')}
          </Button>
        )}
        <Button onClick={onClose}>{t('pane.close')}</Button>
      </div>
    </Card>
  );
}
