import {
  createCalculator,
  type CalcInput,
  type CalcStructure,
  type Calculator,
  type CalcValue,
} from '../../../src/host/calc';
import { at, customFunctions, plainSheets } from './sheet';

const NOW = 46081.5;

/** A calculator over sheets `a` and `b`, filled from `{ 'a!B2': value, 'a!B3': '=formula' }`. */
async function open(
  cells: Record<string, CalcValue>,
  structure = plainSheets('a', 'b'),
  functions = customFunctions(),
) {
  const calculator = await createCalculator(functions);
  calculator.setStructure(structure);
  put(calculator, cells);
  return calculator;
}

/** In these tests text that begins with = is a formula. */
function put(calculator: Calculator, cells: Record<string, CalcValue>): void {
  const inputs = Object.entries(cells).map(([address, value]): CalcInput => {
    const formula = typeof value === 'string' && value.startsWith('=');
    return { ...at(address), input: formula ? { formula: value.slice(1) } : value };
  });
  calculator.set(inputs);
}

/** What changed, as `{ 'a!B2': value }`. */
function changes(calculator: Calculator, now = NOW): Record<string, CalcValue> {
  const { changed } = calculator.recalculate(now);
  return Object.fromEntries(
    changed.map(({ sheet, row, column, value }) => [`${sheet}!${String.fromCharCode(65 + column)}${row + 1}`, value]),
  );
}

describe('recalculate', () => {
  it('should report only cells whose value changed when one input is edited', async () => {
    const calculator = await open({ 'a!A1': 2, 'a!B1': '=A1*10', 'a!C1': '=A1>0', 'a!D1': '=B1+1', 'b!A1': '=7' });
    expect(changes(calculator)).toEqual({ 'a!B1': 20, 'a!C1': true, 'a!D1': 21, 'b!A1': 7 });

    put(calculator, { 'a!A1': 3 });

    expect(changes(calculator)).toEqual({ 'a!B1': 30, 'a!D1': 31 });
    expect(changes(calculator)).toEqual({});
  });

  it('should report a formula that is set again even when its value is the same', async () => {
    const calculator = await open({ 'a!A1': '=5' });
    changes(calculator);

    put(calculator, { 'a!A1': '=2+3' });

    expect(changes(calculator)).toEqual({ 'a!A1': 5 });
  });

  it('should follow the clock and nothing else when only the time moved', async () => {
    const calculator = await open({ 'a!A1': '=TODAY()', 'a!A2': '=A1+1', 'a!A3': '=1' });
    changes(calculator);

    expect(changes(calculator, NOW + 1)).toEqual({ 'a!A1': 46082, 'a!A2': 46083 });
  });

  it('should follow references that are made while calculating', async () => {
    const calculator = await open({
      'a!A1': 1,
      'a!A2': 2,
      'a!B1': 'A1',
      'a!C1': '=INDIRECT(B1)',
      'a!D1': '=SUM(OFFSET(A1,0,0,A1,1))',
    });
    expect(changes(calculator)).toEqual({ 'a!C1': 1, 'a!D1': 1 });

    put(calculator, { 'a!B1': 'A2', 'a!A1': 2 });

    expect(changes(calculator)).toEqual({ 'a!C1': 2, 'a!D1': 4 });
  });

  it('should calculate a chain of 20,000 formulas whose start comes last', async () => {
    const cells: CalcInput[] = [];
    for (let row = 20_000; row > 0; row -= 1)
      cells.push({ sheet: 'a', row, column: 0, input: { formula: `A${row}+1` } });
    const calculator = await open({ 'a!A1': 0 });
    calculator.set(cells);

    const { changed } = calculator.recalculate(NOW);

    expect(changed.find(({ row }) => row === 20_000)?.value).toBe(20_000);
  });

  it('should show 0 and stop when formulas depend on themselves', async () => {
    const calculator = await open({ 'a!A1': '=B1+1', 'a!B1': '=A1+1', 'a!C1': '=SUM(C1:C2)' });

    expect(changes(calculator)['a!C1']).toBe(0);
  });

  it('should refuse a cell on a sheet that does not exist', async () => {
    const calculator = await open({});

    expect(() => put(calculator, { 'gone!A1': 1 })).toThrow(RangeError);
  });

  it('should keep dates of the 1904 system apart', async () => {
    const calculator = await open(
      { 'a!A1': '=DATE(2026,2,28)', 'a!A2': '=YEAR(A1)', 'a!A3': '=TEXT(A1,"yyyy-mm-dd")', 'a!A4': '=WEEKDAY(A1)' },
      { ...plainSheets('a'), date1904: true },
    );

    expect(changes(calculator)).toEqual({ 'a!A1': 46081 - 1462, 'a!A2': 2026, 'a!A3': '2026-02-28', 'a!A4': 7 });
  });
});

describe('spills', () => {
  it('should fill, shrink and tell readers when the source changes', async () => {
    const calculator = await open({
      'a!A1': 3,
      'a!C1': '=SEQUENCE(A1)',
      'a!D1': '=SUM(C1#)',
      'a!E1': '=C3',
      'a!F1': '=COUNT(C1:C9)',
    });
    expect(changes(calculator)).toEqual({ 'a!C1': 1, 'a!C2': 2, 'a!C3': 3, 'a!D1': 6, 'a!E1': 3, 'a!F1': 3 });

    put(calculator, { 'a!A1': 2 });
    const { changed, spills } = calculator.recalculate(NOW);

    expect(changed).toContainEqual({ ...at('a!C3'), value: null });
    expect(changed).toContainEqual({ ...at('a!D1'), value: 3 });
    expect(changed).toContainEqual({ ...at('a!E1'), value: 0 });
    expect(spills).toEqual([{ anchor: at('a!C1'), rows: 2, columns: 1 }]);
  });

  it('should tell readers that were calculated before the spill reached them', async () => {
    const calculator = await open({
      'a!A1': '=C3',
      'a!A2': '=SUM(C2:C9)',
      'a!A3': '=C3+C1',
      'a!C1': '=SEQUENCE(3)',
      'b!A1': '=SUM(C2:C9)',
      'b!C1': '=SEQUENCE(3)',
    });

    expect(changes(calculator)).toMatchObject({ 'a!A1': 3, 'a!A2': 5, 'a!A3': 4, 'b!A1': 5 });
  });

  it('should be #SPILL! while a cell is in the way', async () => {
    const calculator = await open({ 'a!C1': '=SEQUENCE(3)', 'a!C3': 'mine' });
    expect(changes(calculator)).toEqual({ 'a!C1': { error: '#SPILL!' } });

    put(calculator, { 'a!C3': null });
    expect(changes(calculator)).toEqual({ 'a!C1': 1, 'a!C2': 2, 'a!C3': 3 });

    put(calculator, { 'a!C2': 'mine' });
    expect(changes(calculator)).toEqual({ 'a!C1': { error: '#SPILL!' }, 'a!C3': null });
  });

  it('should clear what a formula filled when the formula goes', async () => {
    const calculator = await open({ 'a!C1': '=SEQUENCE(2)' });
    changes(calculator);

    put(calculator, { 'a!C1': 'text' });

    expect(changes(calculator)).toEqual({ 'a!C2': null });
    expect(calculator.recalculate(NOW).spills).toEqual([]);
  });
});

describe('setStructure', () => {
  const table = (bottom: number, columns: string[], name = 'Deals'): CalcStructure => ({
    ...plainSheets('a', 'b'),
    tables: [{ name, sheet: 'a', top: 0, left: 0, bottom, right: 0, headerRow: true, totalsRow: false, columns }],
  });

  it('should take in new rows when a table grows', async () => {
    const calculator = await open(
      { 'a!A1': 'Amount', 'a!A2': 1, 'a!A3': 5, 'b!A1': '=SUM(Deals[Amount])' },
      table(1, ['Amount']),
    );
    expect(changes(calculator)).toEqual({ 'b!A1': 1 });

    calculator.setStructure(table(2, ['Amount']));
    expect(changes(calculator)).toEqual({ 'b!A1': 6 });

    put(calculator, { 'a!A3': 7 });
    expect(changes(calculator)).toEqual({ 'b!A1': 8 });
  });

  it('should resolve a caption as soon as it exists and no longer', async () => {
    const calculator = await open({ 'a!A2': 1, 'b!A1': '=SUM(Deals[Amount])', 'b!A2': '=1' }, table(1, ['Amount']));
    changes(calculator);

    calculator.setStructure(table(1, ['Value']));
    expect(changes(calculator)).toEqual({ 'b!A1': { error: '#REF!' } });

    calculator.setStructure(table(1, ['Amount']));
    expect(changes(calculator)).toEqual({ 'b!A1': 1 });
  });

  it('should run nothing when the structure is the same', async () => {
    let calls = 0;
    const functions = new Map([['CRM.COUNT', () => (calls += 1)]]);
    const calculator = await open({ 'a!A2': 1, 'b!A1': '=CRM.COUNT(Deals[Amount])' }, table(1, ['Amount']), functions);
    changes(calculator);

    calculator.setStructure(table(1, ['Amount']));
    changes(calculator);

    expect(calls).toBe(1);
  });

  it('should follow names and sheets that change', async () => {
    const named = (formula: string): CalcStructure => ({
      ...plainSheets('a', 'b'),
      names: [{ name: 'rate', formula }],
    });
    const calculator = await open({ 'a!A1': '=rate*2', 'a!A2': '=b!A1', 'b!A1': 4 }, named('0.1'));
    expect(changes(calculator)).toEqual({ 'a!A1': 0.2, 'a!A2': 4 });

    calculator.setStructure({
      ...named('b!A1'),
      sheets: [
        { id: 'a', name: 'a' },
        { id: 'b', name: 'b' },
      ],
    });
    expect(changes(calculator)).toEqual({ 'a!A1': 8 });

    calculator.setStructure(plainSheets('a'));
    expect(changes(calculator)).toEqual({ 'a!A1': { error: '#NAME?' }, 'a!A2': { error: '#REF!' } });
  });
});

describe('custom functions', () => {
  it('should be called again only when their arguments changed', async () => {
    const calls: unknown[] = [];
    const functions = new Map([['CRM.LOG', (value: unknown) => calls.push(value)]]);
    const calculator = await open({ 'a!A1': 'x', 'a!B1': '=CRM.LOG(A1)', 'a!C1': 1 }, plainSheets('a'), functions);
    changes(calculator);

    put(calculator, { 'a!C1': 2 });
    changes(calculator);
    put(calculator, { 'a!A1': 'y' });
    changes(calculator);

    expect(calls).toEqual(['x', 'y']);
  });

  it('should be found when registered after the formula', async () => {
    const functions = customFunctions();
    const calculator = await open({ 'a!A1': '=CRM.LATE(2)' }, plainSheets('a'), functions);
    expect(changes(calculator)).toEqual({ 'a!A1': { error: '#NAME?' } });

    functions.set('CRM.LATE', (value) => Number(value) * 2);

    expect(changes(calculator)).toEqual({ 'a!A1': 4 });
  });

  it('should get empty cells of a range as null and their errors never', async () => {
    const seen: unknown[] = [];
    const functions = new Map([['CRM.SEE', (value: unknown) => seen.push(value)]]);
    const calculator = await open(
      { 'a!A1': 'x', 'a!B1': '=CRM.SEE(A1:A2)', 'a!B2': '=CRM.SEE(1/0)' },
      plainSheets('a'),
      functions,
    );

    expect(changes(calculator)).toEqual({ 'a!B1': 1, 'a!B2': { error: '#DIV/0!' } });
    expect(seen).toEqual([[['x'], [null]]]);
  });

  it('should be #BUSY! until the promise settles, then show its result', async () => {
    const functions = new Map([
      ['CRM.SLOW', (value: unknown) => Promise.resolve(value)],
      ['CRM.LOST', () => Promise.reject(new Error('offline'))],
    ]);
    const calculator = await open({ 'a!A1': '=CRM.SLOW(7)+1', 'a!A2': '=CRM.LOST()' }, plainSheets('a'), functions);
    const settled = jest.fn();
    calculator.onAsyncResult(settled);
    expect(changes(calculator)).toEqual({ 'a!A1': { error: '#BUSY!' }, 'a!A2': { error: '#BUSY!' } });

    await new Promise(setImmediate);

    expect(settled).toHaveBeenCalledTimes(2);
    expect(changes(calculator)).toEqual({ 'a!A1': 8, 'a!A2': { error: '#VALUE!' } });
    expect(changes(calculator)).toEqual({});
  });
});

describe('hostile text', () => {
  it('should answer when a wildcard pattern is made to hang', async () => {
    const calculator = await open({
      'a!A1': 'a'.repeat(5000),
      'a!B1': `*${'a*'.repeat(40)}b`,
      'a!C1': '=COUNTIF(A1,B1)',
    });

    expect(changes(calculator)).toEqual({ 'a!C1': 0 });
  });
});
