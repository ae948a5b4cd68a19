import type { Write } from '../hooks/useWrite';

/** What each part of a view gets: one write at a time for all of them, and the way to the sheet. */
export interface PartProps {
  readonly write: Write;
  readonly onGoTo: (table: string, id: string) => void;
}
