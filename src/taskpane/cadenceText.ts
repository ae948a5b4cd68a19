import type { Snapshot } from '../crm/snapshot';
import type { Translate } from '../shared/i18n';
import { columnOf } from '../template/environment';

/** A row of the table of cadence rules in words: `Key customers, every week`. */
export function cadenceText(snapshot: Snapshot, rule: number, t: Translate): string {
  const cell = (column: string) => columnOf(snapshot, 'cadenceRules', column)[rule] ?? null;
  if (rule < 0) return t('tiers.policy.noRule');
  const [every, unit] = [cell('every'), cell('unit')];
  const name = String(cell('name') ?? '');
  if (typeof every !== 'number' || unit === null) return name;
  return t('tiers.policy.rule', { rule: name, every: t(`tiers.every.${unit}`, { count: every }) });
}
