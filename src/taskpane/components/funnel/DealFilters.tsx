import { Button, Caption1, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { dealChoices, type DealChoice } from '../../../actions/report/dealChoices';
import type { Pipeline } from '../../../actions/report/pipeline';
import { dealPeriods, everyDeal, unset, type DealFilter, type DealPeriod } from '../../../template/views/dealFilter';
import { usePane } from '../../context';
import { useListLabel } from '../../hooks/useListLabel';
import { usePersonName } from '../../hooks/usePersonName';
import { useSection } from '../../hooks/useSection';
import { withIds } from '../../namesakes';
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
  const { t } = usePane();
  const styles = useStyles();
  const label = useListLabel('leadSource');
  const { owners, sources, products } = useSection(dealChoices);
  const personName = usePersonName(owners.known);
  const productName = withIds(products.known);
  const change = (part: Partial<DealFilter>) => onChange({ ...filter, ...part });
  const isFiltered =
    filter.period !== 'all' || [filter.owner, filter.source, filter.product].some((wanted) => wanted !== null);
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
          choices={owners.known.map((owner) => ({ key: owner.key, name: personName(owner) }))}
          unsetName={owners.hasUnset && t('funnel.filter.noOwner')}
          value={filter.owner}
          onChange={(owner) => change({ owner })}
        />
        <Choice
          label={t('funnel.filter.source')}
          choices={sources.known.map((key) => ({ key, name: label(key) }))}
          unsetName={sources.hasUnset && t('funnel.filter.noSource')}
          value={filter.source}
          onChange={(source) => change({ source })}
        />
        <Choice
          label={t('funnel.filter.product')}
          choices={products.known.map((product) => ({ key: product.key, name: productName(product) }))}
          unsetName={products.hasUnset && t('funnel.filter.noProduct')}
          value={filter.product}
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
  readonly choices: readonly Pick<DealChoice, 'key' | 'name'>[];
  /** The choice of the deals without one; `false` = there are none. */
  readonly unsetName: string | false;
  /** `null` = all. */
  readonly value: string | null;
  readonly onChange: (key: string | null) => void;
}

function Choice({ label, choices, unsetName, value, onChange }: ChoiceProps) {
  const { t, language } = usePane();
  const { field } = useStyles();
  const sorted = [...choices].sort((a, b) => a.name.localeCompare(b.name, language));
  const options = unsetName === false ? sorted : [...sorted, { key: unset, name: unsetName }];
  return (
    <Field label={label} size="small" className={field}>
      <Select
        size="small"
        className={field}
        select={{ className: field }}
        // As JSON, for any text may be a key: what is chosen is told from "all".
        value={JSON.stringify(value)}
        onChange={(_, data) => onChange(JSON.parse(data.value) as string | null)}
      >
        <option value={JSON.stringify(null)}>{t('funnel.filter.all')}</option>
        {options.map(({ key, name }) => (
          <option key={key} value={JSON.stringify(key)}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
