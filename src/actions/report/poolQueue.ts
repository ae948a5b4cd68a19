import type { AssignmentReason } from '../../crm/assignment';
import { assignmentView } from '../../template/views/assignment';
import { poolView } from '../../template/views/pool';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';
import { named } from './named';

/** Somebody who could look after a customer, and what speaks for it. */
export interface Suitor {
  readonly personId: string | null;
  readonly person: string;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly AssignmentReason[];
}

/** A customer whom nobody looks after. */
export interface PoolCandidate {
  /** 0-based row of the customers. */
  readonly row: number;
  readonly customerId: string | null;
  readonly customer: string;
  /** The best three (C-64); nobody when nothing speaks for anybody. */
  readonly best: readonly Suitor[];
}

export interface PoolQueue {
  readonly free: readonly PoolCandidate[];
  /** Rows of customers whose owner is warned, and of those who may be put back. */
  readonly warning: readonly number[];
  readonly recyclable: readonly number[];
}

/** The public pool (公海) with a proposal for each customer in it: a manager decides (C-64, C-65, C-67). */
export function poolQueue({ computed, environment }: Facts): PoolQueue {
  const source = sourceOf(computed);
  const { customers } = poolView(source, environment);
  const [customer, person] = [named(source, 'customers'), named(source, 'team')];
  const best = new Map(assignmentView(source, environment).map((proposal) => [proposal.customer, proposal.best]));
  const rowsOf = (state: string) => customers.filter((one) => one.state === state).map((one) => one.customer);
  return {
    free: rowsOf('inPool').map((row) => ({
      ...{ row, customerId: customer(row).id, customer: customer(row).name },
      best: (best.get(row) ?? []).map(({ candidate, score, reasons }) => {
        const { id, name } = person(candidate);
        return { personId: id, person: name, score, reasons };
      }),
    })),
    ...{ warning: rowsOf('warning'), recyclable: rowsOf('recyclable') },
  };
}
