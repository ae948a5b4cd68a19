import { Field, Select } from '@fluentui/react-components';
import { usePane, useWorkbook } from '../context';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';

interface Props {
  readonly label: string;
  /** Id of a list of the template; its labels are those of the workbook. */
  readonly list: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Choice of a code by the label that the workbook shows for it (decision 1). */
export function ListSelect({ label, list, value, onChange }: Props) {
  const { language } = usePane();
  const { snapshot } = useWorkbook().data;
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        {(template.lists[list] ?? []).map(({ code }) => (
          <option key={code} value={code}>
            {labelOf(template, snapshot, language, list, code)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
