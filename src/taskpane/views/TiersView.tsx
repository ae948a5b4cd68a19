import { Body1, Button, Card, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { TierProposal } from '../../actions/recomputeTiers';
import type { Changeset } from '../../crm/changeset';
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
  const [accepted, setAccepted] = useState<Changeset | null>(null);
  const write = (changeset: Changeset) => {
    setAccepted(changeset);
    apply.run((options) => session.applyTiers(changeset, options));
  };
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
        <TaskStatus task={apply} label={t('pane.tiers.applying')} onRetry={() => accepted && write(accepted)} />
      )}
      <TierBars tiers={tierShares(data, proposal, label)} />
      <TaskStatus task={review} label={t('pane.tiers.reviewing')} onRetry={propose} />
      {proposal && (
        <Preview
          proposal={proposal}
          label={label}
          why={(rule) => labelOf(template, data.snapshot, language, 'tierReviewRule', rule)}
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
  readonly why: Label;
  readonly locked: boolean;
  readonly onApply: (changeset: Changeset) => void;
  readonly onClose: () => void;
}

/** The review before it is written; every row can be left out, and the review then says so. */
function Preview({ proposal, label, why, locked, onApply, onClose }: PreviewProps) {
  const { t } = usePane();
  const { moves, visits, without } = proposal;
  const [rejected, setRejected] = useState<ReadonlySet<string>>(new Set());
  const changed = proposal.changeset.updates.length > 0;
  const toggle = (id: string) => setRejected((before) => toggled(before, id));
  return (
    <Card>
      <SectionTitle>{t('pane.tiers.preview', { count: moves.length })}</SectionTitle>
      <Body1>{t(changed ? 'pane.tiers.previewText' : 'pane.tiers.unchanged')}</Body1>
      {moves.length > 0 && (
        <Body1>{t('pane.tiers.visits', { now: Math.round(visits.now), after: Math.round(visits.after) })}</Body1>
      )}
      <MoveList moves={moves} label={label} why={why} rejected={rejected} onToggle={toggle} />
      <div className={useStyles().actions}>
        <Button appearance="primary" disabled={locked} onClick={() => onApply(without(rejected))}>
          {t('pane.tiers.apply')}
        </Button>
        <Button onClick={onClose}>{t('pane.close')}</Button>
      </div>
    </Card>
  );
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
