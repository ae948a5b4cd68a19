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
  const facts = askFacts(context);
  const layout = await locate(context);
  const { schemaVersion: version, names } = layout.state;
  return { layout, facts: (language) => facts({ version, identity: identityOf(names), language }) };
}

/** What the workbook itself says. */
interface Told extends Pick<WorkbookFacts, 'identity'> {
  readonly version: number;
  readonly language: Language | null;
}

/** Asks who may write and who else is there; after a sync: the facts. */
export function askFacts({ workbook }: Excel.RequestContext): (told: Told) => WorkbookFacts {
  workbook.load('readOnly');
  const shared = workbook.getIsActiveCollabSession();
  return ({ version, identity, language }) => ({
    schemaVersion: version,
    language: language ?? 'en',
    // A method's result has nothing to load, and whoever asks syncs.
    // eslint-disable-next-line office-addins/load-object-before-read, office-addins/call-sync-before-read
    sharedNow: shared.value,
    identity,
    readOnly: workbook.readOnly || version > schemaVersion,
  });
}
