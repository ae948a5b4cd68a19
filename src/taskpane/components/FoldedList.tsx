import {
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Text,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { usePane } from '../context';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  scrolling: { maxHeight: '220px', overflowY: 'auto' },
});

interface Props {
  /** Which item of its Accordion. */
  readonly value: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Lines shown at most; the others are counted. */
  readonly most?: number;
  /** Many lines scroll in a room of their own. */
  readonly scrolls?: boolean;
}

/** Lines of text behind a heading: an item of an Accordion. */
export function FoldedList({ value, title, lines, most, scrolls = false }: Props) {
  const { t } = usePane();
  const styles = useStyles();
  const shown = lines.slice(0, most);
  return (
    <AccordionItem value={value}>
      <AccordionHeader size="small">{title}</AccordionHeader>
      <AccordionPanel>
        <ul
          className={mergeClasses(styles.list, scrolls && styles.scrolling)}
          aria-label={title}
          // Who has no wheel scrolls with the arrow keys.
          tabIndex={scrolls ? 0 : undefined}
        >
          {shown.map((line, index) => (
            <li key={index}>
              <Text size={200}>{line}</Text>
            </li>
          ))}
        </ul>
        {lines.length > shown.length && (
          <Text size={200}>{t('pane.andMore', { count: lines.length - shown.length })}</Text>
        )}
      </AccordionPanel>
    </AccordionItem>
  );
}
