import { useState } from 'react';
import { Caption1, Field, Select, Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TierTrialProposal } from '../../../actions/recomputeTiers';
import { personByKey } from '../../../actions/report/visitPlan';
import { loadByOwner, loadByWeek } from '../../../crm/visitLoad';
import { sourceOf } from '../../../template/views/source';
import { visitsInYear } from '../../../template/views/tierReview';
import { visitsAt, type LoadPlace } from '../../../template/views/tierTrial';
import { brief } from '../../brief';
import { usePane, useWorkbook } from '../../context';
import { fewLines } from '../../fewLines';
import { PlainList } from '../PlainList';
import { SectionTitle } from '../SectionTitle';
import { VirtualList } from '../VirtualList';
import { Bar } from './Bar';
import { change } from './CountsTable';
import { useBarStyles } from './useBarStyles';
import { VisitsFigure } from './VisitsFigure';

const useStyles = makeStyles({
  week: { gridTemplateColumns: '84px minmax(40px, 1fr) minmax(88px, max-content)' },
  bars: { display: 'grid', rowGap: '2px' },
  owner: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content minmax(36px, max-content)',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: fewLines(2),
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly trial: TierTrialProposal;
}

/** What the moves do to everybody's visits (C-35, C-36): of a year, by week, by owner. */
export function VisitLoad({ trial }: Props) {
  const { t, format } = usePane();
  const styles = useStyles();
  const lines = useBarStyles();
  const { computed, environment } = useWorkbook().data.figures;
  const nameOf = useOwnerName();
  const [chosen, setChosen] = useState<string | null | undefined>(undefined);
  const owners = loadByOwner(trial.load);
  const owner = owners.some((one) => one.owner === chosen) ? chosen : undefined;
  const weeks = loadByWeek(trial.load, owner);
  const place = owners.findIndex((one) => one.owner === owner);
  const most = Math.max(1, ...weeks.map(({ before, after }) => Math.max(before, after)));
  const isUnchanged = trial.moves.length > 0 && trial.load.every(({ before, after }) => before === after);
  return (
    <>
      <SectionTitle>{t('tiers.load.title')}</SectionTitle>
      <YearOfVisits trial={trial} />
      {isUnchanged && <Caption1 className={styles.quiet}>{t('tiers.load.same')}</Caption1>}
      {owners.length === 0 ? (
        <Caption1>{t('tiers.load.none')}</Caption1>
      ) : (
        <>
          <Field label={t('tiers.load.weeks', { count: weeks.length })} hint={t('tiers.load.legend')}>
            <Select
              value={owner === undefined ? '-1' : String(place)}
              onChange={(_, { value }) => setChosen(owners[Number(value)]?.owner)}
            >
              <option value="-1">{t('tiers.load.everyone')}</option>
              {owners.map((one, index) => (
                <option key={one.owner ?? ''} value={index}>
                  {nameOf(one.owner)}
                </option>
              ))}
            </Select>
          </Field>
          <PlainList gap="XS">
            {weeks.map(({ monday, before, after }) => (
              <li key={monday} className={mergeClasses(lines.line, styles.week)}>
                <Caption1>{format.date(monday)}</Caption1>
                <div className={styles.bars}>
                  <Bar share={before / most} quiet />
                  <Bar share={after / most} />
                </div>
                <BeforeAfter {...{ trial, before, after }} at={{ owner, monday }} />
              </li>
            ))}
          </PlainList>
          {owners.length > 1 && (
            <>
              <Text weight="semibold">{t('tiers.load.byOwner')}</Text>
              <VirtualList
                items={owners}
                keyOf={(one) => one.owner ?? ''}
                itemHeight={29}
                label={t('tiers.load.byOwner')}
              >
                {(one) => (
                  <div className={styles.owner}>
                    <Text className={styles.name}>{nameOf(one.owner)}</Text>
                    <BeforeAfter {...{ trial, ...one }} at={{ owner: one.owner }} />
                    <Text size={200} className={lines.figure}>
                      <VisitsFigure
                        text={change(one.after - one.before, format.number)}
                        title={t('tiers.load.listChange', { who: nameOf(one.owner) })}
                        visits={() => visitsAt(computed, environment, { owner: one.owner })}
                        after={() => visitsAt(computed, environment, { owner: one.owner }, trial.moves)}
                        isEmpty={one.after === one.before}
                      />
                    </Text>
                  </div>
                )}
              </VirtualList>
            </>
          )}
        </>
      )}
    </>
  );
}

/** Visits of a year by the cadence rules, before and after. */
function YearOfVisits({ trial: { visits, moves } }: Props) {
  const { t, format } = usePane();
  const styles = useStyles();
  const { figure } = useBarStyles();
  const { computed, environment } = useWorkbook().data.figures;
  const title = t('tiers.load.year');
  const [now, after] = [Math.round(visits.now), Math.round(visits.after)];
  const inYear = (by: typeof moves = []) => visitsInYear(sourceOf(computed), environment, by);
  return (
    <div className={styles.owner}>
      <Text className={styles.name}>{title}</Text>
      <Text size={200} className={figure}>
        <VisitsFigure text={format.number(now)} title={title} visits={() => inYear()} isEmpty={now === 0} />
        {' → '}
        <VisitsFigure
          text={format.number(after)}
          title={t('tiers.load.yearAfter')}
          visits={() => inYear(moves)}
          isEmpty={after === 0}
        />
      </Text>
      <Text size={200} className={figure}>
        <VisitsFigure
          text={change(after - now, format.number)}
          title={t('tiers.load.listChange', { who: t('tiers.load.everyone') })}
          visits={() => inYear()}
          after={() => inYear(moves)}
          isEmpty={after === now}
        />
      </Text>
    </div>
  );
}

/** Name of an owner of the load: of the team, else as the cell says. */
function useOwnerName(): (key: string | null) => string {
  const { t } = usePane();
  const personOf = personByKey(useWorkbook().data.snapshot);
  return (key) => brief(personOf(key)?.name ?? t('tiers.moves.noOwner'));
}

interface PairProps extends Props {
  readonly before: number;
  readonly after: number;
  readonly at: LoadPlace;
}

/** Visits before and after; each figure opens the customers who are visited. */
function BeforeAfter({ trial, before, after, at }: PairProps) {
  const { t, format } = usePane();
  const { computed, environment } = useWorkbook().data.figures;
  const nameOf = useOwnerName();
  const when =
    at.monday === undefined ? t('tiers.load.allWeeks') : t('tiers.load.weekOf', { date: format.date(at.monday) });
  const who = at.owner === undefined ? t('tiers.load.everyone') : nameOf(at.owner);
  return (
    <Text size={200} className={useBarStyles().figure}>
      <VisitsFigure
        text={format.number(before)}
        title={t('tiers.load.listNow', { who, when })}
        visits={() => visitsAt(computed, environment, at)}
        isEmpty={before === 0}
      />
      {' → '}
      <VisitsFigure
        text={format.number(after)}
        title={t('tiers.load.listAfter', { who, when })}
        visits={() => visitsAt(computed, environment, at, trial.moves)}
        isEmpty={after === 0}
      />
    </Text>
  );
}
