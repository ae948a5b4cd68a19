import type { ReactNode } from 'react';
import { Text, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { tierDistribution, type TierShare } from '../../../actions/report/tierDistribution';
import { cadenceText } from '../../cadenceText';
import { usePane, useWorkbook, type Pane } from '../../context';
import { dash } from '../../format';
import { useListLabel } from '../../hooks/useListLabel';
import { useSection } from '../../hooks/useSection';
import { SectionTitle } from '../SectionTitle';
import { CustomersFigure } from './CustomersFigure';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM },
  policy: {
    ...typographyStyles.caption1,
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    marginTop: tokens.spacingVerticalXXS,
  },
  term: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0, overflowWrap: 'anywhere' },
  rules: { listStyle: 'none', margin: 0, padding: 0 },
  rule: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

/** What a tier may expect (C-19), as the table of tiers and the rules say. */
export function ServicePolicy() {
  const { t, format } = usePane();
  const styles = useStyles();
  const { tiers } = useSection(tierDistribution);
  const label = useListLabel('tier');
  return (
    <>
      <SectionTitle>{t('tiers.policy.title')}</SectionTitle>
      <ul className={styles.list}>
        {tiers.map((share) => (
          <li key={share.tier}>
            <Text weight="semibold">{t('tiers.overview.title', { tier: label(share.tier) })}</Text>
            <dl className={styles.policy}>
              {linesOf(share, { t, format }).map(({ term, text }) => (
                <Line key={term} term={term} text={text} />
              ))}
              <Line term={t('tiers.policy.revisits')} text={<Cadences share={share} />} />
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ term, text }: { readonly term: string; readonly text: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.text}>{text}</dd>
    </>
  );
}

/** The rules by which the tier's customers are visited, each with its customers. */
function Cadences({ share: { tier, cadences } }: { readonly share: TierShare }) {
  const { t, format } = usePane();
  const { snapshot } = useWorkbook().data;
  const label = useListLabel('tier');
  const styles = useStyles();
  if (!cadences.length) return dash;
  return (
    <ul className={styles.rules}>
      {cadences.map(({ rule, rows }) => {
        const text = cadenceText(snapshot, rule, t);
        return (
          <li key={rule} className={styles.rule}>
            <span>{text}</span>
            <CustomersFigure
              text={format.number(rows.length)}
              title={t('tiers.policy.list', { tier: label(tier), rule: text })}
              rows={() => rows}
            />
          </li>
        );
      })}
    </ul>
  );
}

function linesOf({ service, slaFactor, discountCeiling, care }: TierShare, { t, format }: Pick<Pane, 't' | 'format'>) {
  const clock =
    slaFactor === 1
      ? t('tiers.policy.clockPlain')
      : t('tiers.policy.clockFactor', { factor: format.number(slaFactor) });
  const discount = discountCeiling === null ? null : t('tiers.policy.upTo', { share: format.percent(discountCeiling) });
  return [
    { term: t('tiers.policy.service'), text: service },
    { term: t('tiers.policy.clock'), text: clock },
    { term: t('tiers.policy.discount'), text: discount },
    { term: t('tiers.policy.care'), text: care },
  ].filter(({ text }) => text !== null && text !== '');
}
