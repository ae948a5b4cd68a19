import { fold } from '../../shared/text';
import type { SourceSheet } from '../../template/adopt';
import type { Language } from '../../template/types';
import { formulaAt, textAt } from './cells';
import type { Extent } from './extent';
import type { CaptionChange } from './types';

/** What a header cell will say. */
export interface Caption {
  readonly position: number;
  readonly header: string;
  readonly caption: string;
  readonly change: CaptionChange | null;
}

/** Longest header of an Excel table. */
const longest = 255;
const numbered: Readonly<Record<Language, (number: number) => string>> = {
  en: (number) => `Column ${number}`,
  'zh-CN': (number) => `列${number}`,
};

/**
 * Header cells that an Excel table can have: texts, filled, each one only once. Excel would change the others by itself
 * when it makes the table, so they are shown and asked about.
 */
export function captionsOf(source: SourceSheet, extent: Extent, language: Language): Caption[] {
  const { headerRow, firstColumn, lastColumn } = extent;
  const all = Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) => firstColumn + index);
  // Headers that stay must be known before others get new names.
  const taken = new Set(all.map((position) => fold(cellText(source, headerRow, position))));
  const seen = new Set<string>();
  return all.map((position, index) => {
    const header = cellText(source, headerRow, position);
    const change = changeOf(source, headerRow, position, header, seen);
    const wanted = change === 'blank' ? numbered[language](index + 1) : header.slice(0, longest);
    const caption = change === null || change === 'notText' ? wanted : unused(wanted, taken, change === 'blank');
    taken.add(fold(caption));
    seen.add(fold(caption));
    return { position, header: header.trim(), caption, change };
  });
}

/** The exact text, outer spaces belong to a header that stays; of a number or date what Excel shows, as it would itself. */
const cellText = (source: SourceSheet, row: number, position: number): string => {
  const cell = source.rows[row]?.[position] ?? '';
  if (typeof cell === 'string') return cell;
  const shown = source.texts?.[row]?.[position]?.trim() ?? '';
  return shown === '' || tooNarrow.test(shown) ? textAt(source, row, position) : shown;
};

const tooNarrow = /^#+$/;

function changeOf(
  source: SourceSheet,
  row: number,
  position: number,
  header: string,
  seen: ReadonlySet<string>,
): CaptionChange | null {
  if (source.table) return null;
  if (header.trim() === '') return 'blank';
  if (header.length > longest) return 'tooLong';
  if (seen.has(fold(header))) return 'duplicate';
  const isText = typeof source.rows[row]![position] === 'string' && formulaAt(source, row, position) === undefined;
  return isText ? null : 'notText';
}

function unused(wanted: string, taken: ReadonlySet<string>, isNew: boolean): string {
  if (isNew && !taken.has(fold(wanted))) return wanted;
  for (let number = 2; ; number += 1) {
    const tail = ` ${number}`;
    const candidate = wanted.slice(0, longest - tail.length) + tail;
    if (!taken.has(fold(candidate))) return candidate;
  }
}
