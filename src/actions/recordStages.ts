import type { NewRecord } from '../crm/changeset';
import { effectiveOutcome, type Outcome } from '../crm/funnel';
import type { Snapshot, Value } from '../crm/snapshot';
import { Computation } from '../template/compute';
import { tableDef } from '../template/load';
import { lastStageLines, type StageLine } from '../template/views/deals';
import { liveRows } from '../template/views/source';
import { unusedIds } from './record';

/**
 * Lines for the history of stages: each deal whose stage or outcome was changed by hand since the last line, as of the
 * day that the person typed, else of today, flagged as seen today (C-46). The first time it notes the present state of
 * every deal, so that later changes can be told. None when the workbook lacks the table.
 */
export function stageChanges(snapshot: Snapshot, clock: number): NewRecord[] {
  if (!snapshot.tables.stageHistory || !snapshot.tables.opportunities) return [];
  const source = new Computation(snapshot, clock);
  const { environment } = source;
  const committedNo = environment.stages.findIndex(({ stage }) => stage === 'committed') + 1;
  const lines = lastStageLines(source, environment);
  const newId = unusedIds(snapshot, 'stageHistory');
  return liveRows(source, 'opportunities').flatMap((row): NewRecord[] => {
    const cell = (column: string) => source.column('opportunities', column)[row] ?? null;
    const [opportunity, stageNo] = [cell('id'), cell('stageNo')];
    if (typeof opportunity !== 'string' || typeof stageNo !== 'number') return [];
    const outcome = effectiveOutcome(cell('outcome') as Outcome | null, stageNo, committedNo);
    const last = lines.get(row);
    if (last && stands(last, stageNo, outcome, committedNo)) return [];
    const id = newId(`${tableDef('stageHistory').idPrefix}-${environment.today}-${opportunity}`);
    const days = entryDays(last, { outcome, stageNo, cell }, environment.today);
    return [{ table: 'stageHistory', id, values: { id, opportunity, stage: cell('stage'), outcome, ...days } }];
  });
}

/** Whether the last line says what the deal says; a line without outcome says what its stage does. */
const stands = (last: StageLine, stageNo: number, outcome: Outcome, committedNo: number): boolean =>
  last.stage === stageNo - 1 && effectiveOutcome(last.outcome, stageNo, committedNo) === outcome;

interface DealNow {
  readonly outcome: Outcome;
  readonly stageNo: number;
  readonly cell: (column: string) => Value;
}

/** The day that somebody typed when it can be the day of this change, else that of the first or of this look at it. */
function entryDays(last: StageLine | undefined, deal: DealNow, today: number) {
  const day = (column: string): number | null => {
    const value = deal.cell(column);
    return typeof value === 'number' && value < today + 1 ? Math.floor(value) : null;
  };
  const typed = day(deal.outcome === 'lost' ? 'closedAt' : 'stageSince');
  const isOfThis = typed !== null && (!last || typed > last.day || (deal.outcome === 'lost' && typed === last.day));
  if (isOfThis) return { enteredAt: typed, seenOn: null };
  const since = last
    ? null
    : (day('stageSince') ?? (deal.outcome === 'won' ? day('closedAt') : null) ?? day('createdAt'));
  return { enteredAt: since ?? today, seenOn: today };
}
