import type { Gateway } from './gateway';

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/** Event handlers of this page, added and removed together. They die with the page: add them on every start. */
export class Handlers {
  private added: readonly Handler[] = [];

  constructor(private readonly gateway: Gateway) {}

  /** @param addTo adds them to the events of the workbook and returns what each `add` gave */
  async add(addTo: (workbook: Excel.Workbook) => readonly unknown[]): Promise<void> {
    await this.gateway.run(async (context) => {
      this.added = addTo(context.workbook) as readonly Handler[];
      await context.sync();
    });
  }

  /** A handler can be removed only in the context that it was added in. */
  async remove(): Promise<void> {
    const [first] = this.added;
    if (!first) return;
    await this.gateway.continue(first.context as Excel.RequestContext, async (context) => {
      for (const handler of this.added) handler.remove();
      await context.sync();
    });
    this.added = [];
  }
}
