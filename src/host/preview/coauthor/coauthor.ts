import { todaySerial } from '../../../shared/dates';
import { cellAddress } from '../../../xlsx/address';
import type { ClientWindow } from '../../client/attach';
import type { Host } from '../../host';
import type { HostClient } from '../../options';
import type { PreviewLanguage } from '../page/texts';
import { columnAt, stepAt, type CoauthorStep } from './steps';
import { WORDS } from './words';

/** Milliseconds between two things that the co-author does. */
const PACE = 4000;

export interface CoauthorOptions {
  readonly host: Host;
  /** Of the workbook. */
  readonly language: PreviewLanguage;
  /** Hears what was done. */
  onDid(text: string): void;
  /** The second Excel could not be opened, or what was to be done could not. */
  onFailed(error: unknown): void;
}

/** Opens the workbook a second time and works in it, as a colleague does; returns what makes them leave. */
export function startCoauthor(options: CoauthorOptions): () => void {
  const frame = Object.assign(document.createElement('iframe'), { src: 'second.html', hidden: true });
  let client: HostClient | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let hasLeft = false;
  const begin = async (): Promise<void> => {
    client = await options.host.connect(frame.contentWindow as unknown as ClientWindow);
    if (hasLeft) return client.disconnect();
    let number = 0;
    timer = setInterval(() => attempt(() => work(options, client!, number++), options), PACE);
  };
  frame.addEventListener('load', () => void begin().catch(options.onFailed));
  document.body.append(frame);
  return () => {
    hasLeft = true;
    clearInterval(timer);
    client?.disconnect();
    frame.remove();
  };
}

function attempt(act: () => void, { onFailed }: CoauthorOptions): void {
  try {
    act();
  } catch (error) {
    onFailed(error);
  }
}

function work({ host, language, onDid }: CoauthorOptions, client: HostClient, number: number): void {
  const scene = { workbook: host.workbook, words: WORDS[language], today: todaySerial(new Date()) };
  const step = stepAt(number, scene);
  if (!step) return;
  type(host, client, step);
  onDid(step.says);
}

/** Cell by cell, from the first: the table grows with it. */
function type(host: Host, client: HostClient, { table, row, cells }: CoauthorStep): void {
  for (const [caption, text] of Object.entries(cells)) {
    const column = columnAt(table, caption);
    if (column >= 0) host.userEdit(table.sheet.name, cellAddress(row, column), text, { client });
  }
}
