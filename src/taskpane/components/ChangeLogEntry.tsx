import { Badge, Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRight16Regular } from '@fluentui/react-icons';
import { isOfStructure, type LogEntry } from '../../actions/changeLog';
import { toIsoDateTime } from '../../shared/dates';
import type { CellTexts } from '../changeText';
import { usePane } from '../context';
import { dash } from '../format';
import { tableTitle } from '../tableTitle';
import { template } from '../../template/load';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
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
  const { t, language } = usePane();
  const styles = useStyles();
  const { table, record, name, at, superseded, kind } = entry;
  const isKnown = template.tables.some(({ id }) => id === table);
  const title = record === '' && isKnown ? texts.field(table, entry.field) : name;
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <Text weight="semibold">{title}</Text>
        <Text size={200} className={superseded ? styles.superseded : undefined}>
          {changeOf(entry, texts, t)}
        </Text>
        <Text size={200} className={styles.secondary}>
          {isKnown ? tableTitle(table, language) : table || t('columns.share.title')} ·{' '}
          {at === null ? dash : toIsoDateTime(at)}
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
      </div>
      {isKnown && kind !== 'removed' && !isOfStructure(entry) && (
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowRight16Regular />}
          aria-label={t('pane.goToNamed', { name })}
          onClick={() => onGoTo(table, record)}
        />
      )}
    </li>
  );
}

function changeOf(entry: LogEntry, texts: CellTexts, t: ReturnType<typeof usePane>['t']): string {
  const { kind, table, field, before, after } = entry;
  if (entry.action === 'switchColumn')
    return t('columns.log.switched', { before: t(`columns.state.${before}`), after: t(`columns.state.${after}`) });
  if (entry.action === 'shareSafe') return t('columns.log.frozen', { formula: before });
  if (kind !== 'changed') return after ? `${t(`pane.changes.${kind}`)} ${after}` : t(`pane.changes.${kind}`);
  return t('pane.changes.changed', {
    field: texts.field(table, field),
    before: texts.logged(table, field, before),
    after: texts.logged(table, field, after),
  });
}
