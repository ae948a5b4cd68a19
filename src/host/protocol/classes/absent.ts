import { HostError } from '../../errors';
import { defineClass, type HostClass } from '../hostClass';

/** A collection that is always empty: its things cannot be made here, and the host says so. */
function emptyCollection(): HostClass<never> {
  const refuse = (): never => {
    throw new HostError('UnsupportedOperation');
  };
  return defineClass<unknown>({
    properties: { Count: { get: () => 0 } },
    items: () => [],
    item: () => null,
    methods: { Add: refuse, GetFirst: () => null, RefreshAll: () => undefined },
  });
}

/** What the host has not: pivot tables, slicers, sheet views, own table styles. They can be listed (none) but not made. */
export const ABSENT_CLASSES: Record<string, HostClass<never>> = {
  NamedSheetViewCollection: emptyCollection(),
  PivotTableCollection: emptyCollection(),
  PivotTableScopedCollection: emptyCollection(),
  SlicerCollection: emptyCollection(),
  TableStyleCollection: emptyCollection(),
};
