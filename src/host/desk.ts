import type { Calculator } from './calc';
import { Recalculation } from './recalculation';
import type { RuleVariant } from './rules';
import type { Change } from './store/change';
import type { Workbook } from './store/workbook';
import { UndoStack } from './undo/stack';

export interface DeskOptions {
  readonly variant?: RuleVariant;
  /** Whether requests are remembered to be undone. */
  readonly undo?: boolean;
  /** The clock behind TODAY() and NOW(), as a workbook serial. */
  readonly now: () => number;
  /** Called for every change, in order. */
  readonly onChange: (change: Change) => void;
  /** Called when a formula that waited for a function has its value. */
  readonly onAsyncResult: () => void;
}

/** A workbook with the calculation that keeps it up to date: the shared one, or the copy of a client that is offline. */
export class Desk {
  private readonly recalculation: Recalculation | null;
  readonly undo: UndoStack;

  constructor(
    readonly workbook: Workbook,
    calculator: Calculator | null,
    options: DeskOptions,
  ) {
    this.undo = new UndoStack(workbook, options.undo ?? false);
    this.recalculation = calculator && new Recalculation(workbook, calculator, options.now);
    workbook.variant = options.variant ?? 'usual';
    workbook.onChange = (change) => {
      this.recalculation?.notice(change);
      options.onChange(change);
    };
    workbook.calculateNow = () => this.recalculation?.run();
    workbook.calculateSteps = () => this.calculateSteps();
    workbook.calculate = () => {
      if (workbook.calculationMode !== 'Manual' && !workbook.calculationSuspended) this.recalculation?.run();
    };
    workbook.evaluate = (formula) => this.recalculation?.evaluate(formula) ?? null;
    calculator?.onAsyncResult(() => {
      this.invalidate();
      options.onAsyncResult();
    });
  }

  private *calculateSteps(): Generator<number, void> {
    if (this.recalculation) yield* this.recalculation.steps();
  }

  /** Something outside the cells changed (a custom function was registered). */
  invalidate(): void {
    this.recalculation?.invalidate();
  }

  dispose(): void {
    this.recalculation?.dispose();
  }
}
