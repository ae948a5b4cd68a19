/** Every way to read one character in pinyin without tones (`行` -> `xing`, `hang`). */
export type Readings = (character: string) => readonly string[];

const chinese = /\p{Script=Han}/u;

/** Whether a text has characters that people type by their sound. */
export const hasChinese = (text: string): boolean => chinese.test(text);

/** A character of a name and how it sounds. */
export interface Sound {
  readonly character: string;
  /** None for what is not Chinese. */
  readonly readings: readonly string[];
  /** First letters that a typed text may have here, one bit for each of a to z. */
  readonly initials: number;
  /** A sign between the words, which nobody types. */
  readonly isSign: boolean;
}

/** Spells names; every name and every character is looked up once, however many records have it. */
export function speller(readings: Readings): (name: string) => readonly Sound[] {
  const sounds = once((character) => soundOf(character, readings));
  return once((name) => [...name].map(sounds));
}

function once<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return (text) => {
    const known = made.get(text) ?? make(text);
    made.set(text, known);
    return known;
  };
}

function soundOf(character: string, readings: Readings): Sound {
  const sounds = hasChinese(character) ? readings(character) : [];
  const initials = [character, ...sounds].reduce((bits, text) => bits | bitOf(text), 0);
  return { character, readings: sounds, initials, isSign: !/[\p{L}\p{N}]/u.test(character) };
}

function bitOf(text: string): number {
  const place = text.charCodeAt(0) - 97;
  return place >= 0 && place < 26 ? 1 << place : 0;
}

/**
 * Where pinyin is found in a name: full syllables, initials or both mixed (`hangzhouyq`, `hzyq`, `hzyun`), from any
 * character on; the last syllable may be unfinished. Characters with several readings fit by any of them. -1 = nowhere.
 *
 * @param typed letters only, lower case
 */
export function pinyinAt(name: readonly Sound[], typed: string): number {
  const first = bitOf(typed);
  return name.findIndex(({ initials }, from) => (initials & first) !== 0 && beginsAt(name, from, typed));
}

/** Goes through the characters with all places that the typed text may have come to: no name can make it slow. */
function beginsAt(name: readonly Sound[], start: number, typed: string): boolean {
  let places = [0];
  for (let at = start; at < name.length && places.length; at += 1) {
    const next: number[] = [];
    for (const place of places) {
      for (const length of lengthsOf(name[at]!, typed, place)) {
        if (place + length === typed.length) return true;
        if (!next.includes(place + length)) next.push(place + length);
      }
    }
    places = next;
  }
  return false;
}

/** How many letters of the typed text a character can stand for: a syllable, its unfinished end, its initial. */
function lengthsOf({ character, readings, isSign }: Sound, typed: string, place: number): readonly number[] {
  // Latin letters in a name stand for themselves; signs between the characters are passed over.
  if (!readings.length) return character === typed[place] ? one : isSign && place > 0 ? none : nothing;
  const lengths: number[] = [];
  for (const reading of readings) {
    if (typed[place] !== reading[0]) continue;
    const left = Math.min(reading.length, typed.length - place);
    if (left > 1 && typed.startsWith(reading.slice(0, left), place)) lengths.push(left);
    lengths.push(1);
  }
  return lengths;
}

const one: readonly number[] = [1];
const none: readonly number[] = [0];
const nothing: readonly number[] = [];
