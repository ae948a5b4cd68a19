import fc from 'fast-check';
import { createCalculator, type CalcInput, type CalcValue } from '../../../src/host/calc';
import { customFunctions, plainSheets } from './sheet';

const ROWS = 4;
/** Columns A to C hold anything; arrays start in D and may find E and F in use. */
const ANCHOR = 3;
const COLUMNS = 6;

const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(null, 'x', '', true));

/** Formulas that read only rows above their own, so that nothing is circular. */
const formulas: ((above: number, column: string) => string)[] = [
  (above, column) => `${column}${above}+1`,
  (above) => `SUM(A1:F${above})`,
  (above) => `COUNTA(D1:F${above})`,
  (above, column) => `IF(A${above}>1,${column}1,INDIRECT("C${above}"))`,
  (above, column) => `SUM(OFFSET(A1,0,0,${above},1+N(${column}${above})))`,
  (above) => `IFERROR(SUM(D${above}#),"none")`,
  (above) => `CRM.SUM(A1:C${above})`,
];
const formula = fc
  .tuple(fc.nat(formulas.length - 1), fc.integer({ min: 1, max: ROWS }), fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'))
  .map(
    ([index, above, column]) =>
      (row: number) =>
        formulas[index]!(Math.min(above, row), column),
  );

const edit = fc.record({
  row: fc.nat(ROWS - 1),
  column: fc.nat(COLUMNS - 1),
  content: fc.oneof(value, formula),
});
type Edit = { row: number; column: number; content: CalcValue | ((row: number) => string) };

function toInput({ row, column, content }: Edit): CalcInput {
  if (typeof content !== 'function') return { sheet: 'a', row, column, input: content };
  if (column === ANCHOR) return { sheet: 'a', row, column, input: { formula: `SEQUENCE(1,MOD(N(A${row || 9}),3)+1)` } };
  return { sheet: 'a', row, column, input: row ? { formula: content(row) } : 1 };
}

async function newCalculator() {
  const calculator = await createCalculator(customFunctions());
  calculator.setStructure(plainSheets('a'));
  return calculator;
}

/** What a host shows: its own inputs, overwritten by every reported change. */
function keep(shown: Map<string, CalcValue>, { row, column }: { row: number; column: number }, value: CalcValue) {
  if (value === null) shown.delete(`${row},${column}`);
  else shown.set(`${row},${column}`, value);
}

describe('incremental calculation', () => {
  it('should show the same as calculating everything at once, whatever the edits were', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 10 }), { maxLength: 12 }),
        async (batches) => {
          const [calculator, shown, inputs] = [
            await newCalculator(),
            new Map<string, CalcValue>(),
            new Map<string, CalcInput>(),
          ];
          for (const batch of batches) {
            for (const input of batch.map(toInput)) {
              calculator.set([input]);
              inputs.set(`${input.row},${input.column}`, input);
              if (typeof input.input !== 'object' || input.input === null) keep(shown, input, input.input);
            }
            for (const change of calculator.recalculate(1).changed) keep(shown, change, change.value);
          }

          const [fresh, expected] = [await newCalculator(), new Map<string, CalcValue>()];
          fresh.set([...inputs.values()]);
          for (const { row, column, input } of inputs.values())
            if (typeof input !== 'object') keep(expected, { row, column }, input);
          for (const change of fresh.recalculate(1).changed) keep(expected, change, change.value);

          expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected));
        },
      ),
      { numRuns: 400 },
    );
  });
});
