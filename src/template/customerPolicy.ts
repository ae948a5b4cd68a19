/** The manager's rules about customers (RFM, activity, lifecycle, tier review) as the workbook holds them, else defaults. */
import { listItems } from '../../templates';
import { activityDefaults, type ActivityPolicy } from '../crm/activity';
import { lifecycleDefaults, type LifecyclePolicy } from '../crm/lifecycle';
import type { RfmCuts, RfmTable } from '../crm/rfm';
import { segmentMaps, type SegmentMapName, type SegmentRule } from '../crm/segment';
import type { Snapshot, TableRows, Value } from '../crm/snapshot';
import type { TierCriterion } from '../crm/tierPoints';
import { fold } from '../shared/text';
import type { ListItem } from './types';

export interface RfmPolicy {
  /** 3, 4 or 5. */
  readonly bins: number;
  /** The manager's own cut points, money in major units; `null` = from the buyers. */
  readonly cuts: RfmCuts | null;
  /** Cut points in the units of the rule, kept while single rows change, and where they came from (decision 12). */
  readonly frozen?: Pick<RfmTable, 'cuts' | 'method'>;
  readonly map: SegmentMapName;
  /** Rules of that map; `sheetRow` is `null` for the built-in ones. */
  readonly rules: readonly (SegmentRule & { readonly sheetRow: number | null })[];
  /** Settings that cannot be read, by key. */
  readonly broken: readonly string[];
}

export interface CustomerPolicy {
  readonly rfm: RfmPolicy;
  readonly activity: ActivityPolicy;
  readonly lifecycle: LifecyclePolicy;
  readonly tierBasis: 'value' | 'points';
  readonly tierCriteria: readonly TierCriterion[];
  /** Months from one tier review to the next. */
  readonly reviewMonths: number;
}

export function customerPolicyOf({ settings, tables }: Snapshot): CustomerPolicy {
  const count = (key: string, fallback: number) => positive(settings[key]) ?? fallback;
  return {
    rfm: rfmPolicyOf(settings, tables.rfmSegments),
    activity: {
      dormantDays: count('dormantDays', activityDefaults.dormantDays),
      lostDays: count('lostDays', activityDefaults.lostDays),
      dormantGaps: count('dormantGaps', activityDefaults.dormantGaps),
      lostGaps: count('lostGaps', activityDefaults.lostGaps),
      fewestOrders: activityDefaults.fewestOrders,
    },
    lifecycle: {
      loyalOrders: count('loyalOrders', lifecycleDefaults.loyalOrders),
      prospectiveStage: choiceOf('stage', settings.prospectiveStage) ?? lifecycleDefaults.prospectiveStage,
    },
    tierBasis: choiceOf('tierBasis', settings.tierBasis) === 'points' ? 'points' : 'value',
    tierCriteria: criteriaOf(tables.tierCriteria),
    reviewMonths: count('reviewMonths', 3),
  };
}

const positive = (value: Value | undefined): number | null => (typeof value === 'number' && value > 0 ? value : null);

/** Code of a setting that holds an item of a list, written as its code or its label in either language. */
function choiceOf(list: string, value: Value | undefined): string | null {
  const wanted = fold(String(value ?? '').trim());
  const items = (listItems as Record<string, readonly ListItem[]>)[list] ?? [];
  const found = items.find(({ code, label }) => [code, ...Object.values(label)].some((word) => fold(word) === wanted));
  return found?.code ?? null;
}

const axes = { recency: 'rfmRecencyCuts', frequency: 'rfmFrequencyCuts', monetary: 'rfmMonetaryCuts' } as const;

function rfmPolicyOf(settings: Snapshot['settings'], table: TableRows | undefined): RfmPolicy {
  const cuts = Object.fromEntries(
    Object.entries(axes).map(([axis, key]) => [axis, cutPointsOf(settings[key] ?? null)]),
  ) as Record<keyof RfmCuts, readonly number[] | null | 'broken'>;
  const broken = Object.entries(axes).flatMap(([axis, key]) => (cuts[axis as keyof RfmCuts] === 'broken' ? [key] : []));
  const isOwn = Object.values(cuts).every(Array.isArray);
  const map = (choiceOf('rfmMap', settings.rfmMap) ?? 'recencyFrequency') as SegmentMapName;
  const bins = Math.min(5, Math.max(3, Math.round(positive(settings.rfmBins) ?? 5)));
  return { bins, cuts: isOwn ? (cuts as RfmCuts) : null, map, rules: rulesOf(map, table), broken };
}

/** `30;90;180` -> rising numbers; `null` when blank. A single number may stand in the cell as one. */
export function cutPointsOf(cell: Value): readonly number[] | null | 'broken' {
  if (cell === null) return null;
  const numbers = String(cell)
    .split(/[;；、\s]+/)
    .filter(Boolean)
    .map(Number);
  const isRising = numbers.every((number, index) => Number.isFinite(number) && !(number <= numbers[index - 1]!));
  return isRising && numbers.length > 0 && numbers.length < 5 ? numbers : 'broken';
}

/** Rules of the table that belong to the map; the built-in ones when the table has none. */
function rulesOf(map: SegmentMapName, table: TableRows | undefined): RfmPolicy['rules'] {
  const cell = (column: string, row: number) => table?.columns[column]?.[row] ?? null;
  const bounds = (axis: string, row: number): readonly [number, number] => [
    positive(cell(`${axis}From`, row)) ?? 1,
    positive(cell(`${axis}To`, row)) ?? 5,
  ];
  const rows = Array.from({ length: table?.count ?? 0 }, (_, row) => row).filter(
    (row) => cell('map', row) === map && cell('segment', row) !== null,
  );
  if (!rows.length) return segmentMaps[map].map((rule) => ({ ...rule, sheetRow: null }));
  return rows.map((row) => ({
    segment: String(cell('segment', row)),
    ...{ r: bounds('r', row), f: bounds('f', row), m: bounds('m', row) },
    sheetRow: table!.sheetRows[row]!,
  }));
}

function criteriaOf(table: TableRows | undefined): TierCriterion[] {
  const { criterion = [], weight = [], zeroAt = [], fullAt = [] } = table?.columns ?? {};
  return criterion.flatMap((code, row): TierCriterion[] => {
    const [share, zero, full] = [weight[row], zeroAt[row], fullAt[row]];
    if (typeof share !== 'number' || typeof zero !== 'number' || typeof full !== 'number') return [];
    return [{ criterion: String(code), weight: share, zeroAt: zero, fullAt: full }];
  });
}
