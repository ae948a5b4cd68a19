import { Button, Caption1, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { dealChoices, type DealChoice } from '../../../actions/report/dealChoices';
import type { Pipeline } from '../../../actions/report/pipeline';
import { dealPeriods, everyDeal, type DealFilter, type DealPeriod } from '../../../template/views/dealFilter';
import { usePane } from '../../context';
import { useLabel } from '../../hooks/useLabel';
import { useSection } from '../../hooks/useSection';
import { narrow } from '../../reflow';
import { Figure } from '../Figure';
import { dealList } from './dealList';

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  field: { minWidth: 0 },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '24px',
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly filter: DealFilter;
  readonly pipeline: Pipeline;
  readonly onChange: (filter: DealFilter) => void;
}

/** Which deals the whole view is about. */
export function DealFilters({ filter, pipeline: { deals }, onChange }: Props) {
  const { t, language } = usePane();
  const styles = useStyles();
  const label = useLabel();
  const { owners, sources, products } = useSection(dealChoices);
  const sorted = (choices: readonly DealChoice[]) =>
    [...choices].sort((a, b) => a.name.localeCompare(b.name, language));
  const coded = sources.map((key) => ({ key, name: label('leadSource', key) }));
  const change = (part: Partial<DealFilter>) => onChange({ ...filter, ...part });
  const isFiltered = filter.period !== 'all' || [filter.owner, filter.source, filter.product].some(Boolean);
  const counted = t('funnel.deals', { count: deals.length });
  return (
    <div role="group" aria-label={t('funnel.filter.title')}>
      <div className={styles.grid}>
        <Field label={t('funnel.filter.period')} size="small" className={styles.field}>
          <Select
            size="small"
            className={styles.field}
            select={{ className: styles.field }}
            value={filter.period}
            onChange={(_, { value }) => change({ period: value as DealPeriod })}
          >
            {dealPeriods.map((period) => (
              <option key={period} value={period}>
                {t(`funnel.filter.periods.${period}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Choice
          label={t('funnel.filter.owner')}
          {...{ choices: sorted(owners), value: filter.owner }}
          onChange={(owner) => change({ owner })}
        />
        <Choice
          label={t('funnel.filter.source')}
          {...{ choices: sorted(coded), value: filter.source }}
          onChange={(source) => change({ source })}
        />
        <Choice
          label={t('funnel.filter.product')}
          {...{ choices: sorted(products), value: filter.product }}
          onChange={(product) => change({ product })}
        />
      </div>
      <div className={styles.line}>
        <Caption1>
          <Figure text={counted} list={dealList(counted, deals)} isEmpty={deals.length === 0} />
          {filter.period !== 'all' && ` ${t('funnel.filter.inPeriod')}`}
        </Caption1>
        {isFiltered && (
          <Button size="small" appearance="subtle" onClick={() => onChange(everyDeal)}>
            {t('funnel.filter.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly choices: readonly DealChoice[];
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}

const all = '';

function Choice({ label, choices, value, onChange }: ChoiceProps) {
  const { t } = usePane();
  const { field } = useStyles();
  return (
    <Field label={label} size="small" className={field}>
      <Select
        size="small"
        className={field}
        select={{ className: field }}
        value={value ?? all}
        onChange={(_, data) => onChange(data.value || null)}
      >
        <option value={all}>{t('funnel.filter.all')}</option>
        {choices.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
