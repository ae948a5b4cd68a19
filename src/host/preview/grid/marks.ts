import { ShownValues } from '../../shownValues';
import { contains } from '../../store/address';
import { type Bag } from '../../store/bag';
import { offsetFormula } from '../../store/formula';
import { type ConditionalFormat, type Sheet } from '../../store/sheet';
import type { StylePatch } from '../../store/style';
import type { Workbook } from '../../store/workbook';

/** A conditional format that the grid can show: a formula in terms of the first cell of its first area, and a look. */
interface Mark {
  readonly formula: string;
  readonly style: StylePatch;
  readonly format: ConditionalFormat;
}

const at = (bag: Bag | undefined, ...path: string[]): Bag | undefined =>
  path.reduce<Bag | undefined>((inner, name) => inner?.children[name], bag);

const text = (bag: Bag | undefined, name: string): string => {
  const value = bag?.values[name];
  return typeof value === 'string' ? value : '';
};

/** Formula marks (`Excel.CustomConditionalFormat`), the only kind that the template uses. */
function markOf(format: ConditionalFormat): Mark[] {
  const custom = at(format.bag, 'Custom') ?? format.bag;
  const formula = text(at(custom, 'Rule'), 'Formula').replace(/^=/, '');
  if (formula === '') return [];
  const fill = text(at(custom, 'Format', 'Fill'), 'Color');
  const fontColor = text(at(custom, 'Format', 'Font'), 'Color');
  const style: StylePatch = { ...(fill && { fill }), ...(fontColor && { fontColor }) };
  return [{ formula, style, format }];
}

/** What the conditional formats of a workbook give to its cells now. */
export class Marks {
  private shown: ShownValues | null = null;
  private marks = new Map<Sheet, Mark[]>();

  constructor(private readonly workbook: Workbook) {}

  /** Something changed: rules and values are read anew. */
  forget(): void {
    this.shown = null;
    this.marks.clear();
  }

  /** The look of the first mark that holds in a cell; marks are in order of priority. */
  readonly styleOf = (sheet: Sheet, row: number, column: number): StylePatch | undefined =>
    this.marksOf(sheet).find((mark) => this.holds(mark, sheet, row, column))?.style;

  private marksOf(sheet: Sheet): Mark[] {
    const known = this.marks.get(sheet);
    if (known) return known;
    const ordered = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
    const marks = ordered.flatMap(markOf);
    this.marks.set(sheet, marks);
    return marks;
  }

  private holds({ format, formula }: Mark, sheet: Sheet, row: number, column: number): boolean {
    const [first] = format.areas;
    if (!first || !format.areas.some((area) => contains(area, row, column))) return false;
    this.shown ??= new ShownValues(this.workbook);
    const here = offsetFormula(formula, row - first.row, column - first.column);
    const value = this.shown.evaluate(here, sheet, row, column);
    return value === true || (typeof value === 'number' && value !== 0);
  }
}
