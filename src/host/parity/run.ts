import { codeOf, type Observation, type Probe, type Wait } from './probe';
import { probes } from './probes';

export interface ParityRecord {
  readonly format: 1;
  /** Where it was recorded, as Office tells it. */
  readonly platform: { readonly host: string; readonly platform: string; readonly version: string };
  readonly answers: Readonly<Record<string, Observation>>;
}

export type ExcelClient = Pick<typeof Excel, 'run'>;

const sheetName = 'CRM parity';

export interface ProbeOptions {
  readonly onAnswer?: (done: number, total: number) => void;
  /** How long an event may take to arrive, in milliseconds. */
  readonly patience?: number;
}

/** Asks every question, one after another; nothing stays in the workbook. */
export async function runProbes(
  excel: ExcelClient,
  platform: ParityRecord['platform'],
  { onAnswer, patience = 1500 }: ProbeOptions = {},
): Promise<ParityRecord> {
  const wait: Wait = () => new Promise((done) => setTimeout(done, patience));
  const answers: Record<string, Observation> = {};
  for (const [index, probe] of probes.entries()) {
    answers[probe.id] = await ask(excel, probe, wait);
    onAnswer?.(index + 1, probes.length);
  }
  return { format: 1, platform, answers };
}

async function ask(excel: ExcelClient, probe: Probe, wait: Wait): Promise<Observation> {
  await removeSheet(excel);
  try {
    return await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(sheetName);
      await context.sync();
      return probe.observe(context, sheet, wait);
    });
  } catch (error) {
    return { error: codeOf(error) };
  } finally {
    await removeSheet(excel);
  }
}

/** Also before each question: a probe that was cut short may have left its sheet. */
const removeSheet = (excel: ExcelClient): Promise<void> =>
  excel.run(async (context) => {
    const left = context.workbook.worksheets.getItemOrNullObject(sheetName).load('name');
    await context.sync();
    if (left.isNullObject) return;
    left.delete();
    await context.sync();
  });
