import { mapFaults, type MapFault } from '../../crm/segment';
import type { Problem } from '../../crm/snapshot';
import { columnOf } from '../../template/environment';
import type { Facts } from './facts';

/** What is wrong with the manager's own rules: an RFM map that is not total, rules that overlap, settings unreadable. */
export function policyProblems({ computed, environment }: Facts): Problem[] {
  const { rules, broken } = environment.customers.rfm;
  const keys = columnOf(computed, 'settings', 'key');
  const settingRows = computed.tables.settings?.sheetRows ?? [];
  return [
    ...broken.map((key) => ({
      ...{ table: 'settings', row: settingRows[keys.indexOf(key)] ?? 0, id: key },
      ...{ column: 'value', code: 'badSetting' as const, value: key },
    })),
    ...mapFaults(rules).map((fault) => ({
      ...{ table: 'rfmSegments', row: rules[fault.rule ?? 0]?.sheetRow ?? 0, id: null },
      ...{ column: 'segment', code: codes[fault.kind], value: exampleOf(fault) },
    })),
  ];
}

const codes = { gap: 'segmentGap', overlap: 'segmentOverlap' } as const;

const exampleOf = ({ example: { r, f, m }, cells }: MapFault) => `R${r} F${f} M${m} (${cells}/125)`;
