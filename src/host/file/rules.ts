import type { BookConditionalFormat, BookStyle, BookValidation } from '../../xlsx/book';
import { type Area, formatArea, parseAddress } from '../store/address';
import { type Bag, childBag, createBag } from '../store/bag';
import type { ConditionalFormat, Validation } from '../store/sheet';
import { fileRule } from './formatRules';
import { fillRule, liveRule } from './readFormatRules';

type FileType = BookValidation['type'];

const TYPES: Readonly<Record<FileType, readonly [type: string, key: string]>> = {
  list: ['List', 'list'],
  whole: ['WholeNumber', 'wholeNumber'],
  decimal: ['Decimal', 'decimal'],
  date: ['Date', 'date'],
  time: ['Time', 'time'],
  textLength: ['TextLength', 'textLength'],
  custom: ['Custom', 'custom'],
};

const OPERATORS: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThanOrEqual: 'LessThanOrEqual',
};

const STYLES = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

function areasOf(ranges: string): Area[] {
  return ranges.split(/[\s,]+/).flatMap((range) => parseAddress(range)?.area ?? []);
}

function rangesOf(areas: readonly Area[]): string {
  return areas.map(formatArea).join(' ');
}

/** A file's formula or number as the API gives it: numbers stay numbers, the rest gets its `=`. */
function liveOperand(formula: string | undefined): string | number | undefined {
  if (formula === undefined) return undefined;
  return formula !== '' && !Number.isNaN(Number(formula)) ? Number(formula) : `=${formula}`;
}

function fileOperand(operand: unknown): string | undefined {
  return operand === undefined || operand === null ? undefined : String(operand).replace(/^=/, '');
}

function liveCriteria(validation: BookValidation): Record<string, unknown> {
  const { formula1 = '', formula2, operator = 'between' } = validation;
  if (validation.type === 'custom') return { formula: `=${formula1}` };
  if (validation.type === 'list') {
    const literal = /^"(.*)"$/s.exec(formula1)?.[1]?.replace(/""/g, '"');
    return { inCellDropDown: !validation.hideArrow, source: literal ?? `=${formula1}` };
  }
  const operands = { formula1: liveOperand(formula1), formula2: liveOperand(formula2) };
  return { ...operands, operator: OPERATORS[operator] };
}

export function toLiveValidation(validation: BookValidation): Validation {
  const [type, key] = TYPES[validation.type];
  return {
    areas: areasOf(validation.ranges),
    type,
    rule: { [key]: liveCriteria(validation) },
    ignoreBlanks: validation.allowBlank,
    errorAlert: {
      showAlert: validation.showError,
      style: STYLES[validation.errorStyle ?? 'stop'],
      title: validation.errorTitle ?? '',
      message: validation.error ?? '',
    },
    prompt: {
      showPrompt: validation.showPrompt,
      title: validation.promptTitle ?? '',
      message: validation.prompt ?? '',
    },
  };
}

function fileCriteria(type: FileType, criteria: Record<string, unknown>): Partial<BookValidation> {
  if (type === 'custom') return { formula1: fileOperand(criteria.formula) };
  if (type === 'list') {
    const source = String(criteria.source ?? '');
    return {
      formula1: source.startsWith('=') ? source.slice(1) : `"${source.replace(/"/g, '""')}"`,
      ...(criteria.inCellDropDown === false && { hideArrow: true }),
    };
  }
  const wanted = String(criteria.operator).replace(/ThanOrEqualTo$/, 'ThanOrEqual');
  const operator = Object.keys(OPERATORS).find((key) => OPERATORS[key] === wanted);
  return { operator, formula1: fileOperand(criteria.formula1), formula2: fileOperand(criteria.formula2) };
}

function optional(text: unknown): string | undefined {
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** Null for a validation without a rule (an input message only). */
export function toFileValidation(validation: Validation): BookValidation | null {
  const type = (Object.keys(TYPES) as FileType[]).find((key) => TYPES[key][0] === validation.type);
  if (!type) return null;
  const style = (Object.keys(STYLES) as (keyof typeof STYLES)[]).find(
    (key) => STYLES[key] === validation.errorAlert.style,
  );
  return {
    ranges: rangesOf(validation.areas),
    type,
    ...fileCriteria(type, (Object.values(validation.rule)[0] ?? {}) as Record<string, unknown>),
    allowBlank: validation.ignoreBlanks,
    errorStyle: style,
    showError: validation.errorAlert.showAlert === true,
    errorTitle: optional(validation.errorAlert.title),
    error: optional(validation.errorAlert.message),
    showPrompt: validation.prompt.showPrompt === true && optional(validation.prompt.message) !== undefined,
    promptTitle: optional(validation.prompt.title),
    prompt: optional(validation.prompt.message),
  };
}

/** Formats of conditional formats live in three small bags. */
function fillFormat(bag: Bag, style: BookStyle | undefined): void {
  const format = childBag(bag, 'Format');
  if (style?.numberFormat) format.values.NumberFormat = style.numberFormat;
  if (style?.fill) childBag(format, 'Fill').values.Color = style.fill;
  const { fontColor, bold, italic } = style ?? {};
  Object.assign(childBag(format, 'Font').values, {
    ...(fontColor && { Color: fontColor }),
    ...(bold && { Bold: true }),
    ...(italic && { Italic: true }),
  });
}

function readFormat(bag: Bag): BookStyle {
  const format = childBag(bag, 'Format');
  const font = childBag(format, 'Font').values as { Color?: string; Bold?: boolean; Italic?: boolean };
  const fill = childBag(format, 'Fill').values.Color as string | undefined;
  return {
    ...(typeof format.values.NumberFormat === 'string' && { numberFormat: format.values.NumberFormat }),
    ...(fill && { fill }),
    ...(font.Color && { fontColor: font.Color }),
    ...(font.Bold && { bold: true }),
    ...(font.Italic && { italic: true }),
  };
}

interface FormatCodec {
  type: string;
  read(format: BookConditionalFormat, bag: Bag): void;
  write(bag: Bag): Pick<BookConditionalFormat, 'formulas'> & Partial<BookConditionalFormat>;
}

/** Rules that the API names; every other file type is kept as it was read and written back unchanged. */
const CODECS: Readonly<Record<string, FormatCodec>> = {
  expression: {
    type: 'Custom',
    read: (format, bag) => {
      childBag(childBag(bag, 'Custom'), 'Rule').values.Formula = `=${format.formulas[0] ?? ''}`;
      fillFormat(childBag(bag, 'Custom'), format.style);
    },
    write: (bag) => ({
      formulas: [String(childBag(childBag(bag, 'Custom'), 'Rule').values.Formula ?? '').replace(/^=/, '')],
      style: readFormat(childBag(bag, 'Custom')),
    }),
  },
  cellIs: {
    type: 'CellValue',
    read: (format, bag) => {
      const [formula1, formula2] = format.formulas.map((formula) => `=${formula}`);
      childBag(bag, 'CellValue').values.Rule = { formula1, formula2, operator: OPERATORS[format.operator ?? 'equal'] };
      fillFormat(childBag(bag, 'CellValue'), format.style);
    },
    write: (bag) => {
      const rule = (childBag(bag, 'CellValue').values.Rule ?? {}) as Record<string, unknown>;
      const operator = Object.keys(OPERATORS).find((key) => OPERATORS[key] === rule.operator);
      const formulas = [rule.formula1, rule.formula2].flatMap((formula) => fileOperand(formula) ?? []);
      return { formulas, operator, style: readFormat(childBag(bag, 'CellValue')) };
    },
  },
};

const OTHER_TYPES: Readonly<Record<string, string>> = {
  colorScale: 'ColorScale',
  dataBar: 'DataBar',
  iconSet: 'IconSet',
};

/** A rule that the API cannot say stays as the file says it. */
function readOther(format: BookConditionalFormat, bag: Bag): string {
  const rule = liveRule(format);
  if (!rule) {
    bag.values.book = format;
    return OTHER_TYPES[format.type] ?? 'PresetCriteria';
  }
  const own = fillRule(bag, rule);
  if (format.style) fillFormat(own, format.style);
  return rule.type;
}

export function toLiveFormat(format: BookConditionalFormat, id: string): ConditionalFormat {
  const bag = createBag();
  const codec = CODECS[format.type];
  codec?.read(format, bag);
  return {
    id,
    type: codec?.type ?? readOther(format, bag),
    areas: areasOf(format.ranges),
    stopIfTrue: format.stopIfTrue === true,
    priority: format.priority - 1,
    bag,
  };
}

/** Null for a rule without criteria. */
export function toFileFormat(format: ConditionalFormat): BookConditionalFormat | null {
  const shared = {
    ranges: rangesOf(format.areas),
    priority: format.priority + 1,
    stopIfTrue: format.stopIfTrue || undefined,
  };
  const kept = format.bag.values.book as BookConditionalFormat | undefined;
  if (kept) return { ...kept, ...shared };
  const type = Object.keys(CODECS).find((key) => CODECS[key]?.type === format.type);
  const codec = type === undefined ? undefined : CODECS[type];
  if (codec && type !== undefined) {
    const written = codec.write(format.bag);
    return written.formulas.some((formula) => formula !== '') ? { ...shared, type, ...written } : null;
  }
  const rule = fileRule(format);
  if (!rule) return null;
  const { styled, formulas = [], ...named } = rule;
  return { ...shared, ...named, formulas, ...(styled && { style: readFormat(styled) }) };
}
