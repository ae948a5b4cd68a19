import { finish } from '../steps';
import { Workbook } from './graph/workbook';
import { keyOf, Structure } from './graph/structure';
import type { CalcInput, CalcResult, CalcStructure, Calculator, CustomFunction, Recalculation } from './types';
import { isError, same } from './values/scalar';

export type * from './types';

/**
 * A calculator for one workbook. `functions` holds the custom functions by upper-case name (`CRM.TIER`); entries may
 * be added later and are seen by the next recalculation.
 */
export async function createCalculator(functions: Map<string, CustomFunction>): Promise<Calculator> {
  return new WorkbookCalculator(functions);
}

class WorkbookCalculator implements Calculator {
  private readonly listeners = new Set<() => void>();
  private readonly workbook: Workbook;
  private readonly known = new Set<string>();

  constructor(private readonly functions: ReadonlyMap<string, CustomFunction>) {
    this.workbook = new Workbook(functions, () => this.listeners.forEach((listener) => listener()));
  }

  setStructure(structure: CalcStructure): void {
    this.workbook.restructure(new Structure(structure));
  }

  set(cells: CalcInput[]): void {
    for (const { sheet, row, column, input } of cells) {
      const grid = this.workbook.grids.get(sheet);
      if (!grid) throw new RangeError(`No sheet with the id ${sheet}.`);
      if (isFormula(input)) this.workbook.putFormula(grid.ensure(row, column), input.formula);
      else if (input !== null || grid.at(row, column)) this.workbook.putValue(grid.ensure(row, column), input);
    }
  }

  recalculate(now: number): Recalculation {
    return finish(this.recalculateSteps(now));
  }

  *recalculateSteps(now: number): Generator<number, Recalculation> {
    this.noticeFunctions();
    if (now !== this.workbook.now) this.workbook.dirty.markKey(keyOf.clock);
    this.workbook.now = now;
    yield* this.workbook.settleAll();
    return { changed: this.takeChanges(), spills: this.workbook.spills() };
  }

  onAsyncResult(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  dispose(): void {
    this.listeners.clear();
    this.workbook.restructure(new Structure({ sheets: [], tables: [], names: [], date1904: false }));
  }

  private noticeFunctions(): void {
    for (const name of this.functions.keys()) {
      if (this.known.has(name)) continue;
      this.known.add(name);
      this.workbook.dirty.markKey(keyOf.function(name));
    }
  }

  private takeChanges(): CalcResult[] {
    const changed: CalcResult[] = [];
    for (const cell of this.workbook.touched) {
      const { sheet, row, column, value, shown } = cell;
      cell.shown = value;
      if (!same(value, shown)) changed.push({ sheet, row, column, value: isError(value) ? { ...value } : value });
    }
    this.workbook.touched.clear();
    return changed;
  }
}

function isFormula(input: CalcInput['input']): input is { formula: string } {
  return typeof input === 'object' && input !== null && 'formula' in input;
}
