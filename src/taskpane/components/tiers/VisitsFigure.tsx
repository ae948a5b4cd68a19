import { usePane } from '../../context';
import { visitChanges, visitList } from '../../visitList';
import { Figure } from '../Figure';

type Visits = ReadonlyMap<number, number>;

interface Props {
  readonly text: string;
  /** What the figure says, for the heading of its list. */
  readonly title: string;
  /** By row of the customers table; what the figure is the sum of. */
  readonly visits: () => Visits;
  /** For the difference between two sums. */
  readonly after?: () => Visits;
  readonly isEmpty: boolean;
}

/** A number of visits that opens the customers, each with its own number. */
export function VisitsFigure({ text, title, visits, after, isEmpty }: Props) {
  const pane = usePane();
  const list = () => (after ? visitChanges(title, visits(), after(), pane) : visitList(title, visits(), pane));
  return <Figure {...{ text, isEmpty, list }} name={`${title}: ${text}`} />;
}
