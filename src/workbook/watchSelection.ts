import type { Handlers } from './handlers';
import type { StartTimer } from './watch';

/** How long the selection must stand still before anybody is told, in milliseconds: arrow keys pass over many rows. */
const quiet = 150;

/**
 * Tells that another cell or sheet was selected (decision 20). The handlers only start a timer: they read nothing and
 * open nothing. Excel raises these events only where the person clicked, so a co-author's selection is never told.
 */
export class SelectionWatch {
  private stopTimer: () => void = () => undefined;

  constructor(
    private readonly handlers: Handlers,
    private readonly start: StartTimer,
    private readonly tell: () => void,
  ) {}

  async begin(): Promise<void> {
    await this.handlers.add(({ worksheets }) => [
      worksheets.onSelectionChanged.add(this.onMoved),
      // A sheet that comes to the front keeps its selection: no event of the selection tells.
      worksheets.onActivated.add(this.onMoved),
    ]);
  }

  async end(): Promise<void> {
    this.stopTimer();
    await this.handlers.remove();
  }

  private readonly onMoved = async (): Promise<void> => {
    this.stopTimer();
    this.stopTimer = this.start(() => this.tell(), quiet);
  };
}
