import { type Area, contains, forEachCell, intersect } from '../store/address';
import { toR1C1 } from '../store/r1c1';
import type { ConditionalFormat, Sheet, Validation } from '../store/sheet';

/** What stands above cells on a sheet and has no place of its own in a merge. */
const KINDS = { validations: 'data validations', conditionalFormats: 'conditional formats' } as const;

type Rule = Validation | ConditionalFormat;

/** One rule, and what it says wherever it stands. */
interface Reading {
  readonly areas: readonly Area[];
  readonly meaning: string;
}

export interface RuleSides {
  readonly base: Sheet;
  readonly own: Sheet;
  /** The cells of the base to look at. */
  readonly area: Area;
  /** Where a cell of the base is in the client's copy; null where it is gone, or new. */
  readonly placeOf: (row: number, column: number) => readonly [row: number, column: number] | null;
}

/** Names the kinds of rules that the client gave to, or took from, cells that were there before. */
export function changedRules(sides: RuleSides): string[] {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return kinds.filter((kind) => isChanged(kind, sides)).map((kind) => KINDS[kind]);
}

function isChanged(kind: keyof typeof KINDS, { base, own, area, placeOf }: RuleSides): boolean {
  if (textOf(base[kind]) === textOf(own[kind])) return false;
  const [before, after] = [base[kind], own[kind]].map((rules) => rules.map(read)) as [Reading[], Reading[]];
  let changed = false;
  for (const part of partsOf([...before, ...after], area))
    forEachCell(part, (row, column) => {
      const place = placeOf(row, column);
      if (place && !changed) changed = rulesAt(before, row, column) !== rulesAt(after, ...place);
    });
  return changed;
}

/** Ids and order are no difference that anybody sees; sub-objects without values come from being looked at. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'id' || isEmpty(part) ? undefined : part));
}

function isEmpty(part: unknown): boolean {
  return typeof part === 'object' && part !== null && !Array.isArray(part) && Object.values(part).every(isEmpty);
}

function read({ areas, ...says }: Rule): Reading {
  const { row, column } = areas[0] ?? { row: 0, column: 0 };
  const meaning = textOf(says).replace(/"=((?:[^"\\]|\\.)*)"/g, (_, formula: string) => toR1C1(formula, row, column));
  return { areas, meaning };
}

const partsOf = (readings: readonly Reading[], area: Area): Area[] =>
  readings.flatMap(({ areas }) => areas.flatMap((other) => intersect(other, area) ?? []));

const rulesAt = (readings: readonly Reading[], row: number, column: number): string =>
  readings
    .filter(({ areas }) => areas.some((area) => contains(area, row, column)))
    .map(({ meaning }) => meaning)
    .sort()
    .join();
