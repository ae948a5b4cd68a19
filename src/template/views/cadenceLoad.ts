import { daysPerUnit, type CadenceUnit } from '../../crm/cadence';
import { liveRows, oncePerSource } from './source';

/** Customers who are due some day, by the cadence rule that fits: rows of the table, in the order of the rules (C-35). */
export const customersByRule = oncePerSource((source, { rules }): readonly (readonly number[])[] => {
  const [ruleNo, due] = ['cadenceRuleNo', 'nextDue'].map((id) => source.column('customers', id));
  const groups = rules.map((): number[] => []);
  for (const row of liveRows(source, 'customers'))
    if (typeof due![row] === 'number') groups[Number(ruleNo![row] ?? 0) - 1]?.push(row);
  return groups;
});

/** Visits a week that this many customers ask for in the long run; blank or 0 asks for none (C-65). */
export const visitsPerWeek = (customers: number, every: number | null, unit: CadenceUnit): number =>
  every === null || every <= 0 ? 0 : (customers * 7) / (every * daysPerUnit[unit]);
