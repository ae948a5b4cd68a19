import { Badge, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { isOfStructure, type LogEntry } from '../../actions/changeLog';
import type { Translate } from '../../shared/i18n';
import type { CellTexts } from '../changeText';
import { usePane } from '../context';
import { joined } from '../inText';
import { tableTitle } from '../tableTitle';
import { template } from '../../template/load';
import { GoToButton } from './GoToButton';
import { Line } from './Line';

const useStyles = makeStyles({
  secondary: { color: tokens.colorNeutralForeground2 },
  superseded: { textDecorationLine: 'line-through' },
});

interface Props {
  readonly entry: LogEntry;
  readonly texts: CellTexts;
  /** Takes the action of this entry back; absent where that is not possible (any more). */
  readonly onUndo?: () => void;
  readonly onGoTo: (table: string, id: string) => void;
}

/** One change: what, when, from what to what, and whether it still stands. */
export function ChangeLogEntry({ entry, texts, onUndo, onGoTo }: Props) {
  const { t, language, format } = usePane();
  const styles = useStyles();
  const { table, record, name, at, superseded, kind } = entry;
  const isKnown = template.tables.some(({ id }) => id === table);
  const title = record === '' && isKnown ? texts.field(table, entry.field) : name;
  const hasRow = isKnown && kind !== 'removed' && !isOfStructure(entry);
  return (
    <li>
      <Line tools={hasRow && <GoToButton name={name} onClick={() => onGoTo(table, record)} />}>
        <Text weight="semibold">{title}</Text>
        <Text size={200} className={superseded ? styles.superseded : undefined}>
          {changeOf(entry, texts, t)}
        </Text>
        <Text size={200} className={styles.secondary}>
          {joined([
            isKnown ? tableTitle(table, language) : table || t('columns.share.title'),
            actionText(entry.action, t),
            format.moment(at),
          ])}
        </Text>
        {superseded && (
          <div>
            <Badge appearance="outline" size="small">
              {t('pane.changes.superseded')}
            </Badge>
          </div>
        )}
        {onUndo && (
          <div>
            <Button size="small" onClick={onUndo}>
              {t('pane.undo')}
            </Button>
          </div>
        )}
      </Line>
    </li>
  );
}

/** What somebody did; `null` for an action of another version of the add-in. */
function actionText(action: string, t: Translate): string | null {
  const key = `pane.changes.action.${action}`;
  const text = t(key);
  return text === key ? null : text;
}

function changeOf(entry: LogEntry, texts: CellTexts, t: Translate): string {
  const { kind, table, field, before, after } = entry;
  if (entry.action === 'switchColumn')
    return t('columns.log.switched', { before: t(`columns.state.${before}`), after: t(`columns.state.${after}`) });
  if (entry.action === 'shareSafe') return t('columns.log.frozen', { formula: before });
  if (kind !== 'changed') return joined([t(`pane.changes.${kind}`), after], ' ');
  return t('pane.changes.changed', {
    field: texts.field(table, field),
    before: texts.logged(table, field, before),
    after: texts.logged(table, field, after),
  });
}
