import { Figure } from '../Figure';

interface Props {
  readonly text: string;
  readonly exact?: string;
  /** What the figure says, for the heading of its list. */
  readonly title: string;
  /** Rows of the customers table. */
  readonly rows: () => readonly number[];
  readonly isEmpty?: boolean;
}

/** A figure about customers that opens them. */
export const CustomersFigure = ({ title, rows, ...figure }: Props) => (
  <Figure
    {...figure}
    name={title === figure.text ? undefined : `${title}: ${figure.text}`}
    list={() => ({ title, table: 'customers', rows: rows() })}
  />
);
