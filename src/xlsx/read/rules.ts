import type { BookConditionalFormat, BookElement, BookSheet, BookStyle, BookValidation } from '../book';
import { removePrefixes } from '../package/prefixes';
import { decodeText } from '../package/text';
import { child, children, find, flag, type XmlNode } from '../package/xml';
import type { Palette } from './colors';
import { readDifferential } from './styles';

/** Attributes of a rule that the model names; others go to `extra`. */
const namedAttributes = new Set(['type', 'dxfId', 'priority', 'operator', 'stopIfTrue', 'id']);
/** What an extension holds for rules that also stand in the main list. */
const shadowedTypes = new Set(['dataBar', 'iconSet', 'colorScale']);

/** Validations of a worksheet: the main list, and the extension where those that name other sheets stand. */
export function readValidations(worksheet: XmlNode): BookValidation[] {
  const main = children(child(worksheet, 'dataValidations'), 'dataValidation');
  const extended = children(find(child(worksheet, 'extLst'), 'dataValidations'), 'dataValidation');
  return [...main, ...extended].filter(({ attributes }) => (attributes['type'] ?? 'none') !== 'none').map(validation);
}

function validation(node: XmlNode): BookValidation {
  const { type, operator, errorStyle, allowBlank, showErrorMessage, showInputMessage, sqref } = node.attributes;
  const texts = { errorTitle: 'errorTitle', error: 'error', promptTitle: 'promptTitle', prompt: 'prompt' } as const;
  const result: BookValidation = {
    ranges: rangesOf(node, sqref),
    type: type as BookValidation['type'],
    allowBlank: flag(allowBlank),
    showError: flag(showErrorMessage),
    showPrompt: flag(showInputMessage),
  };
  if (operator !== undefined) result.operator = operator;
  // The file's word means the opposite: `showDropDown` hides the arrow.
  if (flag(node.attributes['showDropDown'])) result.hideArrow = true;
  if (errorStyle !== undefined) result.errorStyle = errorStyle as BookValidation['errorStyle'];
  for (const name of Object.values(texts)) {
    const text = node.attributes[name];
    if (text !== undefined) result[name] = decodeText(text);
  }
  for (const name of ['formula1', 'formula2'] as const) {
    const formula = child(node, name);
    if (formula) result[name] = formulaOf(formula);
  }
  return result;
}

const rangesOf = (node: XmlNode, sqref: string | undefined): string => sqref ?? child(node, 'sqref')?.text.trim() ?? '';

/** Text of a formula; in extensions it stands one element deeper. */
const formulaOf = (node: XmlNode): string => removePrefixes(decodeText(child(node, 'f')?.text ?? node.text));

/** Conditional formats of a worksheet, extension included. */
export function readConditionalFormats(
  worksheet: XmlNode,
  styles: readonly BookStyle[],
  palette: Palette,
): BookSheet['conditionalFormats'] {
  const main = children(worksheet, 'conditionalFormatting').flatMap((block) =>
    children(block, 'cfRule').map((rule) => mainRule(rule, block, styles)),
  );
  const extended = children(find(child(worksheet, 'extLst'), 'conditionalFormattings'), 'conditionalFormatting');
  return [...main, ...extended.flatMap((block) => extendedRules(block, palette))];
}

function mainRule(rule: XmlNode, block: XmlNode, styles: readonly BookStyle[]): BookConditionalFormat {
  const { dxfId } = rule.attributes;
  const extra = extraOf(rule);
  const style = dxfId === undefined ? undefined : styles[Number(dxfId)];
  return {
    ...commonOf(rule, rangesOf(block, block.attributes['sqref'])),
    formulas: children(rule, 'formula').map(formulaOf),
    ...(style && { style }),
    ...(extra && { extra }),
  };
}

function extendedRules(block: XmlNode, palette: Palette): BookConditionalFormat[] {
  const rules = children(block, 'cfRule').filter(({ attributes }) => !shadowedTypes.has(attributes['type'] ?? ''));
  return rules.map((rule) => {
    const dxf = child(rule, 'dxf');
    return {
      ...commonOf(rule, rangesOf(block, undefined)),
      formulas: children(rule, 'f').map(formulaOf),
      ...(dxf && { style: readDifferential(dxf, palette) }),
    };
  });
}

function commonOf(
  { attributes }: XmlNode,
  ranges: string,
): Pick<BookConditionalFormat, 'ranges' | 'type' | 'priority'> {
  const { type = 'expression', priority = '1', operator, stopIfTrue } = attributes;
  return {
    ranges,
    type,
    priority: Number(priority),
    ...(operator !== undefined && { operator }),
    ...(flag(stopIfTrue) && { stopIfTrue: true }),
  };
}

function extraOf(rule: XmlNode): BookConditionalFormat['extra'] {
  const attributes = Object.entries(rule.attributes).filter(([name]) => !namedAttributes.has(name));
  const others = rule.children.filter(({ name }) => name !== 'formula' && name !== 'extLst');
  if (attributes.length === 0 && others.length === 0) return undefined;
  return {
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
    ...(others.length > 0 && { children: others.map(plain) }),
  };
}

/** Indentation between elements is no text. */
const plain = (node: XmlNode): BookElement => ({
  ...node,
  text: node.children.length > 0 ? '' : node.text,
  children: node.children.map(plain),
});
