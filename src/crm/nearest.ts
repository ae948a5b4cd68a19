import { headerKey } from '../shared/text';

/** Longer texts are no names: comparing them letter by letter would cost more than a suggestion is worth. */
const longestName = 60;
/** Letter comparisons for all the suggestions of one list: about a tenth of a second. */
const budget = 10_000_000;

/**
 * Suggests the record that a misspelt name probably means (C-04): the same letters and digits (`GTXPro`, `GTX Pro`),
 * else the closest name when at most one letter in four differs. Only ever a suggestion: nothing is corrected.
 */
export class NearestName {
  private readonly keys = new Map<string, string>();
  private readonly found = new Map<string, string | null>();
  private left = budget;

  constructor(names: Iterable<string>) {
    for (const name of names)
      if (name.length <= longestName && !this.keys.has(headerKey(name))) this.keys.set(headerKey(name), name);
  }

  /** `null` when no name is close. */
  find(text: string): string | null {
    const key = headerKey(text);
    if (!this.found.has(key))
      this.found.set(key, text.length > longestName ? null : (this.keys.get(key) ?? this.closest(key)));
    return this.found.get(key)!;
  }

  private closest(key: string): string | null {
    if (this.left < 0) return null;
    let best: string | null = null;
    let fewest = Math.floor(key.length / 4) + 1;
    for (const [candidate, name] of this.keys) {
      if (Math.abs(candidate.length - key.length) >= fewest) continue;
      if ((this.left -= candidate.length * key.length) < 0) return best;
      const edits = editDistance(key, candidate);
      if (edits < fewest) [best, fewest] = [name, edits];
    }
    return best;
  }
}

/** Levenshtein: letters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column]! + 1, current[column - 1]! + 1));
    }
    above = current;
  }
  return above[b.length]!;
}
