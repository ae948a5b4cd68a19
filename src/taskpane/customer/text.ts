import type { NextAction, Risk, Why } from '../../template/views/customer';
import type { Value } from '../../crm/snapshot';
import { columnDef, tableDef, template } from '../../template/load';
import { labelOf } from '../../template/labels';
import { columnOf } from '../../template/environment';
import { referenceRow } from '../../template/views/names';
import type { Pane, PaneData } from '../context';
import { dash } from '../format';
import { cellText, titleOf } from '../rows';

export type Words = Pick<Pane, 't' | 'format' | 'language'>;

const dates: ReadonlySet<string> = new Set(['at', 'dueAt', 'base', 'until']);
const amounts: ReadonlySet<string> = new Set(['amount', 'value', 'from']);
const lists: Readonly<Record<string, string>> = { stage: 'stage', priority: 'priority' };

/** A value of a sentence as people read it, by its name. */
function shown(name: string, value: Value, data: PaneData, { format, language }: Words): string {
  if (value === null) return dash;
  if (name in lists) return labelOf(template, data.snapshot, language, lists[name]!, String(value));
  if (name === 'columns') return captionsOf(String(value), language);
  if (typeof value !== 'number') return String(value);
  if (dates.has(name)) return format.date(value);
  return amounts.has(name) ? format.money(value) : format.number(value);
}

const captionsOf = (columns: string, language: Words['language']): string =>
  columns
    .split(',')
    .map((column) => columnDef(tableDef('customers'), column).caption[language])
    .join(language === 'en' ? ', ' : '、');

/** A code with its values as a sentence; days late choose between singular and plural. */
function sentence(key: string, values: Why['values'], data: PaneData, words: Words): string {
  const texts = Object.entries(values).map(([name, value]) => [name, shown(name, value, data, words)]);
  const count = Number(values.daysLate ?? values.days ?? 0);
  return words.t(key, { ...Object.fromEntries(texts), count });
}

/** What to do next, with its reason. */
export const actionText = ({ code, values }: NextAction, data: PaneData, words: Words): string =>
  sentence(`customer.action.${code}${code === 'wakeUp' ? `.${values.code}` : ''}`, values, data, words);

/** What is wrong, in words that need no table beside them. */
export const riskText = ({ kind, code, values, table, row }: Risk, data: PaneData, words: Words): string =>
  sentence(`customer.risk.${kind}.${code}`, { ...values, title: titleOf(data, words, table, row) }, data, words);

/** Where the tier comes from, with the reason that a person gave. */
export function tierText({ code, values }: Why, data: PaneData, words: Words): string {
  const why = sentence(`customer.tier.${code}`, values, data, words);
  return typeof values.reason === 'string' ? words.t('customer.tier.because', { why, reason: values.reason }) : why;
}

/** Why the next revisit is due when it is. */
export function dueText({ code, values }: Why, data: PaneData, words: Words): string {
  const { every, unit } = values;
  const rhythm = unit ? words.t(`tiers.every.${unit}`, { count: Number(every ?? 0) }) : dash;
  return sentence(`customer.due.${code}`, { ...values, every: rhythm }, data, words);
}

/** A cell of a record, blank as `null`. */
export function cellOf(data: PaneData, words: Words, table: string, column: string, row: number): string | null {
  const value = columnOf(data.figures.computed, table, column)[row] ?? null;
  if (column === 'opportunity') return dealName(data, words, value);
  return value === null || value === '' ? null : cellText(data, words, { table, column, value });
}

/** Deals have no unique names that could stand for them: cells hold ids, people read titles. */
function dealName(data: PaneData, words: Words, cell: Value): string | null {
  const deal = referenceRow(data.figures.computed, 'opportunities', cell);
  if (deal !== null) return titleOf(data, words, 'opportunities', deal);
  return cell === null ? null : String(cell);
}
