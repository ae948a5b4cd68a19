import { CrmError } from '../shared/errors';
import type { BatchOptions, Gateway } from './gateway';
import { locate } from './inspect';
import type { WritableLayout } from './layout';
import { passingLayouts, type LayoutStore } from './layoutStore';
import { codecContext, readTables } from './read';
import { rememberedOf } from './rememberedLayout';

/** Errors that say: the workbook is not as this add-in remembers it. Nothing was written yet. */
const stale: ReadonlySet<string> = new Set(['layoutChanged', 'notFound']);
const mostLooks = 3;

/** Where the tables were when last looked at: saves the daily actions two syncs; every write checks it. */
export class LayoutMemory {
  private layout: WritableLayout | null = null;

  /** @param store what the next opening may know of it */
  constructor(
    private readonly gateway: Gateway,
    readonly store: LayoutStore = passingLayouts(),
  ) {}

  get known(): WritableLayout | null {
    return this.layout;
  }

  set known(layout: WritableLayout | null) {
    this.layout = layout;
    if (layout) this.store.save(rememberedOf(layout));
  }

  /** Works with the remembered layout; looks anew when the workbook has changed since. */
  async with<T>(
    work: (context: Excel.RequestContext, layout: WritableLayout) => Promise<T>,
    options: BatchOptions = {},
  ): Promise<T> {
    for (let looks = this.known ? 0 : 1; ; looks += 1) {
      try {
        const batch = async (context: Excel.RequestContext) => work(context, this.known ?? (await this.look(context)));
        return await this.gateway.run(batch, options);
      } catch (error) {
        this.known = null;
        if (!(error instanceof CrmError) || !stale.has(error.code) || looks >= mostLooks) throw error;
      }
    }
  }

  private async look(context: Excel.RequestContext): Promise<WritableLayout> {
    const layout = await locate(context);
    this.known = { ...layout, codecs: codecContext(await readTables(context, layout, []), layout.date1904) };
    return this.known;
  }
}
