import { useState } from 'react';
import type { Selection } from '../../template/selected';
import { referenceRow } from '../../template/views/names';
import { selectedCustomer, type SelectedCustomer } from '../../template/views/customer/selected';
import { useWorkbook } from '../context';
import { useSelection } from './useSelection';

interface Shown {
  /** `null` = nothing that names a customer was selected yet. */
  readonly customer: SelectedCustomer | null;
  readonly error: unknown;
}

/**
 * The customer to show: the pinned one (an id or a unique name), else the one that the selected row is about. A row that
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
  if (pinned === null) return { customer: last, error };
  const row = referenceRow(computed, 'customers', pinned);
  return { customer: row === null ? { kind: 'unknown', text: pinned } : { kind: 'customer', row }, error: null };
}
