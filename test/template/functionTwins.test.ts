import { functions } from '../../src/functions/table';
import metadata from '../../src/functions/functions.json';
import { namesOf } from '../../src/template/bindings';
import { definedNames } from '../../src/template/definedNames';
import { renderFormula, type Dialect } from '../../src/template/formula';
import { callsFunction } from '../../src/template/functionCalls';
import { functionTwins } from '../../src/template/functionTwins';
import { columnDef, tableDef } from '../../src/template/load';
import { formulaText } from '../../src/template/switchable';
import { languages } from '../../src/template/types';

const twins = Object.entries(functionTwins).map(([place, text]): [string, string, string, string] => {
  const [table, column] = place.split('.') as [string, string];
  return [place, table, column, text];
});

describe('the =CRM.* twins of native columns (decision 9)', () => {
  it.each(twins)(
    'should stand for a native formula and name only what a workbook has (%s)',
    (_, table, column, text) => {
      const known = new Set(definedNames(namesOf(new Map(), 'en')).map(({ name }) => name));

      expect(formulaText({ table, column }, 'native')).not.toContain('CRM.');
      expect(columnDef(tableDef(table), column).id).toBe(column);
      expect([...text.matchAll(/crm_\w+/g)].map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
      for (const language of languages)
        for (const dialect of ['live', 'file'] as Dialect[])
          expect(renderFormula(text, table, namesOf(new Map(), language), dialect).length).toBeLessThan(8_192);
    },
  );

  it('should call functions that exist, with a range only where the function takes one', () => {
    const called = new Set(twins.flatMap(([, , , text]) => [...text.matchAll(/CRM\.(\w+)\(/g)].map(([, id]) => id!)));

    expect([...called].filter((id) => !(id in functions))).toEqual([]);
    expect(called.size).toBeGreaterThan(14);
    const matrices = (id: string) =>
      metadata.functions
        .find((one) => one.id === id)!
        .parameters.filter((parameter) => 'dimensionality' in parameter)
        .map(({ name }) => name);
    expect(matrices('PRIORITY')).toEqual(['weights']);
    expect(matrices('COMPLETENESS')).toEqual(['cells']);
    expect(matrices('NEXTREVISIT')).toEqual(['calendar']);
  });
});

describe('calls of the add-in in a formula', () => {
  it.each<[unknown, boolean]>([
    ['=CRM.TIER(A1,B1:C3)', true],
    ['=1+crm.overdue(A1,A2)', true],
    ['=_xldudf_CRM_TIER(A1,B1:C3)', true],
    ['=IF("x"="CRM.TIER(A1)",1,CRM.ROI(1,2))', true],
    ['="CRM.TIER(A1)"', false],
    ["='CRM.x'!A1", false],
    ['=CRM.x!A1', false],
    ['=crm_today+MYCRM.TIER(1)', false],
    ['CRM.TIER(A1)', false],
    [7, false],
  ])('should be found in %s: %s', (formula, isCall) => {
    expect(callsFunction(formula)).toBe(isCall);
  });
});
