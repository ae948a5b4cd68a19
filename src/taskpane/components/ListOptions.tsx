import { usePane, useWorkbook } from '../context';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';

/** Codes of a list of the template as options of a Select, by the label that the workbook shows (decision 1). */
export function ListOptions({ list }: { readonly list: string }) {
  const { language } = usePane();
  const { snapshot } = useWorkbook().data;
  return (template.lists[list] ?? []).map(({ code }) => (
    <option key={code} value={code}>
      {labelOf(template, snapshot, language, list, code)}
    </option>
  ));
}
