import type { Workbook } from '../../store/workbook';
import { defineClass, type HostClass } from '../hostClass';
import { oneOf } from '../convert';

/** Lists of things outside the workbook: the host opens nothing outside, so they are empty and refreshing does nothing. */
function nothingOutside(properties: HostClass<Workbook>['properties'], methods: HostClass<Workbook>['methods'] = {}) {
  return defineClass<Workbook>({ properties, items: () => [], item: () => null, methods });
}

const nothing = () => undefined;

const linkedWorkbooks = nothingOutside(
  {
    WorkbookLinksRefreshMode: {
      get: ({ application }) => application.values.linksRefreshMode ?? 'Manual',
      set: ({ application }, value) =>
        (application.values.linksRefreshMode = oneOf(value, ['Manual', 'Automatic'] as const)),
    },
  },
  { BreakAllLinks: nothing, RefreshAll: nothing },
);

export const LINK_CLASSES: Record<string, HostClass<never>> = {
  DataConnectionCollection: defineClass<Workbook>({ methods: { RefreshAll: nothing } }),
  LinkedWorkbookCollection: linkedWorkbooks,
  QueryCollection: nothingOutside({}),
};
