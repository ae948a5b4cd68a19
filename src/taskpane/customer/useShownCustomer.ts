import { useState } from 'react';
import type { Selection } from '../../template/selected';
import { namedCustomer, selectedCustomer, type SelectedCustomer } from '../../template/views/customer/selected';
import { useWorkbook } from '../context';
import { useSelection } from './useSelection';

interface Shown {
  /** `null` = nothing that names a customer was selected yet. */
  readonly customer: SelectedCustomer | null;
  readonly error: unknown;
}

/**
 * The customer to show: the pinned one (an id or a name), else the one that the selected row is about. A row that
 * names nobody leaves the last one on screen.
 */
export function useShownCustomer(pinned: string | null): Shown {
  const { computed } = useWorkbook().data.figures;
  const { selection, error } = useSelection(pinned === null);
  const [kept, keep] = useState<Selection | null>(null);
  const find = (from: Selection | null) => from && selectedCustomer(computed, from);
  const current = find(selection);
  if (current && kept !== selection) keep(selection);
  const last = current ?? find(kept);
  return pinned === null ? { customer: last, error } : { customer: namedCustomer(computed, pinned), error: null };
}
