import type { Snapshot, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import { languageOf } from './environment';
import { labelOf } from './labels';
import { tableDef, template } from './load';

/** Keys of settings that are filled with something they cannot be: their defaults count instead. */
export const faultySettings = (snapshot: Snapshot): string[] =>
  (tableDef('settings').rows ?? [])
    .filter((row) => !fits(snapshot, snapshot.settings[String(row.key)] ?? null, row))
    .map(({ key }) => String(key));

type SettingRow = Readonly<Record<string, unknown>>;

/** The default tells what a setting is: a number (so is what has a format), or one of a list (`cadenceBase.lastDone`). */
function fits(snapshot: Snapshot, cell: Value, { value, format }: SettingRow): boolean {
  if (cell === null) return true;
  if (typeof value === 'number' || format !== undefined) return typeof cell === 'number' && cell >= 0;
  const [list = ''] = typeof value === 'string' ? value.split('.') : [];
  const items = template.lists[list];
  const label = (code: string) => labelOf(template, snapshot, languageOf(snapshot), list, code);
  return !items || items.some(({ code }) => fold(label(code)) === fold(String(cell)));
}
