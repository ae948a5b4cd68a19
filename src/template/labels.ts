import type { Snapshot, Value } from '../crm/snapshot';
import { fold } from '../shared/text';
import type { Language, Template } from './types';

/** Labels of a workbook's Lists table by `list.code`; managers rename labels, codes never change (decision 1). */
export type Labels = ReadonlyMap<string, string>;

export const labelKey = (list: string, code: string) => `${list}.${code}`;

/** Labels that a new workbook starts with. */
export function defaultLabels(template: Template, language: Language): Labels {
  return new Map(
    Object.entries(template.lists).flatMap(([list, items]) =>
      items.map((item) => [labelKey(list, item.code), item.label[language]] as const),
    ),
  );
}

/** Labels as the Lists table of a workbook has them; codes it lacks keep the default label. */
export function labelsFrom(keys: readonly Value[], labels: readonly Value[], defaults: Labels): Labels {
  const found = new Map(defaults);
  keys.forEach((key, row) => {
    const label = labels[row];
    if (typeof key === 'string' && label !== null && label !== undefined) found.set(key, String(label));
  });
  return found;
}

const cache = new WeakMap<Snapshot, Labels>();

/** What a cell of this workbook holds for a code; an unknown code is shown as it is. */
export function labelOf(
  template: Template,
  snapshot: Snapshot,
  language: Language,
  list: string,
  code: string,
): string {
  let labels = cache.get(snapshot);
  if (!labels) {
    const lists = snapshot.tables.lists;
    labels = labelsFrom(lists?.columns.key ?? [], lists?.columns.label ?? [], defaultLabels(template, language));
    cache.set(snapshot, labels);
  }
  return labels.get(labelKey(list, code)) ?? code;
}

/** Code by label, compared without case as Excel does. */
export function codesByLabel(labels: Labels, list: string): ReadonlyMap<string, string> {
  const prefix = `${list}.`;
  return new Map(
    [...labels]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, label]) => [fold(label), key.slice(prefix.length)]),
  );
}
