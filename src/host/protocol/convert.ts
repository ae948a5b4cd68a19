import { HostError, requireArgument } from '../errors';
import type { Area } from '../store/address';
import { HostObject } from './hostClass';
import { AreasTarget, RangeTarget } from './targets';

/** Argument checks: each returns the value as its type or throws InvalidArgument. */

export function text(value: unknown): string {
  requireArgument(typeof value === 'string');
  return value;
}

export function optionalText(value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : text(value);
}

export function number(value: unknown): number {
  requireArgument(typeof value === 'number' && Number.isFinite(value));
  return value;
}

export function integer(value: unknown): number {
  requireArgument(Number.isInteger(value));
  return value as number;
}

export function optionalInteger(value: unknown): number | null {
  return value === null || value === undefined ? null : integer(value);
}

export function flag(value: unknown): boolean {
  requireArgument(typeof value === 'boolean');
  return value;
}

/** One of a list of words, ignoring case; returned as the list spells it. */
export function oneOf<T extends string>(value: unknown, words: readonly T[], fallback?: T): T {
  if ((value === null || value === undefined) && fallback !== undefined) return fallback;
  const found =
    typeof value === 'string' ? words.find((word) => word.toLowerCase() === value.toLowerCase()) : undefined;
  requireArgument(found !== undefined);
  return found;
}

export function record(value: unknown): Record<string, unknown> {
  requireArgument(typeof value === 'object' && value !== null && !Array.isArray(value));
  return value as Record<string, unknown>;
}

export function list(value: unknown): unknown[] {
  requireArgument(Array.isArray(value));
  return value;
}

/** A range that was passed as an object. */
export function rangeArgument(value: unknown): RangeTarget {
  const target = value instanceof HostObject ? value.target : undefined;
  requireArgument(target instanceof RangeTarget);
  return target;
}

/** A `Range` or `RangeAreas` object. */
export function areasArgument(value: unknown): RangeTarget[] {
  const target = value instanceof HostObject ? value.target : undefined;
  if (target instanceof RangeTarget) return [target];
  requireArgument(target instanceof AreasTarget);
  return target.ranges;
}

/** What `XOrNullObject` members turn into a null object. @throws ItemNotFound */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new HostError('ItemNotFound');
  return value;
}

export function cellCount(area: Area): number {
  return area.rows * area.columns;
}
