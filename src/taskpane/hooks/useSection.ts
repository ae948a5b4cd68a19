import type { Facts } from '../../actions/report/facts';
import { useWorkbook } from '../context';

type Section<T> = (facts: Facts) => T;

/** A section of the report, or any view of the same facts, made once for each reading of the workbook. */
export function useSection<T>(section: Section<T>): T {
  return sectionOf(useWorkbook().data.figures, section);
}

export function sectionOf<T>(facts: Facts, section: Section<T>): T {
  const known = made.get(facts) ?? new Map<Section<unknown>, unknown>();
  made.set(facts, known);
  if (!known.has(section)) known.set(section, section(facts));
  return known.get(section) as T;
}

const made = new WeakMap<Facts, Map<Section<unknown>, unknown>>();
