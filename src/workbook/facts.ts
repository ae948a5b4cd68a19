import type { WorkbookFacts } from '../actions/home';
import { schemaVersion } from '../template/load';
import type { Language } from '../template/types';
import { identityOf } from '../template/workbookId';
import { locate } from './inspect';
import type { Layout } from './layout';

interface Inspected {
  readonly layout: Layout;
  /** The facts of a workbook with these settings; `null` = they name no language. */
  readonly facts: (language: Language | null) => WorkbookFacts;
}

/** One look at the layout and, in the same two syncs, at who may write and who else is there. */
export async function inspect(context: Excel.RequestContext): Promise<Inspected> {
  const { workbook } = context;
  workbook.load('readOnly');
  const shared = workbook.getIsActiveCollabSession();
  const layout = await locate(context);
  const { schemaVersion: version, names } = layout.state;
  const facts = (language: Language | null): WorkbookFacts => ({
    schemaVersion: version,
    language: language ?? 'en',
    // A method's result has nothing to load and is there after a sync, of which `locate` does two.
    // eslint-disable-next-line office-addins/load-object-before-read, office-addins/call-sync-before-read
    sharedNow: shared.value,
    identity: identityOf(names),
    readOnly: workbook.readOnly || version > schemaVersion,
  });
  return { layout, facts };
}
