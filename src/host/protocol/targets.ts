import { HostError } from '../errors';
import { type Area, formatArea, quoteSheet } from '../store/address';
import type { Sheet } from '../store/sheet';
import type { Anchor } from '../store/workbook';
import { HostObject } from './hostClass';

/** A range: an area of a sheet that moves with its cells while somebody holds it. */
export class RangeTarget implements Anchor {
  constructor(
    readonly sheet: Sheet,
    public area: Area | null,
  ) {}

  /** @throws InvalidReference when all of its cells were deleted */
  get cells(): Area {
    if (!this.area) throw new HostError('InvalidReference');
    return this.area;
  }
}

/** `Sheet1!A1:B2` */
export function rangeAddress({ sheet, cells }: RangeTarget): string {
  return `${quoteSheet(sheet.name)}!${formatArea(cells)}`;
}

/** Several ranges of one sheet (`RangeAreas`). */
export class AreasTarget {
  constructor(readonly ranges: RangeTarget[]) {}

  get sheet(): Sheet {
    const first = this.ranges[0];
    if (!first) throw new HostError('ItemNotFound');
    return first.sheet;
  }

  get areas(): Area[] {
    return this.ranges.map((range) => range.cells);
  }
}

/** Areas of several sheets (`WorkbookRangeAreas`), one group per sheet. */
export class WorkbookAreasTarget {
  constructor(readonly groups: AreasTarget[]) {}
}

/** The anchors that must move with cells for an object to stay right. */
export function anchorsOf(target: unknown): Anchor[] {
  if (target instanceof RangeTarget) return [target];
  if (target instanceof WorkbookAreasTarget) return target.groups.flatMap(({ ranges }) => ranges);
  return target instanceof AreasTarget ? target.ranges : [];
}

/** The class of an object that a client holds by reference. */
export function classNameOf(target: object): string {
  if (target instanceof WorkbookAreasTarget) return 'WorkbookRangeAreas';
  return target instanceof AreasTarget ? 'RangeAreas' : 'Range';
}

export function rangeObject(sheet: Sheet, area: Area): HostObject {
  return new HostObject('Range', new RangeTarget(sheet, area));
}

export function areasOn(sheet: Sheet, areas: readonly Area[]): AreasTarget {
  return new AreasTarget(areas.map((area) => new RangeTarget(sheet, area)));
}

export function areasObject(sheet: Sheet, areas: readonly Area[]): HostObject {
  return new HostObject('RangeAreas', areasOn(sheet, areas));
}
