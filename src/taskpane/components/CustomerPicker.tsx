import { useState } from 'react';
import { Caption1, Combobox, Field, Option, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../context';
import { useCustomerOptions, useFoundCustomers } from '../search/useCustomers';
import { Failure } from './Failure';

const useStyles = makeStyles({
  option: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  list: { maxHeight: '280px' },
});

/** Options in the list; the search narrows thousands of customers down to these. */
const shown = 30;

interface Props {
  readonly value: string | null;
  readonly onChange: (customerId: string | null) => void;
  readonly error?: string;
  /** A form works without it. */
  readonly optional?: boolean;
}

/** Searchable choice of a customer: by name, its sound or id. */
export function CustomerPicker({ value, onChange, error, optional }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const options = useCustomerOptions();
  const [text, setText] = useState(() => options.find(({ id }) => id === value)?.name ?? '');
  const [typing, setTyping] = useState(false);
  const { found, error: unspelled } = useFoundCustomers(options, typing ? text : '', shown);

  return (
    <>
      <Field
        label={t('pane.log.customer')}
        required={!optional}
        validationMessage={error}
        validationState={error ? 'error' : 'none'}
      >
        <Combobox
          inlinePopup
          value={text}
          selectedOptions={value ? [value] : []}
          placeholder={t('pane.log.customerHint')}
          listbox={{ className: styles.list }}
          expandIcon={{ 'aria-label': t('pane.log.open') }}
          clearIcon={{ 'aria-label': t('pane.clear') }}
          onChange={(event) => {
            setTyping(true);
            setText(event.target.value);
            onChange(null);
          }}
          onOptionSelect={(_, data) => {
            setTyping(false);
            setText(data.optionText ?? '');
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
              {t('pane.log.noCustomer')}
            </Option>
          )}
        </Combobox>
      </Field>
      {unspelled !== null && <Failure error={unspelled} />}
    </>
  );
}
