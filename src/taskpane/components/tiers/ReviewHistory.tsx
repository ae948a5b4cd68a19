import { useState } from 'react';
import { Body1, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components';
import {
  outcomeOf,
  reviewLines,
  reviewOutcomes,
  reviewRuns,
  reviewSchedule,
  type ReviewLineFound,
  type ReviewRun,
} from '../../../actions/report/reviewRuns';
import { usePane } from '../../context';
import { useListLabel } from '../../hooks/useListLabel';
import { useMeasure } from '../../hooks/useMeasure';
import { useSection } from '../../hooks/useSection';
import { joined } from '../../inText';
import { CustomerPicker } from '../CustomerPicker';
import { Figure } from '../Figure';
import { SectionTitle } from '../SectionTitle';
import { VirtualList } from '../VirtualList';

const useStyles = makeStyles({
  run: {
    display: 'flex',
    flexDirection: 'column',
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cuts: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  tiers: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
});

/** Reviews of the past with their figures, and the moves of one customer. */
export function ReviewHistory() {
  const { t } = usePane();
  const runs = useSection(reviewRuns);
  const [customer, setCustomer] = useState<string | null>(null);
  return (
    <>
      <SectionTitle>{t('tiers.history.title')}</SectionTitle>
      {runs.length === 0 ? (
        <Caption1>{t('tiers.history.none')}</Caption1>
      ) : (
        <>
          <VirtualList
            items={runs}
            keyOf={({ reviewedAt }) => reviewedAt}
            itemHeight={64}
            label={t('tiers.history.title')}
          >
            {(run) => <Run run={run} />}
          </VirtualList>
          <SectionTitle>{t('tiers.history.one')}</SectionTitle>
          <CustomerPicker optional value={customer} onChange={setCustomer} />
          {customer !== null && <MovesOf customer={customer} />}
        </>
      )}
    </>
  );
}

function Run({ run: { reviewedAt, cuts, rows } }: { readonly run: ReviewRun }) {
  const { t, format, language } = usePane();
  const styles = useStyles();
  const { short } = useMeasure(useSection(reviewSchedule).basis);
  const label = useListLabel('tier');
  const date = format.date(reviewedAt);
  const found = reviewOutcomes.filter((outcome) => rows[outcome].length);
  const starts = cuts
    .slice(0, -1)
    .map(({ tier, minValue }) => t('tiers.history.cut', { tier: label(tier), value: short(minValue) }));
  return (
    <div className={styles.run}>
      <Text weight="semibold">{date}</Text>
      <Text>
        {found.length === 0 && t('tiers.history.moved')}
        {found.map((outcome, index) => {
          const text = t(`tiers.moves.${outcome}`, { count: rows[outcome].length });
          const title = t('tiers.history.list', { date, what: text });
          return (
            <span key={outcome}>
              {index > 0 && ' · '}
              <Figure text={text} list={() => ({ title, table: 'tierReviews', rows: rows[outcome] })} />
            </span>
          );
        })}
      </Text>
      {starts.length > 0 && (
        <Caption1 className={styles.cuts}>
          {t('tiers.history.cuts', { cuts: starts.join(language === 'en' ? ', ' : '、') })}
        </Caption1>
      )}
    </div>
  );
}

function MovesOf({ customer }: { readonly customer: string }) {
  const { t } = usePane();
  const lines = useSection(reviewLines).filter(({ customerId }) => customerId === customer);
  if (!lines.length) return <Body1>{t('tiers.history.noMoves')}</Body1>;
  return (
    <VirtualList items={lines} keyOf={({ row }) => row} itemHeight={48} label={t('tiers.history.one')}>
      {(line) => <HistoryLine line={line} />}
    </VirtualList>
  );
}

function HistoryLine({ line }: { readonly line: ReviewLineFound }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const [tier, rule] = [useListLabel('tier'), useListLabel('tierReviewRule')];
  const text = (code: string | null) => (code === null ? t('tiers.noTier') : tier(code));
  const isDeclined = outcomeOf(line) === 'declined';
  return (
    <div className={styles.line}>
      <div className={styles.text}>
        <Text>{format.date(line.reviewedAt)}</Text>
        <Caption1 className={styles.cuts}>
          {joined([rule(line.why), isDeclined && t('tiers.history.declined')])}
        </Caption1>
      </div>
      <Text className={styles.tiers}>{t('tiers.moves.fromTo', { from: text(line.from), to: text(line.to) })}</Text>
    </div>
  );
}
