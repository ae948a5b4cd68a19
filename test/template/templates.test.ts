import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { dashboard, listItems, sheets } from '../../templates';
import { emptyState } from '../../src/template/bindings';
import { columnFormula, defaultConditions, renderFormula } from '../../src/template/formula';
import { kindOf, template } from '../../src/template/load';
import { definedNames } from '../../src/template/definedNames';
import { planWorkbook } from '../../src/template/plan';
import { languages } from '../../src/template/types';

const folder = join(__dirname, '../../templates');
const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

describe('template files', () => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  it.each(readdirSync(join(folder, 'tables')))('%s should fit the schema beside it', (file) => {
    const check = ajv.compile(read('schema', 'table.schema.json') as object);
    check(read('tables', file));
    expect(check.errors ?? []).toEqual([]);
  });

  it.each([
    ['lists.schema.json', listItems],
    ['sheets.schema.json', sheets],
    ['dashboard.schema.json', dashboard],
  ])('should fit %s', (schema, content) => {
    const check = ajv.compile(read('schema', schema) as object);
    check(content);
    expect(check.errors ?? []).toEqual([]);
  });

  it('should only point at tables, columns and lists that exist', () => {
    const columns = new Set(
      template.tables.flatMap((table) => table.columns.map((column) => `${table.id}.${column.id}`)),
    );
    const dangling = template.tables.flatMap((table) =>
      table.columns.flatMap(({ id, to, list, rollup, lookup }) => [
        ...(to && !columns.has(`${to}.id`) ? [`${table.id}.${id} -> ${to}`] : []),
        ...(list && !template.lists[list] ? [`${table.id}.${id} -> list ${list}`] : []),
        ...(rollup ? [rollup.match, rollup.of, ...(rollup.where ?? []).map((condition) => condition.column)] : [])
          .filter((column) => column && !columns.has(`${rollup!.from}.${column}`))
          .map((column) => `${table.id}.${id} -> ${rollup!.from}.${column}`),
        ...(lookup && !columns.has(`${table.id}.${lookup.reference}`)
          ? [`${table.id}.${id} -> ${lookup.reference}`]
          : []),
      ]),
    );
    expect(dangling).toEqual([]);
  });

  it.each(languages)('should say of every column what it means (%s)', (language) => {
    const silent = template.tables.flatMap((table) =>
      table.columns
        .filter(({ help, caption }) => {
          const meaning = help?.[language].trim() ?? '';
          return meaning.length < 4 || meaning === caption[language];
        })
        .map((column) => `${table.id}.${column.id}`),
    );
    expect(silent).toEqual([]);
  });

  it.each(languages)('should give every table different captions (%s)', (language) => {
    for (const table of template.tables) {
      const captions = table.columns.map((column) => column.caption[language].toLowerCase());
      expect(captions).toEqual([...new Set(captions)]);
    }
  });

  it('should give every computed column a formula without label literals, TODAY or missing names', () => {
    const { names } = planWorkbook(emptyState, 'en');
    const defined = new Set(definedNames(names).map(({ name }) => name));
    const labels = Object.values(template.lists).flatMap((items) => items.flatMap((item) => Object.values(item.label)));
    const literals = new Set(labels.filter((label) => label.length > 1).map((label) => `"${label}"`));
    for (const table of template.tables) {
      for (const column of table.columns.filter((candidate) => ['formula', 'rollup'].includes(kindOf(candidate)))) {
        const text = columnFormula(table, column, defaultConditions)!;
        const formula = renderFormula(text, table.id, names, 'file');
        expect([table.id, column.id, formula.match(/TODAY|NOW\(/) ?? []]).toEqual([table.id, column.id, []]);
        expect((formula.match(/"[^"]*"/g) ?? []).filter((literal) => literals.has(literal))).toEqual([]);
        expect((formula.match(/crm_\w+/g) ?? []).filter((name) => !defined.has(name))).toEqual([]);
        expect(formula.length).toBeLessThan(8192);
      }
    }
  });
});
