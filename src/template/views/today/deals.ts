import { liveRows } from '../source';
import { parentRows } from '../team';
import { numberIn, type Candidate, type Waits } from './candidate';

/** Open deals that stand still longer than their stage allows, or should have been closed by now (C-46). */
export const dealsWaiting: Waits = (source, { today }) => {
  if (!source.rows('opportunities')) return [];
  const column = (id: string) => source.column('opportunities', id);
  const [isOpen, isStale, stageAge, stage] = ['isOpen', 'isStale', 'stageAge', 'stage'].map(column);
  const [amount, owner, closeAt, stageNo] = ['amount', 'owner', 'expectedCloseAt', 'stageNo'].map(column);
  const limits = ['staleLimit', 'staleDays'].map((id) => source.column('stages', id));
  const customers = parentRows(source, 'opportunities', 'customer', 'customers');
  const limitAt = (row: number): number => {
    const at = Number(stageNo![row] ?? 0) - 1;
    return limits.map((limit) => numberIn(limit, at)).find((days) => days !== null) ?? 0;
  };
  return liveRows(source, 'opportunities').flatMap((row): Candidate[] => {
    if (isOpen![row] !== 1) return [];
    const closing = numberIn(closeAt!, row);
    const closeLate = closing === null ? 0 : today - Math.floor(closing);
    const stale = isStale![row] === 1 ? Number(stageAge![row]) - limitAt(row) : 0;
    if (closeLate <= 0 && stale <= 0) return [];
    const isStanding = stale >= closeLate;
    return [
      {
        kind: 'deal',
        table: 'opportunities',
        row,
        customer: customers[row] ?? null,
        owner: owner![row] ?? null,
        dueAt: isStanding ? today - stale : closing!,
        value: numberIn(amount!, row),
        reason: isStanding
          ? { code: 'stale', values: { days: stageAge![row] ?? null, stage: stage![row] ?? null, limit: limitAt(row) } }
          : { code: 'closing', values: {} },
      },
    ];
  });
};
