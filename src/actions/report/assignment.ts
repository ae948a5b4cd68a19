import type { AssignmentScore, AssignmentWeights } from '../../crm/assignment';
import { assignmentView } from '../../template/views/assignment';
import { sourceOf } from '../../template/views/source';
import type { Facts } from './facts';
import { named } from './named';

export interface AssignmentReport {
  readonly weights: AssignmentWeights;
  readonly withoutOwner: number;
  /** Customers without owner for whom somebody speaks, with the best three. */
  readonly proposals: readonly {
    readonly customerId: string | null;
    readonly customer: string;
    readonly best: readonly (Omit<AssignmentScore, 'candidate'> & {
      readonly personId: string | null;
      readonly person: string;
    })[];
  }[];
}

/** Who should look after the customers that have no owner, and why (C-64, C-65). */
export function assignment({ computed, environment }: Facts): AssignmentReport {
  const source = sourceOf(computed);
  const found = assignmentView(source, environment);
  const [customer, person] = [named(source, 'customers'), named(source, 'team')];
  return {
    weights: environment.assignmentWeights,
    withoutOwner: found.length,
    proposals: found
      .filter(({ best }) => best.length > 0)
      .map((proposal) => {
        const { id, name } = customer(proposal.customer);
        return {
          ...{ customerId: id, customer: name },
          best: proposal.best.map(({ candidate, ...score }) => {
            const who = person(candidate);
            return { personId: who.id, person: who.name, ...score };
          }),
        };
      }),
  };
}
