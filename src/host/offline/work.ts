import type { Happening } from '../delivery';
import type { Desk } from '../desk';
import type { Session } from '../protocol/session';
import type { Change } from '../store/change';
import type { Workbook } from '../store/workbook';
import { cloneGraph } from './clone';
import { mergeOffline, type MergeReport } from './merge';
import { type Band, bandsOf, Tracks } from './tracks';

/** What a merge has no rules for; such changes made offline are lost (rule `offline-structure-lost`). */
const NOT_MERGED: ReadonlySet<Change['kind']> = new Set([
  'sheetAdded',
  'sheetDeleted',
  'sheetRenamed',
  'sheetMoved',
  'sheetVisibility',
  'protection',
  'tableAdded',
  'tableDeleted',
  'chartAdded',
  'chartDeleted',
  'commentAdded',
  'commentChanged',
  'commentDeleted',
  'settings',
]);

type MakeDesk = (workbook: Workbook, onChange: (change: Change) => void) => Desk;

/** One client's spell without connection: its own copy of the workbook, and what the others do meanwhile. */
export class OfflineWork {
  /** What this client will be told of when it is back. */
  readonly missed: Happening[] = [];

  constructor(
    readonly desk: Desk,
    /** The workbook as both sides knew it last. */
    private readonly base: Workbook,
    private readonly bands: readonly Band[],
    private readonly here: Tracks,
    private readonly there: Tracks,
    /** Kinds of changes that no merge takes over. */
    private readonly lost: ReadonlySet<Change['kind']>,
  ) {}

  /** Brings what was done offline into the shared workbook. */
  merge(shared: Workbook, session: Session): MergeReport {
    const { base, bands, here, there, desk } = this;
    const { rowsAdded } = session;
    const report = mergeOffline({ base, own: desk.workbook, shared, bands, here, there, rowsAdded });
    return { ...report, lost: [...this.lost, ...report.lost] };
  }

  stop(): void {
    this.there.stop();
    this.desk.dispose();
  }
}

/** Copies the workbook for a client; its session goes on with the ranges it held. */
export function startOffline(
  session: Session,
  shared: Workbook,
  makeDesk: MakeDesk,
  onChange: (change: Change) => void,
): { work: OfflineWork; session: Session } {
  const seen = new Map<object, unknown>();
  const [base, own] = [copyWorkbook(shared), copyWorkbook(shared, seen)];
  const bands = bandsOf(base);
  const lost = new Set<Change['kind']>();
  const desk = makeDesk(own, (change) => {
    if (NOT_MERGED.has(change.kind)) lost.add(change.kind);
    onChange(change);
  });
  const work = new OfflineWork(desk, base, bands, new Tracks(own, bands), new Tracks(shared, bands), lost);
  return { work, session: session.on(own, (target) => cloneGraph(target, seen)) };
}

function copyWorkbook(workbook: Workbook, seen?: Map<object, unknown>): Workbook {
  const copy = cloneGraph(workbook, seen);
  copy.anchors.clear();
  copy.onChange = () => undefined;
  return copy;
}
