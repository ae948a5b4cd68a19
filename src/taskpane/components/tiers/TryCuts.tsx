import { memo, useDeferredValue, useMemo, useState } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { presentCuts, proposedTiers, triedTiers, type TierTrialProposal } from '../../../actions/recomputeTiers';
import { cutScale } from '../../../actions/report/cutScale';
import type { Facts } from '../../../actions/report/facts';
import { reviewSchedule } from '../../../actions/report/reviewRuns';
import type { Changeset } from '../../../crm/changeset';
import type { TierCut } from '../../../crm/tier';
import { effectiveMoves } from '../../../template/views/tierReview';
import { usePane, useWorkbook } from '../../context';
import { useListLabel } from '../../hooks/useListLabel';
import { useMeasure } from '../../hooks/useMeasure';
import { useSection } from '../../hooks/useSection';
import { Held } from '../Held';
import { SectionTitle } from '../SectionTitle';
import { Sentence } from '../Sentence';
import { CountsTable } from './CountsTable';
import { CustomersFigure } from './CustomersFigure';
import { CutSlider } from './CutSlider';
import { Movers } from './Movers';
import { MoveSummary } from './MoveSummary';
import { VisitLoad } from './VisitLoad';
import type { Writer } from './writer';

const useStyles = makeStyles({
  sliders: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/**
 * What if tiers began elsewhere (C-18): the cut points as sliders, and at once who would move and what that does to the
 * visits. The thumb never waits for the figures: they follow as soon as there is time, and until then nothing of them
 * can be applied.
 */
export function TryCuts({ writer }: { readonly writer: Writer }) {
  const { figures } = useWorkbook().data;
  const present = useSection(presentCuts);
  const [draft, setDraft] = useState<readonly TierCut[] | null>(null);
  // What is in force, applied just now or chosen again, is no try: it follows what is read next.
  if (draft && sameCuts(draft, present)) setDraft(null);
  const cuts = draft?.length === present.length ? draft : present;
  const shown = useDeferredValue(cuts);
  const trial = useMemo(() => triedTiers(figures, shown), [figures, shown]);
  const [untouched, unmoved] = [useSection(presentTrial), useSection(nothingTried)];
  return (
    <>
      <Sliders cuts={cuts} present={present} onChange={setDraft} />
      <Anyway {...{ trial, untouched }} />
      <Held when={shown !== cuts}>
        <TrialResult trial={sameCuts(shown, present) ? unmoved : trial} writer={writer} />
      </Held>
    </>
  );
}

const presentTrial = (facts: Facts): TierTrialProposal => triedTiers(facts, presentCuts(facts));

/** Nothing was tried, so nobody moves for it: what a review would do anyway is told apart. */
function nothingTried(facts: Facts): TierTrialProposal {
  const { cuts, counts, load, visits, without } = presentTrial(facts);
  return {
    ...{ cuts, without, changeset: noChange, moves: [] },
    counts: counts.map((tier) => ({ ...tier, after: tier.before })),
    load: load.map((week) => ({ ...week, after: week.before })),
    visits: { now: visits.now, after: visits.now },
  };
}

const noChange: Changeset = { action: 'recomputeTiers', updates: [], appends: [], removals: [] };

interface AnywayProps {
  readonly trial: TierTrialProposal;
  /** With the cut points in force. */
  readonly untouched: TierTrialProposal;
}

/** Whom a review would move today without any slider, and how many of the moves below that are. */
function Anyway({ trial, untouched }: AnywayProps) {
  const { t } = usePane();
  const moving = new Set(effectiveMoves(trial.moves).map(({ row }) => row));
  const rows = effectiveMoves(untouched.moves).flatMap(({ row }) => (moving.has(row) ? [row] : []));
  const isTried = !sameCuts(trial.cuts, untouched.cuts);
  if (!rows.length) return null;
  const text = t(isTried ? 'tiers.try.ofThese' : 'tiers.try.anyway', { count: rows.length });
  return (
    <Caption1>
      <Sentence
        text="tiers.try.anywayWhy"
        figures={{ moves: <CustomersFigure text={text} title={text} rows={() => rows} /> }}
      />
    </Caption1>
  );
}

interface SlidersProps {
  readonly cuts: readonly TierCut[];
  readonly present: readonly TierCut[];
  readonly onChange: (cuts: readonly TierCut[]) => void;
}

function Sliders({ cuts, present, onChange }: SlidersProps) {
  const { t } = usePane();
  const styles = useStyles();
  const stops = useSection(cutScale);
  const { basis } = useSection(reviewSchedule);
  const measure = useMeasure(basis);
  const label = useListLabel('tier');
  const move = (at: number, minValue: number) =>
    onChange(cuts.map((cut, index) => (index === at ? { ...cut, minValue } : cut)));
  return (
    <>
      <Body1>{t('tiers.try.intro')}</Body1>
      {basis === 'points' && <Caption1>{t('tiers.try.points')}</Caption1>}
      <div className={styles.sliders}>
        {cuts.slice(0, -1).map(({ tier, minValue }, at) => (
          <CutSlider
            key={tier}
            tier={label(tier)}
            value={minValue}
            present={present[at]!.minValue}
            stops={stops}
            limits={limitsOf(cuts, at)}
            measure={measure}
            onChange={(value) => move(at, value)}
          />
        ))}
      </div>
      <StartAgain {...{ cuts, present, onChange }} />
    </>
  );
}

/** Tiers stay in order: a cut point lies between those of its neighbours. */
const limitsOf = (cuts: readonly TierCut[], at: number) => ({
  least: Math.max(0, cuts[at + 1]?.minValue ?? 0),
  most: cuts[at - 1]?.minValue ?? Infinity,
});

/** Back to the cut points in force, or to those that a review would set. */
function StartAgain({ cuts, present, onChange }: SlidersProps) {
  const { t } = usePane();
  const styles = useStyles();
  const { basis } = useSection(reviewSchedule);
  const proposed = useSection(proposedTiers).cuts;
  const shares = useShares(present);
  const isPresent = sameCuts(cuts, present);
  return (
    <>
      <div className={styles.actions}>
        <Button size="small" disabledFocusable={isPresent} onClick={() => onChange(present)}>
          {t('tiers.try.reset')}
        </Button>
        {basis === 'value' && (
          <Button
            size="small"
            disabledFocusable={sameCuts(cuts, proposed)}
            title={t('tiers.try.sharesHint', { shares })}
            onClick={() => onChange(proposed)}
          >
            {t('tiers.try.shares')}
          </Button>
        )}
      </div>
      {isPresent && <Caption1>{t('tiers.try.same')}</Caption1>}
    </>
  );
}

const sameCuts = (a: readonly TierCut[], b: readonly TierCut[]): boolean =>
  a.length === b.length && a.every(({ minValue }, at) => minValue === b[at]!.minValue);

/** The shares that a review aims at: `A 20%, B 30%`. */
export function useShares(cuts: readonly TierCut[]): string {
  const { language, format } = usePane();
  const label = useListLabel('tier');
  const shares = cuts.flatMap(({ tier, share }) => (share ? [`${label(tier)} ${format.percent(share)}`] : []));
  return shares.join(language === 'en' ? ', ' : '、');
}

interface ResultProps {
  readonly trial: TierTrialProposal;
  readonly writer: Writer;
}

const TrialResult = memo(function TrialResult({ trial, writer }: ResultProps) {
  const { t } = usePane();
  return (
    <>
      <SectionTitle>{t('tiers.try.counts')}</SectionTitle>
      <CountsTable trial={trial} />
      <VisitLoad trial={trial} />
      <SectionTitle>{t('tiers.moves.title')}</SectionTitle>
      <MoveSummary moves={trial.moves} />
      {trial.moves.length > 0 && (
        <>
          <Caption1>{t('tiers.review.down')}</Caption1>
          <Movers proposal={trial} applyText={t('tiers.try.apply')} writer={writer} />
        </>
      )}
    </>
  );
});
