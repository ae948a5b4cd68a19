import { Field, Select } from '@fluentui/react-components';
import { ListOptions } from './ListOptions';

interface Props {
  readonly label: string;
  /** Id of a list of the template; its labels are those of the workbook. */
  readonly list: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Choice of a code by the label that the workbook shows for it (decision 1). */
export function ListSelect({ label, list, value, onChange }: Props) {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        <ListOptions list={list} />
      </Select>
    </Field>
  );
}
