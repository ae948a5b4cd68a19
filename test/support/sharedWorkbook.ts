import { install } from '../../src/actions/install';
import type { Changeset } from '../../src/crm/changeset';
import { createHost, type Host, type Workbook } from '../../src/host';
import type { IdSource } from '../../src/shared/ids';
import { createLiveHome } from '../../src/workbook';
import { memoryStore } from '../../src/workbook/outboxStore';

/** 2026-03-02, a Monday, at noon. */
export const now = 46_083.5;

/** Ids that tell who minted them. */
export function idsOf(client: number): IdSource {
  let last = 0;
  return (prefix) => `${prefix}-${client}X${++last}`;
}

/** A host without calculation, which nothing here looks at. */
export const openHost = (options: Parameters<typeof createHost>[0] = {}): Promise<Host> =>
  createHost({ createCalculator: null, undo: false, now: () => now, ...options });

/** The records of a prepared workbook. */
export const base: Changeset = {
  action: 'import',
  updates: [],
  appends: [
    ...Array.from({ length: 6 }, (_, index) => {
      const id = `C-B${index}`;
      return {
        table: 'customers',
        id,
        values: { id, name: `Customer ${index}`, employees: (index * 4) % 7, phone: null, note: null, archived: null },
      };
    }),
    ...Array.from({ length: 8 }, (_, index) => {
      const id = `F-B${index}`;
      const values = { id, customer: `C-B${index % 6}`, channel: 'call', outcome: 'progress', heldAt: 46_000 + index };
      return { table: 'followUps', id, values: { ...values, note: `base ${index}`, satisfaction: null } };
    }),
  ],
  removals: [],
};

/** Sheets of tables that no deed here touches; without them a run takes a third of the time. */
const unused = [
  ...['Sheet1', 'Dashboard', 'Contacts', 'Opportunities', 'Orders', 'Tickets', 'Campaigns', 'Campaign tasks'],
  ...['Products', 'Team', 'Calendar'],
];

/**
 * A workbook with a few records in which somebody deleted the sheets they do not use, so that to an installation it is a
 * half-installed one. Runs take copies of it.
 */
export async function preparedWorkbook(): Promise<Workbook> {
  const host = await openHost();
  const client = await host.connect();
  const home = createLiveHome(client.Excel, { now: () => now, ids: idsOf(0), outbox: memoryStore() });
  await install(home, 'en');
  await home.apply(base, { bulk: true });
  await client.Excel.run(async (context) => {
    for (const name of unused) {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.visibility = 'Visible';
      sheet.delete();
    }
    await context.sync();
  });
  client.disconnect();
  host.workbook.onChange = () => undefined;
  return host.workbook;
}
