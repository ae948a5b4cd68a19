import { Accordion } from '@fluentui/react-components';
import type { FieldChange } from '../../crm/changeset';
import { columnOf } from '../../template/environment';
import { keyColumnOf } from '../../template/load';
import { cellTexts } from '../changeText';
import { FoldedList } from '../components/FoldedList';
import { usePane, useWorkbook } from '../context';
import { cellText } from '../rows';
import { tableTitle } from '../tableTitle';

/** What a change of rules would do, cell by cell, in the words of the workbook: shown before it is written. */
export function RuleChanges({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { t } = usePane();
  const sentence = useSentence();
  const title = t('wizard.industry.changes', { count: changes.length });
  return (
    <Accordion collapsible>
      <FoldedList value="changes" title={title} lines={changes.map(sentence)} />
    </Accordion>
  );
}

function useSentence(): (change: FieldChange) => string {
  const { t, language, format } = usePane();
  const { data } = useWorkbook();
  const { field: caption } = cellTexts(data.snapshot, { language, format });
  return ({ table, id, field, before, after }) => {
    const show = (value: FieldChange['after']) => cellText(data, { language, format }, { table, column: field, value });
    const words = { record: recordName(), field: caption(table, field), before: show(before), after: show(after) };
    return t(table === 'settings' ? 'wizard.industry.setting' : 'wizard.industry.change', words);

    /** Rules and settings have a name of their own; stages, tiers and priorities are called by their label. */
    function recordName(): string {
      const key = keyColumnOf(table);
      if (key.list) {
        const label = cellText(data, { language, format }, { table, column: key.id, value: id });
        return `${tableTitle(table, language)} ${label}`;
      }
      const row = columnOf(data.snapshot, table, key.id).indexOf(id);
      return String(columnOf(data.snapshot, table, 'name')[row] ?? id);
    }
  };
}
