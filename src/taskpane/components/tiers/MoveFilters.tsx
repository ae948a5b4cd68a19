import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ProposedMove } from '../../../actions/recomputeTiers';
import type { MoveDirection } from '../../../crm/tierReview';
import { usePane } from '../../context';
import { useListLabel } from '../../hooks/useListLabel';
import { narrow } from '../../reflow';
import { choicesOf, type MoveFilter } from './moves';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  field: { minWidth: 0 },
  select: { minWidth: 0, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

interface Props {
  readonly moves: readonly ProposedMove[];
  readonly filter: MoveFilter;
  readonly ownerOf: (row: number) => string;
  readonly onChange: (filter: MoveFilter) => void;
}

/** Narrows a list of moves by direction, tier and owner; offers only what occurs. */
export function MoveFilters({ moves, filter, ownerOf, onChange }: Props) {
  const { t } = usePane();
  const tierLabel = useListLabel('tier');
  const { directions, tiers, owners } = choicesOf(moves, ownerOf);
  const set = (change: Partial<MoveFilter>) => onChange({ ...filter, ...change });
  return (
    <div className={useStyles().filters}>
      <FilterSelect
        label={t('tiers.moves.direction')}
        value={filter.direction}
        choices={directions.map((code) => [code, t(`tiers.moves.choice.${code}`)])}
        onChange={(direction) => set({ direction: direction as MoveDirection | null })}
      />
      <FilterSelect
        label={t('tiers.moves.tier')}
        value={filter.tier}
        choices={tiers.map((code) => [code, tierLabel(code)])}
        onChange={(tier) => set({ tier })}
      />
      <FilterSelect
        label={t('tiers.moves.owner')}
        value={filter.owner}
        choices={owners.map((name) => [name, name || t('tiers.moves.noOwner')])}
        onChange={(owner) => set({ owner })}
      />
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string | null;
  /** Value and text. */
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string | null) => void;
}

/** The first option is "all"; the others go by their place, because any name may be a value. */
function FilterSelect({ label, value, choices, onChange }: SelectProps) {
  const { t } = usePane();
  const styles = useStyles();
  const place = choices.findIndex(([choice]) => choice === value);
  return (
    <Field label={label} size="small" className={styles.field}>
      <Select
        size="small"
        className={styles.select}
        value={String(place)}
        onChange={(_, data) => onChange(choices[Number(data.value)]?.[0] ?? null)}
      >
        <option value="-1">{t('tiers.moves.all')}</option>
        {choices.map(([choice, text], index) => (
          <option key={choice} value={index}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
