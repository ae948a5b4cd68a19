import type { Gateway } from './gateway';
import type { StartTimer } from './watch';

/** How long the selection must stand still before anybody is told, in milliseconds: arrow keys pass over many rows. */
const quiet = 150;

/**
 * Tells that another cell or sheet was selected (decision 20). The handlers only start a timer: they read nothing and
 * open nothing. Excel raises these events only where the person clicked, so a co-author's selection is never told.
 */
export class SelectionWatch {
  private stopTimer: () => void = () => undefined;
  private handlers: OfficeExtension.EventHandlerResult<unknown>[] = [];

  constructor(
    private readonly gateway: Gateway,
    private readonly start: StartTimer,
    private readonly tell: () => void,
  ) {}

  /** Handlers die with the page: register again on every start. */
  async begin(): Promise<void> {
    await this.gateway.run(async (context) => {
      const { worksheets } = context.workbook;
      this.handlers = [
        worksheets.onSelectionChanged.add(this.onMoved),
        // A sheet that comes to the front keeps its selection: no event of the selection tells.
        worksheets.onActivated.add(this.onMoved),
      ] as OfficeExtension.EventHandlerResult<unknown>[];
      await context.sync();
    });
  }

  /** A handler can be removed only in the context that it was added in. */
  async end(): Promise<void> {
    this.stopTimer();
    const [first] = this.handlers;
    if (!first) return;
    await this.gateway.continue(first.context as Excel.RequestContext, async (context) => {
      for (const handler of this.handlers) handler.remove();
      await context.sync();
    });
    this.handlers = [];
  }

  private readonly onMoved = async (): Promise<void> => {
    this.stopTimer();
    this.stopTimer = this.start(() => this.tell(), quiet);
  };
}
