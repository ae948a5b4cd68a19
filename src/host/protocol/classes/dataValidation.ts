import { requireArgument } from '../../errors';
import { assertUnprotected } from '../../edit/protect';
import { isValid, validationAt } from '../../edit/validate';
import { rectangles } from '../../edit/specialCells';
import { type Area, formatAbsolute, intersect, quoteSheet, subtractArea } from '../../store/address';
import type { Validation } from '../../store/sheet';
import { defineClass, HostObject, type Property } from '../hostClass';
import { flag, found, oneOf, record } from '../convert';
import { ruleFormula, ruleOperand } from './conditionalRules';
import { areasObject, RangeTarget } from '../targets';
import type { FormatTarget } from './rangeFormat';
import type { Workbook } from '../../store/workbook';

/** Keys of `Excel.DataValidationRule` and the `Excel.DataValidationType` each means. */
const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  textLength: 'TextLength',
  list: 'List',
  date: 'Date',
  time: 'Time',
  custom: 'Custom',
};

/** A literal list may have at most 255 characters (Excel refuses or corrupts longer ones). */
const MAX_LIST = 255;

/** `Excel.DataValidationOperator` */
const OPERATORS = [
  ...['Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan', 'GreaterThanOrEqualTo'],
  'LessThanOrEqualTo',
];

const NO_ALERT = { message: '', showAlert: true, style: 'Stop', title: '' };
const NO_PROMPT = { message: '', showPrompt: true, title: '' };

function rulesIn({ sheet, areas }: FormatTarget): Validation[] {
  return sheet.validations.filter((rule) => rule.areas.some((area) => areas.some((other) => intersect(area, other))));
}

function covers(rule: Validation, area: Area): boolean {
  return rule.areas.reduce<Area[]>((rest, cut) => rest.flatMap((part) => subtractArea(part, cut)), [area]).length === 0;
}

/** The one validation of all cells; null when there is none or they differ. */
function shared(target: FormatTarget): Validation | null {
  const [rule, ...others] = rulesIn(target);
  return rule && others.length === 0 && target.areas.every((area) => covers(rule, area)) ? rule : null;
}

function typeOf(target: FormatTarget): string {
  const rules = rulesIn(target);
  if (rules.length === 0) return 'None';
  return shared(target)?.type ?? (new Set(rules.map((rule) => rule.type)).size > 1 ? 'Inconsistent' : 'MixedCriteria');
}

/** Takes the areas out of every validation. */
function remove({ sheet, areas }: FormatTarget): void {
  for (const rule of sheet.validations) {
    rule.areas = areas.reduce((rest, hole) => rest.flatMap((area) => subtractArea(area, hole)), rule.areas);
  }
  sheet.validations = sheet.validations.filter((rule) => rule.areas.length > 0);
}

/** The validation of exactly these cells, split off or made. */
function own(target: FormatTarget): Validation {
  assertUnprotected(target.sheet);
  const before = shared(target);
  const fresh: Validation = before
    ? structuredClone({ ...before, areas: [...target.areas] })
    : {
        areas: [...target.areas],
        type: 'None',
        rule: {},
        ignoreBlanks: true,
        errorAlert: { ...NO_ALERT },
        prompt: { ...NO_PROMPT },
      };
  remove(target);
  target.sheet.validations.push(fresh);
  return fresh;
}

/** Ranges become absolute references, everything else stays as given. */
function asFormula(value: unknown): unknown {
  if (!(value instanceof HostObject)) return value;
  requireArgument(value.target instanceof RangeTarget);
  return `=${quoteSheet(value.target.sheet.name)}!${formatAbsolute(value.target.cells)}`;
}

function checkedRule(value: unknown): { type: string; rule: Record<string, unknown> } {
  const entries = Object.entries(record(value)).filter(([, criteria]) => criteria !== null && criteria !== undefined);
  requireArgument(entries.length === 1);
  const [key, criteria] = entries[0] as [string, unknown];
  const type = TYPES[key];
  requireArgument(type !== undefined);
  const converted = Object.fromEntries(Object.entries(record(criteria)).map(([name, part]) => [name, asFormula(part)]));
  assertCriteria(type, converted);
  return { type, rule: { [key]: converted } };
}

function assertCriteria(type: string, criteria: Record<string, unknown>): void {
  if (type === 'List') {
    const { source } = criteria;
    requireArgument(typeof source === 'string' && source !== '');
    requireArgument(source.startsWith('=') || source.length <= MAX_LIST);
    ruleOperand(source);
  } else if (type === 'Custom') ruleFormula(criteria.formula);
  else {
    criteria.operator = oneOf(criteria.operator, OPERATORS);
    ruleOperand(criteria.formula1);
    if (/etween$/.test(String(criteria.operator))) ruleOperand(criteria.formula2);
  }
}

function kept(key: 'errorAlert' | 'prompt', initial: Record<string, unknown>): Property<FormatTarget> {
  return {
    get: (target) => shared(target)?.[key] ?? initial,
    set: (target, value) => (own(target)[key] = { ...initial, ...record(value) }),
  };
}

/** Cells whose values break their validation. */
function invalidCells({ sheet, areas }: FormatTarget, workbook: Workbook): Area[] {
  workbook.calculate();
  return areas.flatMap((area) =>
    rectangles(area, (row, column) => {
      const rule = validationAt(sheet, row, column);
      return rule !== undefined && !isValid(workbook, sheet, rule, sheet.value(row, column));
    }),
  );
}

export const dataValidationClass = defineClass<FormatTarget>({
  properties: {
    Type: { get: typeOf },
    Rule: {
      get: (target) => shared(target)?.rule ?? (rulesIn(target).length === 0 ? {} : null),
      set: (target, value, { workbook }) => {
        const checked = checkedRule(value);
        Object.assign(own(target), checked);
        for (const area of target.areas) workbook.emit({ kind: 'format', sheet: target.sheet, area });
      },
    },
    ErrorAlert: kept('errorAlert', NO_ALERT),
    Prompt: kept('prompt', NO_PROMPT),
    IgnoreBlanks: {
      get: (target) => shared(target)?.ignoreBlanks ?? true,
      set: (target, value) => (own(target).ignoreBlanks = flag(value)),
    },
    Valid: {
      get: (target, { workbook }) => {
        const invalid = invalidCells(target, workbook).reduce((sum, area) => sum + area.rows * area.columns, 0);
        const all = target.areas.reduce((sum, area) => sum + area.rows * area.columns, 0);
        return invalid === 0 ? true : invalid === all ? false : null;
      },
    },
  },
  methods: {
    Clear: remove,
    GetInvalidCells: (target, _args, { workbook }) => {
      const cells = invalidCells(target, workbook);
      found(cells[0]);
      return areasObject(target.sheet, cells);
    },
  },
});
