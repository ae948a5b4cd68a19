import { HostError } from '../errors';
import type { Area } from '../store/address';
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

/** The anchors that must move with cells for an object to stay right. */
export function anchorsOf(target: unknown): Anchor[] {
  if (target instanceof RangeTarget) return [target];
  return target instanceof AreasTarget ? target.ranges : [];
}

export function rangeObject(sheet: Sheet, area: Area): HostObject {
  return new HostObject('Range', new RangeTarget(sheet, area));
}

export function areasObject(sheet: Sheet, areas: readonly Area[]): HostObject {
  return new HostObject('RangeAreas', new AreasTarget(areas.map((area) => new RangeTarget(sheet, area))));
}
