import { CrmError } from '../../../shared/errors';
import { createCalculator } from '../../calc';
import { Host } from '../../host';
import type { Scenario } from './scenarios';
import type { PreviewLanguage } from './texts';

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

/** @throws CrmError `notFound` (server gone), and what reading an .xlsx throws */
export async function openScenario(scenario: Scenario, language: PreviewLanguage): Promise<OpenWorkbook> {
  const name = `${WORKBOOKS[scenario] ?? scenario}.${language}.xlsx`;
  const response = await fetch(`workbooks/${name}`).catch(() => null);
  if (!response?.ok) throw new CrmError('cannotRead', { path: name, reason: String(response?.status ?? 'offline') });
  const workbook = await openBytes(new Uint8Array(await response.arrayBuffer()), name);
  // The file brings every figure as of today.
  if (MANUAL.has(scenario)) workbook.host.workbook.calculationMode = 'Manual';
  return { ...workbook, scenario, language };
}

/** @throws CrmError `notXlsx`, `encrypted`, `tooLarge`, `damaged` */
export async function openFile(file: File): Promise<OpenWorkbook> {
  return openBytes(new Uint8Array(await file.arrayBuffer()), file.name);
}

let openings = 0;

async function openBytes(bytes: Uint8Array, name: string): Promise<OpenWorkbook> {
  const host = new Host({ createCalculator });
  await host.open(bytes);
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
