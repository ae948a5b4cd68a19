/**
 * Properties of decorations (chart titles, page setup, shapes ...) that the host keeps and gives back but attaches no
 * behaviour to. `children` are the objects below, made on first use.
 */
export interface Bag {
  values: Record<string, unknown>;
  children: Record<string, Bag>;
}

export function createBag(values: Record<string, unknown> = {}): Bag {
  return { values, children: {} };
}

/** The bag of a sub-object, created when it is asked for first. */
export function childBag(bag: Bag, name: string): Bag {
  return (bag.children[name] ??= createBag());
}

export function copyBag(bag: Bag): Bag {
  return structuredClone(bag);
}
