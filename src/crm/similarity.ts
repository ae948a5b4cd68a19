/**
 * Jaro-Winkler similarity of two texts by code points, 0 (nothing in common) to 1 (equal): characters that match within
 * half the longer length, less half the transpositions, plus a bonus of 0.1 for each of up to four equal first characters
 * (Winkler 1990; prefix bonus from a similarity of 0.7 on).
 */
export function similarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const [left, right] = [[...a], [...b]];
  const jaro = jaroOf(left, right);
  if (jaro <= 0.7) return jaro;
  const limit = Math.min(4, left.length, right.length);
  let prefix = 0;
  while (prefix < limit && left[prefix] === right[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(left: readonly string[], right: readonly string[]): number {
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Array<boolean>(right.length).fill(false);
  const matched: string[] = [];
  left.forEach((character, at) => {
    const end = Math.min(right.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other += 1) {
      if (taken[other] || right[other] !== character) continue;
      taken[other] = true;
      matched.push(character);
      return;
    }
  });
  if (!matched.length) return 0;
  const mirrored = right.filter((_, at) => taken[at]);
  const transposed = matched.filter((character, at) => character !== mirrored[at]).length / 2;
  const count = matched.length;
  return (count / left.length + count / right.length + (count - transposed) / count) / 3;
}
