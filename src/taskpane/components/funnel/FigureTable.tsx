import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2, verticalAlign: 'bottom' },
  caption: { textAlign: 'start', paddingBlock: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  number: { textAlign: 'end', whiteSpace: 'nowrap' },
  text: { textAlign: 'start', overflowWrap: 'anywhere', minWidth: '64px' },
  plain: { fontWeight: tokens.fontWeightRegular },
  note: { display: 'block', color: tokens.colorNeutralForeground2 },
});

export interface FigureRow {
  readonly key: string;
  readonly title: string;
  readonly note?: string | null;
  /** One for each column. */
  readonly figures: readonly ReactNode[];
}

interface Props {
  readonly caption: string;
  /** What the rows are. */
  readonly head: string;
  /** What the figures are. */
  readonly columns: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** Figures by row and column, small enough for a narrow pane. */
export function FigureTable({ caption, head, columns, rows }: Props) {
  const styles = useStyles();
  const headCell = mergeClasses(styles.cell, styles.head);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(headCell, styles.text)}>
              {head}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={mergeClasses(headCell, styles.number)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, note, figures }) => (
            <tr key={key}>
              <th scope="row" className={mergeClasses(styles.cell, styles.text, styles.plain)}>
                {title}
                {note && <span className={styles.note}>{note}</span>}
              </th>
              {figures.map((figure, index) => (
                <td key={index} className={mergeClasses(styles.cell, styles.number)}>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
