import { dependents, precedents } from '../../edit/precedents';
import { type Call, defineClass, type HostClass, type HostObject, object } from '../hostClass';
import { found, text } from '../convert';
import { areasOn, rangeAddress, type AreasTarget, type RangeTarget, WorkbookAreasTarget } from '../targets';

function addressOf({ ranges }: AreasTarget): string {
  return ranges.map(rangeAddress).join(',');
}

/** By id or name of the sheet. */
function groupOn({ groups }: WorkbookAreasTarget, key: unknown, { workbook }: Call): HostObject {
  const sheet = found(workbook.findSheet(text(key)));
  return object('RangeAreas', found(groups.find((group) => group.sheet === sheet)));
}

const workbookRangeAreas = defineClass<WorkbookAreasTarget>({
  properties: { Addresses: { get: ({ groups }) => groups.map(addressOf) } },
  objects: {
    Areas: ({ groups }) => object('RangeAreasCollection', groups),
    Ranges: ({ groups }) =>
      object(
        'RangeCollection',
        groups.flatMap(({ ranges }) => ranges),
      ),
  },
  methods: {
    GetRangeAreasBySheet: (target, [key], call) => groupOn(target, key, call),
    GetRangeAreasOrNullObjectBySheet: (target, [key], { workbook }) => {
      const group = target.groups.find(({ sheet }) => sheet === workbook.findSheet(text(key)));
      return group ? object('RangeAreas', group) : null;
    },
  },
});

const rangeAreasCollection = defineClass<AreasTarget[]>({
  items: (groups) => groups.map((group) => object('RangeAreas', group)),
});

function traced(trace: typeof precedents, directOnly: boolean) {
  return ({ sheet, cells }: RangeTarget, _args: unknown[], { workbook }: Call): HostObject => {
    const groups = trace(workbook, sheet, cells, directOnly);
    found(groups[0]);
    return object(
      'WorkbookRangeAreas',
      new WorkbookAreasTarget(groups.map((group) => areasOn(group.sheet, group.areas))),
    );
  };
}

/** `Range` methods that follow formulas. They fail with ItemNotFound when nothing is found. */
export const RANGE_TRACES: NonNullable<HostClass<RangeTarget>['methods']> = {
  GetDirectPrecedents: traced(precedents, true),
  GetPrecedents: traced(precedents, false),
  GetDirectDependents: traced(dependents, true),
  GetDependents: traced(dependents, false),
};

export const WORKBOOK_AREAS_CLASSES: Record<string, HostClass<never>> = {
  WorkbookRangeAreas: workbookRangeAreas,
  RangeAreasCollection: rangeAreasCollection,
};
