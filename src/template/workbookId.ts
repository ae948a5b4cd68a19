import { randomIds } from '../shared/ids';
import { workbookName } from './definedNames';
import type { NewWorkbook } from './records';

/** Prefix of workbook identities. */
export const workbookPrefix = 'W';

/** The identity of an open workbook, `null` before crm/2. */
export function identityOf(names: Readonly<Record<string, string>>): string | null {
  return /^="(.+)"$/.exec(names[workbookName] ?? '')?.[1] ?? null;
}

/** An identity for a new file, from the ids of its records, its language and its day: no randomness, no clock. */
export function workbookIdOf({ records, language, clock }: NewWorkbook): string {
  let hash = 0x811c9dc5;
  const add = (text: string) => {
    for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  };
  add(`${language} ${clock}`);
  for (const [table, rows] of Object.entries(records)) for (const row of rows) add(`${table} ${String(row.id)}`);
  const fill = (bytes: Uint8Array) => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.imul(hash ^ index, 0x9e3779b1) >>> 24;
    return bytes;
  };
  return randomIds(fill)(workbookPrefix);
}
