import { HostError } from '../errors';
import type { Call } from '../protocol/hostClass';
import { RequestFlag } from '../protocol/message';
import { type Area, areaBetween, boundingArea } from '../store/address';
import { GridJournal } from '../store/journal';
import type { Sheet } from '../store/sheet';
import type { Workbook } from '../store/workbook';
import { Memento } from './memento';
import { clearsUndo } from './unsupported';

/** As many steps as Excel keeps. */
const MAX_STEPS = 100;

/** What one step of the undo list puts back. */
interface Step {
  readonly client: number;
  /** Whether later requests of the same `Excel.run({ mergeUndoGroup: true })` belong to it. */
  isOpen: boolean;
  readonly memento: Memento;
  readonly journals: Map<Sheet, GridJournal>;
}

/** The undo list of a workbook: one step per request or merged group (rules `undo-*`). */
export class UndoStack {
  private steps: Step[] = [];

  constructor(
    private readonly workbook: Workbook,
    private readonly isOn: boolean,
  ) {}

  /** How many steps can be taken back. */
  get length(): number {
    return this.steps.length;
  }

  /** Runs a client's request and remembers how to undo it; a call that cannot be undone empties the list. */
  record<T>(client: number, flags: number, run: (onMember?: Call['onMember']) => T): T {
    if (!this.isOn || !(flags & RequestFlag.Write)) return run();
    const merges = (flags & RequestFlag.MergeUndoGroup) !== 0;
    const step: Step = { client, isOpen: merges, memento: new Memento(this.workbook), journals: this.startJournals() };
    let isLost = false;
    const onMember = (className: string, member: string) => {
      if (!clearsUndo(className, member)) return;
      if (merges) throw new HostError('UndoNotSupported');
      isLost = true;
    };
    try {
      return run(onMember);
    } finally {
      this.stopJournals();
      if (isLost) this.steps = [];
      else this.push(step);
    }
  }

  /** The same for what a person does: a step only when cells changed. */
  recordGesture<T>(client: number, gesture: () => T): T {
    const before = this.steps.length;
    const result = this.record(client, RequestFlag.Write, () => gesture());
    const step = this.steps.at(-1);
    if (this.steps.length > before && [...(step?.journals.values() ?? [])].every(({ isEmpty }) => isEmpty))
      this.steps.pop();
    return result;
  }

  /** The end of an `Excel.run`: what comes next is another group. */
  closeGroup(client: number): void {
    const last = this.steps.at(-1);
    if (last?.client === client) last.isOpen = false;
  }

  /**
   * Takes back the client's last step.
   * @returns false when there is none, or others changed something since
   */
  undo(client: number): boolean {
    if (!this.isOn) throw new Error('Nothing is remembered to be undone: createHost({ undo: true }).');
    const step = this.steps.at(-1);
    if (step?.client !== client) return false;
    this.steps.pop();
    step.memento.restore();
    const areas = new Map([...step.journals].map(([sheet, journal]) => [sheet, putBack(sheet, journal)]));
    this.workbook.emit({ kind: 'structure' });
    for (const [sheet, area] of areas)
      if (area) this.workbook.emit({ kind: 'cells', sheet, area, changeType: 'RangeEdited' });
    return true;
  }

  private startJournals(): Map<Sheet, GridJournal> {
    const journals = new Map(this.workbook.sheets.map((sheet) => [sheet, new GridJournal()]));
    for (const [sheet, journal] of journals) sheet.grid.journal = journal;
    return journals;
  }

  private stopJournals(): void {
    for (const sheet of this.workbook.sheets) sheet.grid.journal = null;
  }

  private push(step: Step): void {
    const last = this.steps.at(-1);
    if (step.isOpen && last?.isOpen && last.client === step.client) {
      for (const [sheet, journal] of step.journals) join(last.journals, sheet, journal);
      return;
    }
    this.steps.push(step);
    if (this.steps.length > MAX_STEPS) this.steps.shift();
  }
}

function join(journals: Map<Sheet, GridJournal>, sheet: Sheet, later: GridJournal): void {
  const known = journals.get(sheet);
  if (known) known.add(later);
  else journals.set(sheet, later);
}

/** Gives cells back what they were. @returns where they are */
function putBack(sheet: Sheet, journal: GridJournal): Area | null {
  let area: Area | null = null;
  journal.forEach((row, column, cell) => {
    sheet.grid.put(row, column, cell);
    const place = areaBetween(row, column, row, column);
    area = area ? boundingArea(area, place) : place;
  });
  return area;
}
