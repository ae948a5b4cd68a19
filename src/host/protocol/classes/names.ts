import { HostError, requireArgument } from '../../errors';
import { parseStored } from '../../calc/language/parse';
import { assertSyntax } from '../../edit/formulaCheck';
import { resolveReference } from '../../edit/resolve';
import { isValidName } from '../../edit/tables';
import { formatAbsolute, mapArea, quoteSheet } from '../../store/address';
import { apiValue, type CellValue, valueType } from '../../store/cell';
import type { Sheet } from '../../store/sheet';
import type { DefinedName, Workbook } from '../../store/workbook';
import { type Call, defineClass, HostObject, object } from '../hostClass';
import { flag, optionalText, text } from '../convert';
import { rangeObject, RangeTarget } from '../targets';

/** The names of a sheet, or all of the workbook's own. */
interface Scope {
  scope?: Sheet;
}

function names({ scope }: Scope, workbook: Workbook): DefinedName[] {
  return workbook.names.filter((name) => name.scope === scope);
}

function find(target: Scope, key: unknown, workbook: Workbook): DefinedName | undefined {
  const lower = String(key).toLowerCase();
  return names(target, workbook).find((name) => name.name.toLowerCase() === lower);
}

/** A range becomes `=Sheet1!$A$1`, text stays a formula, other values a constant. */
function formulaOf(reference: unknown): string {
  if (reference instanceof HostObject) {
    requireArgument(reference.target instanceof RangeTarget);
    return `=${quoteSheet(reference.target.sheet.name)}!${formatAbsolute(reference.target.cells)}`;
  }
  if (typeof reference === 'string') {
    if (!reference.startsWith('=')) return `="${reference.replace(/"/g, '""')}"`;
    assertSyntax(reference);
    return reference;
  }
  requireArgument(typeof reference === 'number' || typeof reference === 'boolean');
  return `=${String(reference).toUpperCase()}`;
}

function add(target: Scope, [name, reference, comment]: unknown[], { workbook }: Call): HostObject {
  requireArgument(isValidName(text(name)));
  if (find(target, name, workbook) || workbook.findTable(text(name))?.name.toLowerCase() === text(name).toLowerCase()) {
    throw new HostError('ItemAlreadyExists');
  }
  const added: DefinedName = {
    name: text(name),
    formula: formulaOf(reference),
    scope: target.scope,
    visible: true,
    comment: optionalText(comment) ?? '',
  };
  workbook.names.push(added);
  workbook.emit({ kind: 'structure' });
  return object('NamedItem', added);
}

export const namedItemCollectionClass = defineClass<Scope>({
  items: (target, { workbook }) => names(target, workbook).map((name) => object('NamedItem', name)),
  item: (target, key, { workbook }) => {
    const name = find(target, key, workbook);
    return name ? object('NamedItem', name) : null;
  },
  methods: { Add: add, AddFormulaLocal: add },
});

function place(name: DefinedName, workbook: Workbook) {
  return resolveReference(workbook, name.scope ?? workbook.activeSheet, name.formula);
}

/** What the name's formula comes to; without a calculation engine, its text. */
function computed(name: DefinedName, workbook: Workbook): CellValue {
  if (name.formula.includes('#REF!')) return { error: '#REF!' };
  return constant(name) ?? workbook.evaluate(name.formula.slice(1)) ?? name.formula.slice(1);
}

/** A constant needs no calculation. */
function constant(name: DefinedName): string | number | boolean | null {
  const body = name.formula.slice(1);
  if (/^".*"$/s.test(body)) return body.slice(1, -1).replace(/""/g, '"');
  if (/^(true|false)$/i.test(body)) return body.toLowerCase() === 'true';
  return body !== '' && !Number.isNaN(Number(body)) ? Number(body) : null;
}

function typeOf(name: DefinedName, { workbook }: Call): string {
  if (place(name, workbook)) return 'Range';
  return arrayOf(name) ? 'Array' : valueType(computed(name, workbook));
}

function valueOf(name: DefinedName, { workbook }: Call): unknown {
  const cells = place(name, workbook);
  if (cells) return `${quoteSheet(cells.sheet.name)}!${formatAbsolute(cells.area)}`;
  return apiValue(computed(name, workbook));
}

export const namedItemClass = defineClass<DefinedName>({
  identity: (name) => name.name,
  identityKey: '_Id',
  properties: {
    Name: { get: (name) => name.name },
    Type: { get: typeOf },
    Value: { get: valueOf },
    Visible: { get: (name) => name.visible, set: (name, value) => (name.visible = flag(value)) },
    Comment: { get: (name) => name.comment, set: (name, value) => (name.comment = text(value)) },
    Scope: { get: (name) => (name.scope ? 'Worksheet' : 'Workbook') },
    Formula: {
      get: (name) => name.formula,
      set: (name, value, { workbook }) => {
        name.formula = formulaOf(value);
        workbook.emit({ kind: 'structure' });
      },
    },
  },
  objects: {
    ArrayValues: (name) => object('NamedItemArrayValues', name),
    Worksheet: (name) => {
      if (!name.scope) throw new HostError('ItemNotFound');
      return object('Worksheet', name.scope);
    },
  },
  methods: {
    GetRange: (name, _args, { workbook }) => {
      const cells = place(name, workbook);
      if (!cells) throw new HostError('ItemNotFound');
      return rangeObject(cells.sheet, cells.area);
    },
    Delete: (name, _args, { workbook }) => {
      workbook.names = workbook.names.filter((other) => other !== name);
      workbook.emit({ kind: 'structure' });
    },
  },
});

/** The values of an array constant; null when the name is none. */
function arrayOf(name: DefinedName): CellValue[][] | null {
  const node = parseStored(name.formula.slice(1));
  return node.kind === 'array' ? (node.rows as CellValue[][]) : null;
}

function matrixOf(name: DefinedName, { workbook }: Call): CellValue[][] {
  const cells = place(name, workbook);
  if (cells) return mapArea(cells.area, (row, column) => cells.sheet.value(row, column));
  return arrayOf(name) ?? [[computed(name, workbook)]];
}

export const namedItemArrayValuesClass = defineClass<DefinedName>({
  properties: {
    Values: { get: (name, call) => matrixOf(name, call).map((row) => row.map(apiValue)) },
    Types: { get: (name, call) => matrixOf(name, call).map((row) => row.map(valueType)) },
  },
});
