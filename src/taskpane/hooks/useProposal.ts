import { useMemo, useState } from 'react';
import type { Snapshot } from '../../crm/snapshot';
import { usePane, useWorkbook } from '../context';

interface Shown<T> {
  /** `null` while it is closed. */
  readonly proposal: T | null;
  readonly toggle: () => void;
  readonly close: () => void;
}

/**
 * A proposal that opens under its button. It is made anew whenever the workbook is read: an older one would write over
 * what others did since.
 *
 * @param propose the same function in every drawing
 */
export function useProposal<T>(propose: (snapshot: Snapshot, clock: number) => T): Shown<T> {
  const { session } = usePane();
  const { snapshot } = useWorkbook().data;
  const [isOpen, setOpen] = useState(false);
  const proposal = useMemo(
    () => (isOpen ? propose(snapshot, session.clock()) : null),
    [isOpen, propose, snapshot, session],
  );
  return { proposal, toggle: () => setOpen(!isOpen), close: () => setOpen(false) };
}
