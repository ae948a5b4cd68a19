import { mapFaults, type MapFault } from '../../crm/segment';
import type { Problem, Snapshot } from '../../crm/snapshot';
import { columnOf } from '../../template/environment';
import { isTestable } from '../../template/formula';
import { faultySettings } from '../../template/settingFaults';
import { faultyConditions, type RuleFault } from '../../template/views/audience';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';

/** What is wrong with the manager's own rules: an RFM map that is not total, rules that overlap, settings and conditions unreadable. */
export function policyProblems({ computed, environment }: Facts): Problem[] {
  const { rules, broken } = environment.customers.rfm;
  const keys = columnOf(computed, 'settings', 'key');
  const settingRows = computed.tables.settings?.sheetRows ?? [];
  return [
    ...[...new Set([...broken, ...faultySettings(computed)])].map((key) => ({
      ...{ table: 'settings', row: settingRows[keys.indexOf(key)] ?? 0, id: key },
      ...{ column: 'value', code: 'badSetting' as const, value: key },
    })),
    ...mapFaults(rules).map((fault) => ({
      ...{ table: 'rfmSegments', row: rules[fault.rule ?? 0]?.sheetRow ?? 0, id: null },
      ...{ column: 'segment', code: codes[fault.kind], value: exampleOf(fault) },
    })),
    ...untestableColumns(computed),
    ...faultyConditions(sourceOf(computed), environment).map(({ row, text, fault }) =>
      conditionProblem(computed, row, text, fault!),
    ),
  ];
}

/** Cadence rules that test no column of Customers. */
function untestableColumns(computed: Snapshot): Problem[] {
  const rows = computed.tables.cadenceRules?.sheetRows ?? [];
  return columnOf(computed, 'cadenceRules', 'column').flatMap((column, row): Problem[] =>
    column === null || isTestable(String(column))
      ? []
      : [
          {
            table: 'cadenceRules',
            row: rows[row] ?? 0,
            id: null,
            column: 'column',
            code: 'unknownColumn',
            value: String(column),
          },
        ],
  );
}

/** A condition of an audience that cannot be read. */
function conditionProblem(computed: Snapshot, row: number, text: string, fault: RuleFault): Problem {
  const cell = (column: string) => columnOf(computed, 'audienceRules', column)[row] ?? null;
  return {
    ...{
      table: 'audienceRules',
      row: computed.tables.audienceRules?.sheetRows[row] ?? 0,
      id: cell('id') as string | null,
    },
    ...{ column: fault, code: fault === 'column' ? 'unknownColumn' : 'badCondition' },
    value: fault === 'column' ? String(cell('column') ?? '') : text,
  };
}

const codes = { gap: 'segmentGap', overlap: 'segmentOverlap' } as const;

const exampleOf = ({ example: { r, f, m }, cells }: MapFault) => `R${r} F${f} M${m} (${cells}/125)`;
