import { createHost, type Host, type HostClient, type HostOptions } from '../../src/host';

export interface Bench {
  host: Host;
  client: HostClient;
  /** Runs a batch in the first client. */
  run<T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>): Promise<T>;
}

/** A host with one client, whose batches get the first sheet along with the context. */
export async function bench(options: HostOptions = {}): Promise<Bench> {
  const host = await createHost(options);
  const client = await host.connect();
  return { host, client, run: (batch) => runIn(client, batch) };
}

export function runIn<T>(
  client: HostClient,
  batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>,
): Promise<T> {
  return client.Excel.run((context) => batch(context, context.workbook.worksheets.getFirst()));
}

/** The code and place of the error a promise fails with. */
export async function failureOf(work: Promise<unknown>): Promise<{ code?: string; location?: string }> {
  try {
    await work;
    return {};
  } catch (error) {
    const { code, debugInfo } = error as { code: string; debugInfo?: { errorLocation?: string } };
    return { code, location: debugInfo?.errorLocation };
  }
}

/** Deals: Id, Amount, Double = [@Amount]*2, with two rows in A1:C3. */
export async function dealsTable(sheet: Excel.Worksheet): Promise<Excel.Table> {
  sheet.getRange('A1:C3').values = [
    ['Id', 'Amount', 'Double'],
    ['a', 1, ''],
    ['b', 2, ''],
  ];
  const table = sheet.tables.add('A1:C3', true);
  table.name = 'Deals';
  sheet.getRange('C2:C3').formulas = [['=[@Amount]*2'], ['=[@Amount]*2']];
  await sheet.context.sync();
  return table;
}
