/** A wildcard pattern, one entry per character to match. */
type Part = string | typeof ANY | typeof ONE;
const ANY = Symbol('*');
const ONE = Symbol('?');

export function hasWildcards(text: string): boolean {
  return /[*?~]/.test(text);
}

/** `*` is any text, `?` one character, `~` takes the next `*`, `?` or `~` literally; case is ignored. */
export function wildcardParts(text: string): Part[] {
  return Array.from(text.toLowerCase().matchAll(/~[*?~]|[\s\S]/g), ([part]) => {
    if (part.length === 2) return part.charAt(1);
    return part === '*' ? ANY : part === '?' ? ONE : part;
  });
}

/**
 * Whether a whole text fits. Steps back to the latest `*` only, so that hostile patterns cost length times length, where
 * a regular expression would hang.
 */
export function fits(text: string, parts: readonly Part[]): boolean {
  const letters = text.toLowerCase();
  let [at, part, star, resume] = [0, 0, -1, 0];
  while (at < letters.length) {
    if (parts[part] === ANY) [star, resume] = [part++, at];
    else if (parts[part] === ONE || parts[part] === letters[at]) [at, part] = [at + 1, part + 1];
    else if (star >= 0) [part, at] = [star + 1, ++resume];
    else return false;
  }
  return parts.slice(part).every((left) => left === ANY);
}

/** Where a pattern first begins inside a text, -1 when it is not there (SEARCH). */
export function searchWildcards(text: string, pattern: string): number {
  if (!hasWildcards(pattern)) return text.toLowerCase().indexOf(pattern.toLowerCase());
  const parts = [...wildcardParts(pattern), ANY] as const;
  for (let start = 0; start <= text.length; start += 1) if (fits(text.slice(start), parts)) return start;
  return -1;
}
