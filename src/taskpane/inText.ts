import type { Value } from '../crm/snapshot';
import type { Translate } from '../shared/i18n/translate';
import { brief } from './brief';

/** Right-to-left letters, and the characters that turn the direction of a text by themselves (Unicode UAX #9). */
const turning =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const [isolate, popIsolate] = ['\u2068', '\u2069'];

/** Characters that a sentence or a line of facts shows of one cell, which may hold 32 thousand: seven lines of a pane. */
const longest = 240;
const wide = /[\u1100-\u11FF\u2E80-\uFFEF]/;

/** A cell's text among others: its beginning, and whatever is in it turns nothing around it. */
const inText = (text: string): string => isolated(brief(text, wide.test(text) ? longest / 2 : longest));

/** An override or an embedding that the text leaves open ends with it. */
function isolated(text: string): string {
  return turning.test(text) ? `${isolate}${closed(text)}${popIsolate}` : text;
}

/** Isolates that were opened are closed, and nothing is closed that was not opened. */
function closed(text: string): string {
  let open = 0;
  const kept = text.replace(/[\u2066-\u2069]/g, (control) => {
    if (control !== popIsolate) open += 1;
    else if (open === 0) return '';
    else open -= 1;
    return control;
  });
  return kept + popIsolate.repeat(open);
}

/** Facts on one line, each by itself; empty ones are left out. Only for eyes: copies keep the cells as they are. */
export const joined = (parts: readonly (Value | undefined)[], separator = ' · '): string =>
  parts
    .filter(Boolean)
    .map((part) => inText(String(part)))
    .join(separator);

/** Texts for eyes: each value that is filled in stands by itself. What is written, copied or mailed needs `t` itself. */
export const amongText =
  (t: Translate): Translate =>
  (key, values) =>
    t(key, values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])));

const shown = (value: string | number) => (typeof value === 'string' ? inText(value) : value);
