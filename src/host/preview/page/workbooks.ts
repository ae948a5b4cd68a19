import { CrmError } from '../../../shared/errors';
import { createCalculator } from '../../calc';
import { workbookSteps } from '../../file/fromBook';
import { Host } from '../../host';
import { readBookAside } from '../reading/readBook';
import { inSlices } from '../reading/slices';
import type { Scenario } from './scenarios';
import type { PreviewLanguage } from './texts';
import type { Steps } from './useWork';

/** Scenarios that open another's workbook and do something with it. */
const WORKBOOKS: Readonly<Partial<Record<Scenario, string>>> = { coauthor: 'sample' };

/** Workbooks of so many formulas that, as in Excel, a person would rather say when they are calculated. */
const MANUAL: ReadonlySet<Scenario> = new Set(['large']);

/** An open workbook with the host that runs it. */
export interface OpenWorkbook {
  /** Tells one opening from the next. */
  readonly id: number;
  readonly host: Host;
  readonly name: string;
  /** Undefined for a person's own file. */
  readonly scenario?: Scenario;
  /** Of a scenario's sheets. */
  readonly language?: PreviewLanguage;
}

/** @throws CrmError `cannotRead` (server gone), and what reading an .xlsx throws; the signal's reason when cancelled */
export async function openScenario(scenario: Scenario, language: PreviewLanguage, steps: Steps): Promise<OpenWorkbook> {
  const name = `${WORKBOOKS[scenario] ?? scenario}.${language}.xlsx`;
  const workbook = await openBytes(await fetchWorkbook(name, steps), name, steps);
  // The file brings every figure as of today.
  if (MANUAL.has(scenario)) workbook.host.workbook.calculationMode = 'Manual';
  return { ...workbook, scenario, language };
}

async function fetchWorkbook(name: string, { signal }: Steps): Promise<Uint8Array> {
  const response = await fetch(`workbooks/${name}`, { signal }).catch(() => null);
  signal.throwIfAborted();
  if (!response?.ok) throw new CrmError('cannotRead', { path: name, reason: String(response?.status ?? 'offline') });
  return new Uint8Array(await response.arrayBuffer());
}

/** @throws CrmError `notXlsx`, `encrypted`, `tooLarge`, `damaged`; the signal's reason when cancelled */
export async function openFile(file: File, steps: Steps): Promise<OpenWorkbook> {
  return openBytes(new Uint8Array(await file.arrayBuffer()), file.name, steps);
}

let openings = 0;

/** Of the time to fill the sheets, what the cells need to come over from the thread that reads them. */
const COMING = 0.4;

async function openBytes(bytes: Uint8Array, name: string, { signal, say }: Steps): Promise<OpenWorkbook> {
  say('reading');
  const book = await readBookAside(bytes, signal, (share) => say('filling', share * COMING));
  const filling = (share: number): void => say('filling', COMING + share * (1 - COMING));
  const workbook = await inSlices(workbookSteps(book), signal, filling);
  const host = new Host({ createCalculator });
  await host.load(workbook);
  host.notKept = book.notKept ?? [];
  host.workbook.name = name;
  return { id: ++openings, host, name };
}

/** The workbook as a file, with every formula's present value. @throws CrmError of `writeBook` */
export async function fileOf({ host }: OpenWorkbook): Promise<Blob> {
  return new Blob([(await host.save()) as BlobPart], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

/** Hands a file to the person: the browser's download. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
