import { Body1, Caption1, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { presentCuts, proposedTiers } from '../../../actions/recomputeTiers';
import { reviewSchedule } from '../../../actions/report/reviewRuns';
import { usePane, useWorkbook, type Pane } from '../../context';
import { useListLabel } from '../../hooks/useListLabel';
import { useMeasure } from '../../hooks/useMeasure';
import { useSection } from '../../hooks/useSection';
import { Metrics } from '../Metric';
import { SectionTitle } from '../SectionTitle';
import { DueBanner } from './DueBanner';
import { Movers } from './Movers';
import { MoveSummary } from './MoveSummary';
import { ReviewHistory } from './ReviewHistory';
import { useShares } from './TryCuts';
import type { Writer } from './writer';

const useStyles = makeStyles({
  rules: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  cuts: { listStyle: 'none', margin: 0, padding: 0 },
});

/** The review of today (C-18): when, how, who moves, and what is written only when it is accepted. */
export function Review({ writer }: { readonly writer: Writer }) {
  const { t } = usePane();
  const proposal = useSection(proposedTiers);
  const { length: count } = proposal.moves;
  return (
    <>
      <DueBanner />
      <Schedule />
      <Method />
      <Cuts />
      <SectionTitle>{t('tiers.review.preview', { count })}</SectionTitle>
      {count > 0 ? (
        <>
          <MoveSummary moves={proposal.moves} />
          <Caption1>{t('tiers.review.previewText')}</Caption1>
        </>
      ) : (
        <Body1>{t('tiers.review.nobody')}</Body1>
      )}
      <Movers proposal={proposal} applyText={t('tiers.review.apply')} writer={writer} />
      <ReviewHistory />
    </>
  );
}

function Schedule() {
  const { t, format } = usePane();
  const { last, next, daysLate, months } = useSection(reviewSchedule);
  return (
    <Metrics
      items={[
        { label: t('tiers.review.next'), value: daysLate === 0 ? t('tiers.review.dueToday') : format.date(next) },
        { label: t('tiers.review.last'), value: last === null ? t('tiers.review.never') : format.date(last) },
        { label: t('tiers.review.every'), value: everyText(months, t) },
      ].map((item) => ({ ...item, isWords: true }))}
    />
  );
}

function everyText(months: number, t: Pane['t']): string {
  if (months === 3) return t('tiers.review.quarterly');
  return months === 6 ? t('tiers.review.halfYearly') : t('tiers.review.months', { count: months });
}

/** How a tier is decided, and why a fall takes two reviews (decision 12). */
function Method() {
  const { t } = usePane();
  const { environment } = useWorkbook().data.figures;
  const { basis } = useSection(reviewSchedule);
  const shares = useShares(useSection(presentCuts));
  return (
    <>
      <SectionTitle>{t('tiers.review.method')}</SectionTitle>
      <ul className={useStyles().rules}>
        <li>
          {basis === 'points'
            ? t('tiers.review.byPoints')
            : t('tiers.review.byValue', { count: environment.valueWindowDays, shares })}
        </li>
        {['up', 'down', 'hand', 'settings'].map((rule) => (
          <li key={rule}>{t(`tiers.review.${rule}`)}</li>
        ))}
      </ul>
    </>
  );
}

/** The cut points that the review would set; the last tier takes the rest. */
function Cuts() {
  const { t } = usePane();
  const { show } = useMeasure(useSection(reviewSchedule).basis);
  const label = useListLabel('tier');
  const [present, { cuts }] = [useSection(presentCuts), useSection(proposedTiers)];
  const lines = cuts.slice(0, -1).map(({ tier, minValue }, at) => {
    const before = present[at]?.minValue ?? null;
    return before === minValue
      ? t('tiers.review.cutStays', { tier: label(tier), value: show(minValue) })
      : t('tiers.review.cutMove', { tier: label(tier), before: show(before), after: show(minValue) });
  });
  const isUnchanged = cuts.every(({ minValue }, at) => minValue === present[at]?.minValue);
  return (
    <>
      <SectionTitle>{t('tiers.review.cuts')}</SectionTitle>
      <ul className={useStyles().cuts}>
        {lines.map((line) => (
          <li key={line}>
            <Body1>{line}</Body1>
          </li>
        ))}
      </ul>
      {isUnchanged && <Caption1>{t('tiers.review.unchanged')}</Caption1>}
    </>
  );
}
