import { Checkbox, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { OpenChecklist } from '../../actions/moveDeal';
import { labelOf } from '../../template/labels';
import { template } from '../../template/load';
import { usePane, useWorkbook } from '../context';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

interface Props {
  readonly open: readonly OpenChecklist[];
  readonly isDone: boolean;
  readonly onChange: (isDone: boolean) => void;
}

/** What should have happened before the deal leaves its stages; a tick says that it did. */
export function OpenChecklists({ open, isDone, onChange }: Props) {
  const { t, language } = usePane();
  const { snapshot } = useWorkbook().data;
  const styles = useStyles();
  return (
    <MessageBar intent={isDone ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('funnel.move.checklist', { count: open.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {open.map(({ stage, criteria }) => (
            <li key={stage}>
              {t('funnel.move.criteria', { stage: labelOf(template, snapshot, language, 'stage', stage), criteria })}
            </li>
          ))}
        </ul>
        <Checkbox
          label={t('funnel.move.checklistDone')}
          checked={isDone}
          onChange={(_, { checked }) => onChange(checked === true)}
        />
      </MessageBarBody>
    </MessageBar>
  );
}
