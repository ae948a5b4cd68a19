import { Link, makeStyles } from '@fluentui/react-components';
import { usePane } from '../context';
import type { RowList } from '../rows';

/** As large as the text around it. */
const useStyles = makeStyles({ link: { fontSize: 'inherit', lineHeight: 'inherit' } });

interface Props {
  readonly text: string;
  /** Exact figure behind a short one. */
  readonly exact?: string;
  /** What the figure is, for people who hear a number without its heading; says the figure too. */
  readonly name?: string;
  /** The records behind the figure; a figure of none is plain text. */
  readonly list: () => RowList;
  readonly isEmpty?: boolean;
}

/** A figure that opens the list of its records. */
export function Figure({ text, exact, name, list, isEmpty }: Props) {
  const { showRows } = usePane();
  const styles = useStyles();
  if (isEmpty) return <span title={exact}>{text}</span>;
  return (
    <Link as="button" inline className={styles.link} title={exact} aria-label={name} onClick={() => showRows(list())}>
      {text}
    </Link>
  );
}
