import { meanScore, nps } from '../../../crm/satisfaction';
import type { Environment } from '../../twins';
import type { ViewSource } from '../source';
import { recordsOf } from './records';

/** One answer of a customer; `csat` on 1 to 5, `nps` on 0 to 10. */
export interface Answer {
  readonly kind: 'csat' | 'nps';
  readonly score: number;
  readonly at: number | null;
  readonly table: string;
  readonly row: number;
}

export interface CustomerSatisfaction {
  /** Newest first. */
  readonly answers: readonly Answer[];
  /** Mean of the marks from 1 to 5; `null` without one. */
  readonly mean: number | null;
}

const marks: readonly { readonly table: string; readonly score: string; readonly at: string }[] = [
  { table: 'surveys', score: 'score', at: 'at' },
  { table: 'followUps', score: 'satisfaction', at: 'heldAt' },
  { table: 'tickets', score: 'satisfaction', at: 'resolvedAt' },
];

/** What a customer answered in surveys, visits and tickets; marks off their scale are no answers. */
export function satisfactionOf(source: ViewSource, environment: Environment, customer: number): CustomerSatisfaction {
  const answers = marks.flatMap(({ table, score, at }) =>
    recordsOf(source, environment, table, customer).flatMap((row): Answer[] => {
      const kind = table === 'surveys' && source.column(table, 'kind')[row] === 'nps' ? 'nps' : 'csat';
      const [mark, day] = [source.column(table, score)[row], source.column(table, at)[row]];
      if (typeof mark !== 'number' || !isOnScale(kind, mark)) return [];
      return [{ kind, score: mark, at: typeof day === 'number' ? day : null, table, row }];
    }),
  );
  answers.sort((a, b) => (b.at ?? -Infinity) - (a.at ?? -Infinity));
  const scores = answers.flatMap(({ kind, score }) => (kind === 'csat' ? [score] : []));
  return { answers, mean: meanScore(scores)?.mean ?? null };
}

const isOnScale = (kind: Answer['kind'], score: number): boolean =>
  kind === 'nps' ? nps([score]).n === 1 : meanScore([score]) !== null;

/** Answers that call for a call: 1 and 2 of 5, detractors (0 to 6 of 10). */
export const isUnhappy = ({ kind, score }: Answer): boolean => score <= (kind === 'nps' ? 6 : 2);
