import { requirePlace } from '../edit/resolve';
import type { Area } from '../store/address';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { rangeArgument, text } from './convert';
import { HostObject } from './hostClass';

/** The range an argument names: a `Range` object or an address on the sheet. */
export function areaArgument(sheet: Sheet, value: unknown, workbook: Workbook): Area {
  return value instanceof HostObject ? rangeArgument(value).cells : requirePlace(workbook, sheet, text(value)).area;
}
