import { CrmError } from '../../shared/errors';
import type { BookConditionalFormat, BookValidation } from '../book';
import { addPrefixes } from '../package/prefixes';
import { element, serializeXml, textElement } from '../package/xml';

/** Excel reads no longer formula in a validation, and no longer title or message. */
const limits = { formula: 255, title: 32, message: 255 } as const;

/**
 * `dataValidations`, one entry per rule with its own ranges: entries per cell came out overlapping.
 * @throws CrmError `validationTooLong` with the ranges.
 */
export function validationsXml(validations: readonly BookValidation[]): string {
  if (validations.length === 0) return '';
  return element('dataValidations', { count: validations.length }, ...validations.map(validationXml));
}

function validationXml(validation: BookValidation): string {
  const { formula1, formula2, operator, type, errorStyle } = validation;
  return element(
    'dataValidation',
    {
      type,
      errorStyle,
      operator,
      allowBlank: validation.allowBlank || undefined,
      showDropDown: validation.hideArrow || undefined,
      showInputMessage: validation.showPrompt || undefined,
      showErrorMessage: validation.showError || undefined,
      errorTitle: shortEnough(validation, validation.errorTitle, limits.title),
      error: shortEnough(validation, validation.error, limits.message),
      promptTitle: shortEnough(validation, validation.promptTitle, limits.title),
      prompt: shortEnough(validation, validation.prompt, limits.message),
      sqref: validation.ranges,
    },
    formulaXml('formula1', shortEnough(validation, formula1, limits.formula)),
    formulaXml('formula2', shortEnough(validation, formula2, limits.formula)),
  );
}

function shortEnough({ ranges }: BookValidation, text: string | undefined, limit: number): string | undefined {
  if (text !== undefined && text.length > limit)
    throw new CrmError('validationTooLong', { ranges, length: text.length, limit });
  return text;
}

const formulaXml = (name: string, formula: string | undefined): string =>
  formula === undefined ? '' : textElement(name, addPrefixes(formula));

/**
 * `conditionalFormatting` elements; rules of the same ranges share one, as Excel writes them.
 * @param styleIds the `dxfId` of each rule that has a style, in order.
 */
export function conditionalFormatsXml(formats: readonly BookConditionalFormat[], styleIds: readonly number[]): string {
  const byRanges = new Map<string, string[]>();
  let styled = 0;
  for (const format of formats) {
    const rules = byRanges.get(format.ranges) ?? [];
    byRanges.set(format.ranges, [...rules, ruleXml(format, format.style && styleIds[styled++])]);
  }
  return [...byRanges].map(([sqref, rules]) => element('conditionalFormatting', { sqref }, ...rules)).join('');
}

function ruleXml(format: BookConditionalFormat, dxfId: number | undefined): string {
  const { type, priority, operator, stopIfTrue, extra } = format;
  return element(
    'cfRule',
    { type, dxfId, priority, stopIfTrue: stopIfTrue || undefined, operator, ...extra?.attributes },
    ...format.formulas.map((formula) => formulaXml('formula', formula)),
    ...(extra?.children ?? []).map(serializeXml),
  );
}
