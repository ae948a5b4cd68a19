import type { Value } from '../../crm/snapshot';
import { toIso } from '../../shared/dates';
import { liveRows, sourceOf, type ViewSource } from '../../template/views/source';
import type { Facts } from './facts';
import { namesByKey } from './funnel';

/** A target and how far it is reached; money in major units, `null` = not computable. */
export interface TargetRow {
  readonly targetId: string | null;
  /** `2026-03` */
  readonly month: string | null;
  /** `null`: the whole team. */
  readonly owner: string | null;
  /** `null`: any product. */
  readonly product: string | null;
  readonly target: number | null;
  readonly actual: number | null;
  readonly attainment: number | null;
  readonly gap: number | null;
  readonly weightedOpen: number | null;
  readonly coverage: number | null;
  readonly runRate: number | null;
}

/** Targets by person, month and product against won and open deals (C-46, C-47), by month. */
export function targets({ computed }: Facts): TargetRow[] {
  const source = sourceOf(computed);
  return liveRows(source, 'targets')
    .map(targetReader(source))
    .sort((a, b) => (a.month ?? '').localeCompare(b.month ?? ''));
}

/** Reads rows of the targets table. */
export function targetReader(source: ViewSource): (row: number) => TargetRow {
  const people = namesByKey(source, 'team');
  const products = namesByKey(source, 'products');
  const column = (id: string) => source.column('targets', id);
  const named = (names: ReadonlyMap<string, string>, key: Value, typed: Value) =>
    typed === null ? null : (names.get(String(key)) ?? String(typed));
  const [owner, ownerKey, product, productKey] = ['owner', 'ownerKey', 'product', 'productKey'].map(column) as [
    readonly Value[],
    readonly Value[],
    readonly Value[],
    readonly Value[],
  ];
  const money = (id: string, row: number) => (column(id)[row] ?? null) as number | null;
  const month = column('month');
  return (row) => ({
    targetId: (column('id')[row] ?? null) as string | null,
    month: typeof month[row] === 'number' ? toIso(month[row]).slice(0, 7) : null,
    owner: named(people, ownerKey[row]!, owner[row]!),
    product: named(products, productKey[row]!, product[row]!),
    target: money('amount', row),
    actual: money('actual', row),
    attainment: money('attainment', row),
    gap: money('gap', row),
    weightedOpen: money('weightedOpen', row),
    coverage: money('coverage', row),
    runRate: money('runRate', row),
  });
}
