/**
 * Duplicate customers (C-04): records that look like one and the same, with the evidence. Candidates share a key
 * (blocking), each pair is weighed, pairs that reach the threshold form groups. Nothing is merged here.
 */
import { bareText, companyKey, creditCodeKey, emailKey, phoneKey } from './normalise';
import { similarity } from './similarity';

export interface DuplicateCandidate {
  readonly name: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly creditCode?: string | null;
  readonly address?: string | null;
}

export type Evidence =
  | 'creditCode'
  | 'name'
  | 'similarName'
  | 'soundAlikeName'
  | 'closeName'
  | 'phone'
  | 'email'
  | 'address'
  | 'similarAddress';

/** What each kind of evidence weighs; a pair needs {@link threshold}. A shared phone or e-mail alone is no proof. */
export const evidenceWeights: Readonly<Record<Evidence, number>> = {
  creditCode: 1,
  name: 0.8,
  similarName: 0.55,
  soundAlikeName: 0.5,
  closeName: 0.45,
  phone: 0.4,
  email: 0.4,
  address: 0.3,
  similarAddress: 0.25,
};
export const threshold = 0.8;

/** From these similarities on two names are similar, or close; short names must be nearly equal. */
const similarFrom = (length: number): number => (length <= 4 ? 0.97 : 0.92);
const closeFrom = (length: number): number => (length <= 4 ? 0.97 : 0.82);
const addressFrom = 0.9;

/** Keys that more records share than this say nothing (a switchboard, a default address). */
const largestBlock = 60;

export interface DuplicatePair {
  /** Rows, the smaller first. */
  readonly a: number;
  readonly b: number;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

export interface Duplicates {
  readonly pairs: readonly DuplicatePair[];
  /** Rows that belong together, each group ascending, the groups by their first row. */
  readonly groups: readonly (readonly number[])[];
  /** Keys that too many records share to be looked at. */
  readonly keysPassedOver: number;
}

/** What Chinese names have in common beyond their characters. */
export interface Spelling {
  /** In simplified characters: names in traditional ones are the same names. */
  readonly simplified: (text: string) => string;
  /** How a name sounds (pinyin), so that misheard characters meet. */
  readonly sound: (name: string) => string;
}

export interface DuplicateOptions {
  /** Absent: Chinese names are compared by their characters alone. */
  readonly spelling?: Spelling;
  /** Whether a person said that two rows are not the same. */
  readonly areDifferent?: (a: number, b: number) => boolean;
}

interface Keys {
  readonly name: string;
  readonly sound: string;
  readonly phone: string;
  readonly email: string;
  readonly creditCode: string;
  readonly address: string;
}

export function duplicates(records: readonly DuplicateCandidate[], options: DuplicateOptions = {}): Duplicates {
  const keys = records.map((record) => keysOf(record, options.spelling));
  const blocks = blocksOf(keys);
  const pairs = new Map<number, DuplicatePair>();
  const seen = new Set<number>();
  let keysPassedOver = 0;
  for (const rows of blocks.values()) {
    if (rows.length > largestBlock) keysPassedOver += 1;
    else
      eachPair(rows, (a, b) => {
        const id = a * records.length + b;
        if (seen.has(id)) return;
        seen.add(id);
        const pair = weigh(keys, a, b);
        if (pair.score >= threshold && !options.areDifferent?.(a, b)) pairs.set(id, pair);
      });
  }
  const found = [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b);
  return { pairs: found, groups: groupsOf(found), keysPassedOver };
}

function keysOf(record: DuplicateCandidate, spelling: Spelling | undefined): Keys {
  const chinese = /\p{Script=Han}/u.test(record.name ?? '') ? spelling : undefined;
  const name = companyKey(chinese?.simplified(record.name!) ?? record.name ?? '');
  return {
    name,
    sound: chinese?.sound(name) ?? '',
    phone: phoneKey(record.phone ?? ''),
    email: emailKey(record.email ?? ''),
    creditCode: creditCodeKey(record.creditCode ?? ''),
    address: bareText(record.address ?? ''),
  };
}

/** Rows by key: equal values, and the first and last three characters of names, where most misspellings leave one. */
function blocksOf(keys: readonly Keys[]): ReadonlyMap<string, readonly number[]> {
  const blocks = new Map<string, number[]>();
  const add = (kind: string, key: string, row: number) => {
    if (!key) return;
    const id = `${kind}:${key}`;
    const rows = blocks.get(id);
    if (!rows) blocks.set(id, [row]);
    else if (rows.at(-1) !== row) rows.push(row);
  };
  keys.forEach(({ name, sound, phone, email, creditCode, address }, row) => {
    const letters = [...name];
    add('name', name, row);
    add('sound', sound, row);
    add('phone', phone, row);
    add('email', email, row);
    add('code', creditCode, row);
    add('address', address, row);
    if (letters.length > 4) {
      add('start', letters.slice(0, 4).join(''), row);
      add('end', letters.slice(-4).join(''), row);
    }
  });
  return blocks;
}

function eachPair(rows: readonly number[], visit: (a: number, b: number) => void): void {
  rows.forEach((a, at) => {
    for (const b of rows.slice(at + 1)) visit(a, b);
  });
}

function weigh(keys: readonly Keys[], a: number, b: number): DuplicatePair {
  const [left, right] = [keys[a]!, keys[b]!];
  // Two different codes are two different companies, whatever else they share.
  const apart = left.creditCode !== '' && right.creditCode !== '' && left.creditCode !== right.creditCode;
  const evidence = apart ? [] : evidenceOf(left, right);
  const score = evidence.reduce((sum, kind) => sum + evidenceWeights[kind], 0);
  return { a, b, score: Math.min(1, score), evidence };
}

const same = (left: string, right: string) => left !== '' && left === right;

function evidenceOf(left: Keys, right: Keys): Evidence[] {
  const name = nameEvidence(left, right);
  return [
    ...(same(left.creditCode, right.creditCode) ? (['creditCode'] as const) : []),
    ...(name ? [name] : []),
    ...(same(left.phone, right.phone) ? (['phone'] as const) : []),
    ...(same(left.email, right.email) ? (['email'] as const) : []),
    ...addressEvidence(left, right),
  ];
}

const digitsOf = (name: string): string => name.replace(/\P{N}+/gu, ' ').trim();

function nameEvidence(left: Keys, right: Keys): Evidence | null {
  if (same(left.name, right.name)) return 'name';
  // Numbers tell branches and stores apart.
  if (digitsOf(left.name) !== digitsOf(right.name)) return null;
  const shorter = Math.min([...left.name].length, [...right.name].length);
  const alike = shorter > 0 ? similarity(left.name, right.name) : 0;
  if (alike >= similarFrom(shorter)) return 'similarName';
  if (same(left.sound, right.sound)) return 'soundAlikeName';
  return alike >= closeFrom(shorter) ? 'closeName' : null;
}

function addressEvidence(left: Keys, right: Keys): Evidence[] {
  if (left.address === '' || right.address === '') return [];
  if (left.address === right.address) return ['address'];
  return similarity(left.address, right.address) >= addressFrom ? ['similarAddress'] : [];
}

function groupsOf(pairs: readonly DuplicatePair[]): number[][] {
  const leader = new Map<number, number>();
  const find = (row: number): number => {
    const up = leader.get(row) ?? row;
    return up === row ? row : find(up);
  };
  for (const { a, b } of pairs) {
    const [first, second] = [find(a), find(b)].sort((x, y) => x - y) as [number, number];
    leader.set(second, first);
    leader.set(first, first);
  }
  const groups = new Map<number, number[]>();
  for (const row of [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y)) {
    const group = groups.get(find(row));
    if (group) group.push(row);
    else groups.set(find(row), [row]);
  }
  return [...groups.values()];
}
