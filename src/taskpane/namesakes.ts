import { joined } from './inText';

interface Named {
  readonly id: string | null;
  readonly name: string;
}

/** Names for a choice among records: those that share one have the id beside it. */
export function withIds(records: readonly Named[]): (record: Named) => string {
  const counts = countOf(records.map(({ name }) => name));
  return ({ id, name }) => joined([name, counts.get(name) === 1 ? null : id]);
}

/** How often each text is there. */
export function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
