import { readFile } from 'node:fs/promises';
import { createHost, type RuleVariant } from '../../host';
import { compareParity, type ParityRow, type Verdict } from '../../host/parity/compare';
import { runProbes, type ParityRecord } from '../../host/parity/run';

/** Long enough for the host, which delivers events at once, in milliseconds. */
const patience = 20;

const words: Record<Verdict, string> = {
  same: 'as assumed',
  pessimistic: 'as the other reading',
  differs: 'NOT as assumed',
  notAsked: 'not asked',
};

/** Asks the host what was asked of a real Excel, and says where they part. @returns whether they never do */
export async function compareWithExcel(path: string, json: boolean): Promise<boolean> {
  const real = parseRecord(await readFile(path, 'utf8'), path);
  const rows = compareParity(real, await ownRecord('usual'), await ownRecord('pessimistic'));
  console.log(json ? JSON.stringify({ platform: real.platform, rows }) : inWords(real, rows));
  return rows.every(({ verdict }) => verdict !== 'differs');
}

async function ownRecord(variant: RuleVariant): Promise<ParityRecord> {
  const host = await createHost({ variant });
  const { Excel } = await host.connect();
  return runProbes(Excel, { host: 'Excel', platform: 'host', version: '' }, { patience });
}

function parseRecord(text: string, path: string): ParityRecord {
  const record = JSON.parse(text) as Partial<ParityRecord>;
  if (record.format !== 1 || typeof record.answers !== 'object')
    throw new Error(`${path} holds no answers of the parity page.`);
  return record as ParityRecord;
}

function inWords({ platform }: ParityRecord, rows: readonly ParityRow[]): string {
  const lines = rows
    .filter(({ verdict }) => verdict !== 'same')
    .flatMap(({ id, question, evidence, verdict, excel, host }) => [
      `${words[verdict]}: ${id}${evidence ? ` (${evidence})` : ''}`,
      `  ${question}`,
      ...(verdict === 'notAsked' ? [] : [`  Excel: ${JSON.stringify(excel)}`, `  host:  ${JSON.stringify(host)}`]),
    ]);
  const same = rows.filter(({ verdict }) => verdict === 'same').length;
  return [
    ...lines,
    `${platform.host} ${platform.platform} ${platform.version}: ${same} of ${rows.length} as assumed.`,
  ].join('\n');
}
