import { createCalculator, type CalcInput, type CalcStructure, type CalcValue } from '../../../src/host/calc';
import cases from './cases.json';
import { at, customFunctions } from './sheet';

interface Case {
  formula: string;
  expected: CalcValue | CalcValue[][];
  /** Where the formula stands, `sheet id!cell`; by default anywhere on the Work sheet. */
  at?: string;
}

const BETWEEN = 20;
const groups = cases.groups as { group: string; cases: Case[] }[];

/** Calculates every formula of a group in one workbook; what each cell, or spilled range, then shows. */
async function calculate(group: Case[]) {
  const calculator = await createCalculator(customFunctions());
  calculator.setStructure(cases.structure as CalcStructure);
  for (const [sheet, cells] of Object.entries(cases.cells)) {
    calculator.set(Object.entries(cells).map(([cell, input]) => ({ ...at(`${sheet}!${cell}`), input }) as CalcInput));
  }
  const places = group.map((one, index) => at(one.at ?? `work!B${2 + index * BETWEEN}`));
  calculator.set(group.map(({ formula }, index) => ({ ...places[index]!, input: { formula } })));
  const { changed } = calculator.recalculate(cases.now);
  const values = new Map(changed.map(({ sheet, row, column, value }) => [`${sheet}!${row},${column}`, value]));
  return group.map(({ expected }, index) => {
    const { sheet, row, column } = places[index]!;
    const value = (down: number, right: number) => display(values.get(`${sheet}!${row + down},${column + right}`));
    return Array.isArray(expected)
      ? expected.map((line, down) => line.map((_, right) => value(down, right)))
      : value(0, 0);
  });
}

/** Errors are written as their text in the cases. */
function display(value: CalcValue | undefined) {
  return typeof value === 'object' && value !== null ? value.error : (value ?? 'nothing');
}

/** Results of floating-point formulas are compared in Excel's 15 digits. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(15)) : value;
}

describe('formulas', () => {
  it.each(groups)('should show what Excel shows: $group', async ({ cases: group }) => {
    const shown = await calculate(group);

    const table = (results: unknown[]) =>
      Object.fromEntries(group.map(({ formula, at = '' }, index) => [`${formula} ${at}`, rounded(results[index])]));
    expect(table(shown)).toEqual(table(group.map(({ expected }) => expected)));
  });
});
