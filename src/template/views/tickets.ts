import { nextStep, type Complaint, type ComplaintStep } from '../../crm/complaint';
import type { Value } from '../../crm/snapshot';
import { complaintColumns } from '../twins/tickets';
import { liveRows, type ViewSource } from './source';

const numberOf = (value: Value | undefined): number | null => (typeof value === 'number' ? value : null);

/** A complaint with its row of the tickets table and the step that comes next. */
export interface ComplaintRow extends Complaint {
  readonly row: number;
  readonly next: ComplaintStep | null;
}

/** Complaints that are not archived (C-54, C-93), by the same columns as the sheet. */
export function complaintRows(source: ViewSource): ComplaintRow[] {
  const column = (id: string) => source.column('tickets', id);
  const steps = complaintColumns.map(column);
  const [type, isOpen, submitted, resolved] = ['type', 'isOpen', 'submittedAt', 'resolvedAt'].map(column);
  const late = ['firstResponseLate', 'resolutionLate'].map(column);
  return liveRows(source, 'tickets')
    .filter((row) => type![row] === 'complaint')
    .map((row) => {
      const doneAt = steps.map((values) => numberOf(values[row]));
      return {
        ...{ row, doneAt, isOpen: isOpen![row] === 1 },
        ...{ submittedAt: numberOf(submitted![row]), resolvedAt: numberOf(resolved![row]) },
        breached: late.some((values) => values[row] === 1),
        next: nextStep(doneAt),
      };
    });
}
