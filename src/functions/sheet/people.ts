import { accountableRole } from '../../crm/accountable';
import { defaultWeights, topThree, wordsOf, type AssignmentNeed, type Candidate } from '../../crm/assignment';
import { loadShare as shareOf } from '../../crm/workload';
import { choice, isBlank, number, numberWithin, tableRows } from '../arguments';
import { cellError, shown } from '../error';
import { wordIn } from '../labels';

/**
 * The three people who fit a customer best: expertise, existing relationship and free capacity, weighted. Spills below and to the right.
 * @customfunction ASSIGN
 * @param industry Industry of the customer; may be blank.
 * @param product Product or products asked for, separated by commas; may be blank.
 * @param people Five to seven columns, a row for each person: name, industries known, products known, visits due in a week, visits possible in a week, and if you like held revisits and won deals with this customer.
 * @param [owner] Name of the person who looks after the customer now; counts as a full relationship.
 * @param [weights] Three numbers: weight of expertise, relationship, free capacity. Left out: 0.4, 0.3, 0.3.
 * @param [language] Language of the answer: "en" or "zh-CN", best the workbook's (crm_language); "code" gives the code behind it. Left out: "en".
 * @returns Name, score from 0 to 1, and the reasons in words.
 * @example =CRM.ASSIGN([@Industry], "", H2:L9)
 */
export function assign(
  industry: unknown,
  product: unknown,
  people: unknown[][],
  owner?: unknown,
  weights?: unknown[][],
  language?: unknown,
): unknown[][] {
  const rows = tableRows('people', people, 5);
  const need: AssignmentNeed = { industry: textOf(industry), products: [...wordsOf(textOf(product))] };
  const candidates = rows.map((row) => readCandidate(row, textOf(owner)));
  const best = topThree(need, candidates, readWeights(weights));
  if (!best.length) return [['', '', '']];
  return best.map(({ candidate, score, reasons }) => [
    textOf(rows[candidate]![0]) ?? '',
    score,
    reasons.map((reason) => wordIn('assignmentReason', reason, language)).join(', '),
  ]);
}

const textOf = (cell: unknown): string | null => (isBlank(cell) ? null : String(cell));

function readCandidate(row: readonly unknown[], owner: string | null): Candidate {
  const count = (name: string, cell: unknown) => Math.max(0, number(name, cell) ?? 0);
  const [name, industries, products, visits, capacity, held, won] = row;
  return {
    ...{ industries: wordsOf(textOf(industries)), products: wordsOf(textOf(products)) },
    isOwner: owner !== null && textOf(name) === owner,
    ...{ heldRevisits: count('people', held), wonDeals: count('people', won) },
    ...{ visitsDue: count('people', visits), capacity: number('people', capacity) },
  };
}

function readWeights(cells: unknown[][] | undefined | null) {
  if (!cells) return defaultWeights;
  const weights = cells.flat().map((cell) => numberWithin('weights', cell, 0, Number.MAX_VALUE) ?? 0);
  if (weights.length < 3) throw cellError('invalidValue', 'tooFewColumns', { name: 'weights', columns: 3 });
  return { expertise: weights[0]!, relationship: weights[1]!, capacity: weights[2]! };
}

/**
 * Load of a person: visits due in a week per visit possible in a week; 1 is exactly full.
 * @customfunction LOADSHARE
 * @param visitsDue Visits due in a week.
 * @param capacity Visits possible in a week. Blank or 0 gives an empty cell.
 * @returns Share; format the cell as a percentage.
 * @example =CRM.LOADSHARE([@[Visits due in 7 days]], [@[Visits per week]])
 */
export function loadShare(visitsDue: unknown, capacity: unknown): number | string {
  const [visits, most] = [number('visitsDue', visitsDue), number('capacity', capacity)];
  return shown(shareOf(visits ?? 0, most).share);
}

/**
 * Who answers for a customer by lifecycle stage: potential the salesperson, prospective the department manager, actual top management.
 * @customfunction ACCOUNTABLE
 * @param lifecycle Lifecycle stage of the customer. Blank counts as potential.
 * @param owner Salesperson who looks after the customer.
 * @param manager Department manager; when blank, the owner answers.
 * @param top Top manager; when blank, the manager answers.
 * @returns One of the three names.
 * @example =CRM.ACCOUNTABLE([@Lifecycle], [@Owner], [@Supervisor], "Helen Marsh")
 */
export function accountable(lifecycle: unknown, owner: unknown, manager: unknown, top: unknown): string {
  const line = [owner, manager, top].map(textOf);
  const role = accountableRole(choice('lifecycle', 'lifecycle', lifecycle));
  const level = ['rep', 'manager', 'top'].indexOf(role);
  const named = line.slice(0, level + 1).filter((name) => name !== null);
  return named.at(-1) ?? '';
}
