import type { RunOptions } from '../../../actions/home';
import type { Done } from '../../session';

/** How the parts of the view write: one thing at a time, its result and undo above all of them. */
export interface Writer {
  readonly isLocked: boolean;
  readonly write: (work: (options: RunOptions) => Promise<Done>) => void;
}
