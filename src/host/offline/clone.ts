/** Things that are looked at but never changed, so that a copy may share them. */
function isShared(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}

/**
 * A copy of everything that can be reached from a value, class instances included: what was one object in the original is
 * one object in the copy. `seen` leads from originals to copies. Functions are shared.
 */
export function cloneGraph<T>(value: T, seen = new Map<object, unknown>()): T {
  if (typeof value !== 'object' || value === null || isShared(value)) return value;
  const known = seen.get(value);
  if (known !== undefined) return known as T;
  return copyOf(value, seen) as T;
}

function copyOf(value: object, seen: Map<object, unknown>): object {
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    seen.set(value, copy);
    for (const item of value) copy.push(cloneGraph(item as unknown, seen));
    return copy;
  }
  if (value instanceof Map) {
    const copy = new Map<unknown, unknown>();
    seen.set(value, copy);
    for (const [key, item] of value) copy.set(cloneGraph(key as unknown, seen), cloneGraph(item as unknown, seen));
    return copy;
  }
  if (value instanceof Set) {
    const copy = new Set<unknown>();
    seen.set(value, copy);
    for (const item of value) copy.add(cloneGraph(item as unknown, seen));
    return copy;
  }
  const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
  seen.set(value, copy);
  for (const [key, item] of Object.entries(value)) copy[key] = cloneGraph(item as unknown, seen);
  return copy;
}
