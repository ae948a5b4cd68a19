import { concentration, topShare as shareOfTop } from '../../crm/concentration';
import { pointsOf } from '../../crm/tierPoints';
import { money, number, numberWithin, tableRows, wholeNumber, type Cells } from '../arguments';
import { cellError, shown } from '../error';

/**
 * Points of a customer over several criteria, 0 to 100: the weighted mean of how far each criterion is fulfilled. What is blank is left out, and the others share its weight.
 * @customfunction POINTS
 * @param figures The customer's figures, one for each criterion, in the order of the criteria.
 * @param criteria Three columns, a row for each criterion: weight, figure that earns nothing, figure that earns all. Where few are good, the first is the larger.
 * @returns Points; empty when no figure is known.
 * @example =CRM.POINTS(B2:D2, TierCriteria[[Weight]:[All points at]])
 */
export function points(figures: unknown[][], criteria: unknown[][]): number | string {
  const rows = tableRows('criteria', criteria, 3);
  const cells = figures.flat();
  if (cells.length !== rows.length) throw cellError('invalidValue', 'unevenColumns');
  const table = rows.map(([weight, zeroAt, fullAt], index) => ({
    criterion: String(index),
    weight: numberWithin('criteria', weight, 0, Number.MAX_VALUE) ?? 0,
    zeroAt: number('criteria', zeroAt) ?? 0,
    fullAt: number('criteria', fullAt) ?? 0,
  }));
  const measures = Object.fromEntries(cells.map((cell, index) => [index, number('figures', cell)]));
  return shown(pointsOf(measures, table).points);
}

/**
 * Concentration of the business on few customers: the Herfindahl-Hirschman index, from 1/n (all alike) to 1 (one customer only).
 * @customfunction HHI
 * @param values Value of each customer; blank, zero and negative ones carry nothing.
 * @returns The index; empty without any value.
 * @example =CRM.HHI(Customers[Customer value])
 */
export function hhi(values: unknown[][]): number | string {
  return concentration(amounts(values)).hhi ?? '';
}

/**
 * Share of the largest customers in the value of all.
 * @customfunction TOPSHARE
 * @param values Value of each customer; blank, zero and negative ones carry nothing.
 * @param [count] How many of the largest. Left out: 1.
 * @returns A fraction; format the cell as a percentage.
 * @example =CRM.TOPSHARE(Customers[Customer value], 5)
 */
export function topShare(values: unknown[][], count?: unknown): number | string {
  return shareOfTop(amounts(values), wholeNumber('count', count) ?? 1) ?? '';
}

const amounts = (cells: Cells) => cells.flat().map((cell) => money('values', cell));
