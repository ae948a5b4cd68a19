import type { HostRuleName } from '../../src/host/rules';
import { bench, dealsTable } from './session';

type Scenario = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown> | unknown;

type Loadable = OfficeExtension.ClientObject & { load(names: string): unknown };

async function load<T extends Loadable, K extends keyof T & string>(target: T, key: K): Promise<T[K]> {
  target.load(key);
  await target.context.sync();
  return target[key];
}

const values = (sheet: Excel.Worksheet, address: string) => load(sheet.getRange(address), 'values');
const formulas = (sheet: Excel.Worksheet, address: string) => load(sheet.getRange(address), 'formulas');

/** Runs a scenario in a new workbook: what it gives back, or the code it fails with. */
async function outcome(scenario: Scenario): Promise<unknown> {
  const { run } = await bench();
  return run(async (context, sheet) => {
    try {
      const result = await scenario(sheet, context);
      await context.sync();
      return result;
    } catch (error) {
      return (error as { code?: string }).code ?? error;
    }
  });
}

/** One small scene per rule of src/host/rules/: what Excel does, or the code it refuses with. */
const SCENES: readonly [HostRuleName, string, Scenario, unknown][] = [
  [
    'sign-starts-formula',
    'a sign in front',
    (s) => {
      s.getRange('A1:D1').values = [['+1+2', '-5', '-', '+86']];
      return values(s, 'A1:D1');
    },
    [[3, -5, '-', 86]],
  ],
  [
    'sign-starts-formula',
    'a sign in front of what is no formula',
    (s) => void (s.getRange('A1').values = [['+86 138 (0)']]),
    'InvalidArgument',
  ],
  [
    'formula-canonical',
    'a formula in small letters',
    async (s) => {
      await dealsTable(s);
      s.getRange('E1').formulas = [['=sum(deals[Amount])+sheet1!$b2+if(true,1,0)&"sum(a1)"']];
      return formulas(s, 'E1');
    },
    [['=SUM(Deals[Amount])+Sheet1!$B2+IF(TRUE,1,0)&"sum(a1)"']],
  ],
  [
    'number-format-checked',
    'an unknown bracket',
    (s) => void (s.getRange('A1').numberFormat = [['[foo]0']]),
    'InvalidArgument',
  ],
  [
    'number-format-checked',
    'colours, conditions, locales',
    async (s) => {
      s.getRange('A1').numberFormat = [['[Red][>100]0;[$-409]d/m/yy;[h]:mm;"a]"@']];
      return load(s.getRange('A1'), 'numberFormat');
    },
    [['[Red][>100]0;[$-409]d/m/yy;[h]:mm;"a]"@']],
  ],
  [
    'merged-cells-write-first',
    'merged cells',
    async (s) => {
      s.getRange('A1:B2').values = [
        ['', 2],
        [3, 4],
      ];
      s.getRange('A1:B2').merge();
      const kept = await values(s, 'A1:B2');
      s.getRange('A1:B2').values = [
        [5, 6],
        [7, 8],
      ];
      return [kept, await values(s, 'A1:B2')];
    },
    [
      [
        [2, ''],
        ['', ''],
      ],
      [
        [5, ''],
        ['', ''],
      ],
    ],
  ],
  [
    'clear-all-drops-table',
    'a whole table cleared',
    async (s) => {
      const table = await dealsTable(s);
      s.getRange('E1').formulas = [['=SUM(Deals[Amount])']];
      table.getRange().clear();
      const gone = s.tables.getItemOrNullObject('Deals');
      return [await load(gone, 'isNullObject'), await formulas(s, 'E1')];
    },
    [true, [['=SUM(#REF!)']]],
  ],
  [
    'default-captions',
    'a column without caption',
    async (s) => {
      await dealsTable(s);
      s.getRange('D2').values = [['x']];
      s.getRange('B1').values = [['']];
      return values(s, 'A1:D1');
    },
    [['Id', 'Column2', 'Double', 'Column1']],
  ],
  [
    'calculated-column-replaced',
    'another formula in a calculated column',
    async (s) => {
      await dealsTable(s);
      s.getRange('C3').formulas = [['=[@Amount]*3']];
      return formulas(s, 'C2:C3');
    },
    [['=[@Amount]*3'], ['=[@Amount]*3']],
  ],
  [
    'no-extend-protected',
    'unlocked cells under a table of a protected sheet',
    async (s) => {
      const table = await dealsTable(s);
      s.getRange('A1:C9').format.protection.locked = false;
      s.protection.protect();
      s.getRange('A4:B4').values = [['c', 3]];
      return load(table.getRange(), 'address');
    },
    'Sheet1!A1:C3',
  ],
  [
    'no-extend-protected',
    'rows added to a table of a protected sheet',
    async (s) => {
      const table = await dealsTable(s);
      s.protection.protect();
      table.rows.add(undefined, [['c', 3, 6]]);
    },
    'AccessDenied',
  ],
  [
    'unknown-table-style',
    'an unknown style',
    async (s) => void ((await dealsTable(s)).style = 'Fancy'),
    'InvalidArgument',
  ],
  [
    'column-values-whole',
    'values of a column without its header',
    async (s) => void (await dealsTable(s)).columns.add(undefined, [[1], [2]]),
    'InvalidArgument',
  ],
  [
    'resize-leaves-columns',
    'a table made narrower',
    async (s) => {
      const table = await dealsTable(s);
      s.getRange('E1').formulas = [['=SUM(Deals[Double])']];
      table.resize('A1:B3');
      return [await formulas(s, 'C2'), await formulas(s, 'E1')];
    },
    [[['=Deals[@Amount]*2']], [['=SUM(#REF!)']]],
  ],
  [
    'insert-delete-conflict',
    'a header row deleted',
    async (s) => {
      await dealsTable(s);
      s.getRange('1:1').delete('Up');
    },
    'InsertDeleteConflict',
  ],
  [
    'insert-delete-conflict',
    'merged cells torn',
    (s) => {
      s.getRange('A1:B2').merge();
      s.getRange('A1').insert('Down');
    },
    'InsertDeleteConflict',
  ],
  [
    'insert-delete-conflict',
    'a value pushed off the sheet',
    (s) => {
      s.getRange('A1048576').values = [[1]];
      s.getRange('1:1').insert('Down');
    },
    'InsertDeleteConflict',
  ],
  [
    'filtered-range-keeps-shape',
    'a cell inserted into a filtered list',
    (s) => {
      s.getRange('A1:A3').values = [['h'], [1], [2]];
      s.autoFilter.apply(s.getRange('A1:A3'), 0, { filterOn: 'Values', values: ['1'] });
      s.getRange('A2').insert('Down');
    },
    'FilteredRangeConflict',
  ],
  [
    'sort-refuses-merged-and-arrays',
    'a spilled array sorted',
    (s) => {
      s.getRange('A1').formulas = [['=SEQUENCE(3)']];
      s.getRange('A1:A3').sort.apply([{ key: 0 }]);
    },
    'InvalidOperation',
  ],
  [
    'sort-leaves-hidden',
    'rows sorted around a hidden one',
    (s) => {
      s.getRange('A1:A3').values = [[3], [9], [1]];
      s.getRange('2:2').rowHidden = true;
      s.getRange('A1:A3').sort.apply([{ key: 0 }]);
      return values(s, 'A1:A3');
    },
    [[1], [9], [3]],
  ],
  [
    'rules-refuse-structured',
    'a validation over a table column',
    async (s) => {
      await dealsTable(s);
      s.getRange('E1').dataValidation.rule = { list: { source: '=Deals[Id]', inCellDropDown: true } };
    },
    'InvalidArgument',
  ],
  [
    'rules-refuse-structured',
    'a conditional format over a table column',
    async (s) => {
      await dealsTable(s);
      s.getRange('B2').conditionalFormats.add('Custom').custom.rule.formula = '=B2>MAX(Deals[Amount])';
    },
    'InvalidArgument',
  ],
  [
    'move-like-cut',
    'cells moved to another sheet',
    async (s, context) => {
      const other = context.workbook.worksheets.add('Two');
      s.getRange('A1:B1').values = [[1, '=A1+Z9']];
      s.getRange('D1:D2').formulas = [['=A1'], ['=Two!C3']];
      s.getRange('A1:B1').moveTo('Two!C3');
      return [await formulas(other, 'C3:D3'), await formulas(s, 'D1:D2')];
    },
    [[[1, '=C3+Sheet1!Z9']], [['=Two!C3'], ['=Two!#REF!']]],
  ],
  [
    'sheet-copy-refers-to-itself',
    'a copied sheet',
    async (s) => {
      await dealsTable(s);
      s.getRange('E1:E2').formulas = [['=SUM(Deals[Amount])'], ['=Sheet1!A2']];
      return formulas(s.copy('End'), 'E1:E2');
    },
    [['=SUM(Deals2[Amount])'], ["='Sheet1 (2)'!A2"]],
  ],
  ['group-fits-range', 'rows grouped by columns', (s) => s.getRange('2:3').group('ByColumns'), 'InvalidArgument'],
  [
    'group-fits-range',
    'groups collapsed by level',
    (s) => {
      s.getRange('2:5').group('ByRows');
      s.getRange('3:4').group('ByRows');
      s.showOutlineLevels(2, 0);
      return Promise.all(['2:2', '3:4', '5:5'].map((rows) => load(s.getRange(rows), 'rowHidden')));
    },
    [false, true, false],
  ],
  ['no-precedents', 'a constant traced', (s) => void s.getRange('A1').getDirectPrecedents(), 'ItemNotFound'],
  [
    'suspended-calculation',
    'values read while calculation is suspended',
    async (s, context) => {
      s.getRange('A1:B1').formulas = [[1, '=A1+1']];
      await values(s, 'B1');
      context.workbook.application.suspendApiCalculationUntilNextSync();
      s.getRange('A1').values = [[5]];
      return [await values(s, 'B1'), await values(s, 'B1')];
    },
    [[[2]], [[6]]],
  ],
  [
    'sheet-views-names-only',
    'a view switched on and deleted',
    async (s) => {
      const view = s.namedSheetViews.add('Mine');
      view.activate();
      const active = await load(s.namedSheetViews.getActive(), 'name');
      view.delete();
      s.namedSheetViews.getActive().load('name');
      return active;
    },
    'ItemNotFound',
  ],
];

describe('rules of the host', () => {
  it.each(SCENES)('should keep to %s: %s', async (_rule, _scene, scenario, expected) => {
    expect(await outcome(scenario)).toEqual(expected);
  });

  it('should leave the calculated column to the other cells under the pessimistic rules', async () => {
    const { run } = await bench({ variant: 'pessimistic' });

    const read = await run(async (_context, sheet) => {
      await dealsTable(sheet);
      sheet.getRange('C3').formulas = [['=[@Amount]*3']];
      return formulas(sheet, 'C2:C3');
    });

    expect(read).toEqual([['=[@Amount]*2'], ['=[@Amount]*3']]);
  });
});
