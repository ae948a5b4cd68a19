import { Spinner, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons';
import { usePane } from '../context';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXXL, fontSize: tokens.fontSizeBase200 },
  done: {
    color: tokens.colorPaletteGreenForeground1,
    marginInlineStart: tokens.spacingHorizontalXS,
    verticalAlign: 'middle',
  },
  current: { display: 'inline-block', marginInlineStart: tokens.spacingHorizontalXS, verticalAlign: 'middle' },
});

interface Props {
  /** What is done, one line for each numbered stage. */
  readonly items: readonly string[];
  /** How many of them are done; `null` = it has not begun. */
  readonly done: number | null;
}

/** Numbered stages before they run, ticked off while they do. */
export function StageList({ items, done }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={t('pane.stage.title')}>
      {items.map((item, index) => (
        <li key={index} aria-current={index === done ? 'step' : undefined}>
          <Text size={200}>{item}</Text>
          {done !== null && index < done && (
            <CheckmarkCircle16Filled className={styles.done} role="img" aria-label={t('pane.stage.done')} />
          )}
          {index === done && (
            <Spinner size="extra-tiny" className={styles.current} aria-label={t('pane.stage.current')} />
          )}
        </li>
      ))}
    </ol>
  );
}
