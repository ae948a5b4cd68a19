import { useId } from 'react';
import { Radio, RadioGroup, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Choice } from '../../actions/resolve';
import type { Conflict } from '../../actions/home';
import type { CellTexts } from '../changeText';
import { usePane } from '../context';
import { tableTitle } from '../tableTitle';

const useStyles = makeStyles({
  item: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  text: { overflowWrap: 'anywhere' },
  secondary: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly conflict: Conflict;
  readonly texts: CellTexts;
  /** `null`: there is nothing to choose. */
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}

/** One cell: what it was, what others made of it, what the action wants, and whose value is to stand. */
export function ConflictItem({ conflict, texts, choice, onChoose }: Props) {
  const { t, language } = usePane();
  const styles = useStyles();
  const titleId = useId();
  const { table, id, field, before, current, after, reason } = conflict;
  const words = reason === 'edited' ? 'pane.conflicts.edited' : 'pane.conflicts';
  const value = (cell: Conflict['current']) => texts.value(table, field, cell);
  return (
    <li className={styles.item}>
      <Text weight="semibold" className={styles.text} id={titleId}>
        {texts.record(table, id)} · {texts.field(table, field)}
      </Text>
      <Text size={200} className={styles.secondary}>
        {tableTitle(table, language)} · {t(`pane.conflicts.reason.${reason}`)}
      </Text>
      <Text size={200} className={styles.text}>
        {t('pane.conflicts.was', { value: value(before) })}
      </Text>
      {choice === null ? (
        <Text size={200} className={styles.text}>
          {t('pane.conflicts.both', { theirs: value(current), mine: value(after) })}
        </Text>
      ) : (
        <RadioGroup aria-labelledby={titleId} value={choice} onChange={(_, data) => onChoose(data.value as Choice)}>
          <Radio value="theirs" label={t(`${words}.theirs`, { value: value(current) })} />
          <Radio value="mine" label={t(`${words}.mine`, { value: value(after) })} />
        </RadioGroup>
      )}
    </li>
  );
}
