import type { Snapshot } from '../../crm/snapshot';
import { languageOf } from '../../template/environment';
import { codesByLabel, defaultLabels, labelsFrom } from '../../template/labels';
import { template } from '../../template/load';
import { countBy, live, type Facts } from './facts';

export interface CustomerCounts {
  readonly count: number;
  readonly byTier: Readonly<Record<string, number>>;
}

/** How many customers there are in each tier (C-12). */
export function customerCounts({ computed }: Facts): CustomerCounts {
  const rows = live(computed, 'customers', ['tier']);
  const codes = tierCodes(computed);
  const tiers = countBy(rows.map(({ tier }) => codes.get(String(tier).toLowerCase()) ?? String(tier)));
  const all = template.lists.tier!.map((item) => [item.code, 0] as const);
  return { count: rows.length, byTier: { ...Object.fromEntries(all), ...tiers } };
}

function tierCodes(snapshot: Snapshot): ReadonlyMap<string, string> {
  const lists = snapshot.tables.lists?.columns;
  const labels = labelsFrom(lists?.key ?? [], lists?.label ?? [], defaultLabels(template, languageOf(snapshot)));
  return codesByLabel(labels, 'tier');
}
