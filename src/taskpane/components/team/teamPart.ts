import type { Write } from '../../hooks/useWrite';

/** What each part of the team view gets: one write at a time for all of them, and the way to the sheet. */
export interface TeamPartProps {
  readonly write: Write;
  readonly onGoTo: (table: string, id: string) => void;
}
