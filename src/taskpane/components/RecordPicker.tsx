import { useState } from 'react';
import { Caption1, Combobox, Field, Option, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../context';
import type { RecordOption } from '../recordOptions';
import { useFoundOptions } from '../search/useOptions';
import { Failure } from './Failure';

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  list: { maxHeight: '280px' },
});

/** Options in the list; the search narrows thousands of records down to these. */
const shown = 30;

export interface Choice {
  /** Id of the record. */
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly error?: string;
  /** A form works without it. */
  readonly optional?: boolean;
}

interface Props extends Choice {
  readonly options: readonly RecordOption[];
  readonly words: {
    readonly label: string;
    /** What the arrow does. */
    readonly open: string;
    /** There is no such record. */
    readonly none: string;
  };
}

/** Searchable choice of a record: by name, its sound or id. */
export function RecordPicker({ options, words, value, onChange, error, optional }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  // `null`: nobody is typing, and the box says who is chosen.
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = options.find(({ id }) => id === value)?.name ?? '';
  const { found, error: unspelled } = useFoundOptions(options, typed ?? '', shown);

  return (
    <>
      <Field
        label={words.label}
        required={!optional}
        validationMessage={error}
        validationState={error ? 'error' : 'none'}
      >
        <Combobox
          inlinePopup
          value={typed ?? chosen}
          selectedOptions={value ? [value] : []}
          placeholder={t('pane.log.customerHint')}
          listbox={{ className: styles.list }}
          expandIcon={{ 'aria-label': words.open }}
          clearIcon={{ 'aria-label': t('pane.clear') }}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(null);
          }}
          onOptionSelect={(_, data) => {
            setTyped(null);
            onChange(data.optionValue ?? null);
          }}
        >
          {found.map(({ id, name, detail }) => (
            <Option key={id} value={id} text={name}>
              <span className={styles.option}>
                {name}
                <Caption1 className={styles.detail}>{detail}</Caption1>
              </span>
            </Option>
          ))}
          {found.length === 0 && (
            <Option value="" disabled text="">
              {words.none}
            </Option>
          )}
        </Combobox>
      </Field>
      {unspelled !== null && <Failure error={unspelled} />}
    </>
  );
}
