import { hasChinese, pinyinAt, type Sound } from './pinyin';
import { digitsOf, queryOf, searchKey, type Query } from './searchText';

/** A name as it is compared: many records may share one, such as the orders of a customer. */
export interface SearchName {
  readonly key: string;
  readonly isChinese: boolean;
}

/** A record that can be found. */
export interface SearchRecord {
  readonly table: string;
  /** 0-based row of the table. */
  readonly row: number;
  readonly id: string | null;
}

/** A record with its keys, made once. */
export interface SearchEntry {
  readonly record: SearchRecord;
  readonly name: SearchName | null;
  /** The customer that it is about: found, but below its own name. */
  readonly of: SearchName | null;
  readonly id: string;
  /** Id, e-mail, codes ... in one text. */
  readonly rest: string;
  readonly digits: string;
}

/** What of a record is searched besides its id. */
export interface Searchable {
  readonly name?: SearchName | null;
  readonly of?: SearchName | null;
  readonly others?: readonly string[];
  readonly phones?: readonly string[];
}

const gap = '\n';
/** A cell may hold 32 thousand characters: nobody looks for what comes after these. */
const longest = 200;
const keyOf = (text: string): string => searchKey(text.slice(0, longest));

export function searchName(text: string): SearchName {
  const key = keyOf(text);
  return { key, isChinese: hasChinese(key) };
}

export function searchEntry(record: SearchRecord, { name = null, of = null, ...more }: Searchable): SearchEntry {
  const id = keyOf(record.id ?? '');
  const plainId = id.replace(/[^a-z0-9]/g, '');
  const { others = [], phones = [] } = more;
  const rest = [id, ...(plainId === id ? [] : [plainId]), ...others.map(keyOf)].join(gap);
  return { record, name, of, id, rest, digits: phones.map(digitsOf).filter(Boolean).join(gap) };
}

/** What was found of one table, the best first. */
export interface SearchGroup {
  readonly table: string;
  readonly records: readonly SearchRecord[];
}

/** Ranks from 0 = best; what is not found has none. */
const ranks = { id: 0, name: 1, nameStart: 2, wordStart: 3, soundStart: 4, within: 5, sound: 6, phone: 7, other: 8 };
const rankCount = 9;
const letters = /^[a-z]+$/;

/** How a Chinese name sounds. */
export type Spell = (name: string) => readonly Sound[];

/**
 * Records that hold every word of the text, by table in the order of the entries, the best first: the id itself, the
 * name itself, its beginning, a word in it, its sound (pinyin), then telephone numbers and other cells.
 *
 * @param spell absent: names are not looked for by their sound
 */
export function search(entries: readonly SearchEntry[], text: string, spell?: Spell): SearchGroup[] {
  const query = queryOf(text);
  if (!query.words.length) return [];
  const rankOf = ranker(query, spell);
  const groups = new Map<string, SearchRecord[][]>();
  for (const entry of entries) {
    const rank = rankOf(entry);
    if (rank === null) continue;
    const buckets = groups.get(entry.record.table) ?? Array.from({ length: rankCount }, (): SearchRecord[] => []);
    groups.set(entry.record.table, buckets);
    buckets[rank]!.push(entry.record);
  }
  return [...groups].map(([table, buckets]) => ({ table, records: buckets.flat() }));
}

/** The rank of the word that fits worst; `null` when one is not there. */
function ranker({ words, digits }: Query, spell: Spell | undefined): (entry: SearchEntry) => number | null {
  const rankers = words.map((word) => wordRanker(word, spell));
  return (entry) => {
    let worst = 0;
    for (const rankOfWord of rankers) {
      const rank = rankOfWord(entry);
      if (rank === null) return digits && entry.digits.includes(digits) ? ranks.phone : null;
      if (rank > worst) worst = rank;
    }
    return worst;
  };
}

function wordRanker(word: string, spell: Spell | undefined): (entry: SearchEntry) => number | null {
  const known = new Map<SearchName, number | null>();
  const rankOfName = (name: SearchName): number | null => {
    let rank = known.get(name);
    if (rank === undefined) known.set(name, (rank = nameRank(name, word, spell)));
    return rank;
  };
  return ({ id, name, of, rest }) => {
    if (id === word) return ranks.id;
    const rank = name && rankOfName(name);
    if (rank !== null) return rank;
    return rest.includes(word) || (of !== null && rankOfName(of) !== null) ? ranks.other : null;
  };
}

function nameRank({ key, isChinese }: SearchName, word: string, spell: Spell | undefined): number | null {
  if (key === word) return ranks.name;
  const at = key.indexOf(word);
  if (at === 0) return ranks.nameStart;
  if (at > 0) return /[\s\p{P}]/u.test(key[at - 1]!) ? ranks.wordStart : ranks.within;
  if (!spell || !isChinese || !letters.test(word)) return null;
  const sound = pinyinAt(spell(key), word);
  return sound < 0 ? null : sound === 0 ? ranks.soundStart : ranks.sound;
}
