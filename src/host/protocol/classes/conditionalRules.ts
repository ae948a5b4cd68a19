import { requireArgument } from '../../errors';
import { assertRuleFormula } from '../../edit/formulaCheck';
import { color } from '../color';
import { integer, list, oneOf, record, text } from '../convert';

const OPERATORS = [
  ...['Between', 'NotBetween', 'EqualTo', 'NotEqualTo', 'GreaterThan', 'LessThan', 'GreaterThanOrEqual'],
  'LessThanOrEqual',
];

/** `Excel.ConditionalFormatPresetCriterion` */
const PRESETS = [
  ...['Blanks', 'NonBlanks', 'Errors', 'NonErrors', 'Yesterday', 'Today', 'Tomorrow', 'LastSevenDays', 'LastWeek'],
  ...['ThisWeek', 'NextWeek', 'LastMonth', 'ThisMonth', 'NextMonth', 'AboveAverage', 'BelowAverage'],
  ...['EqualOrAboveAverage', 'EqualOrBelowAverage', 'OneStdDevAboveAverage', 'OneStdDevBelowAverage'],
  ...['TwoStdDevAboveAverage', 'TwoStdDevBelowAverage', 'ThreeStdDevAboveAverage', 'ThreeStdDevBelowAverage'],
  ...['UniqueValues', 'DuplicateValues'],
];

/** `Excel.IconSet` */
export const ICON_SETS = [
  ...['ThreeTrafficLights1', 'ThreeArrows', 'ThreeArrowsGray', 'ThreeFlags', 'ThreeTrafficLights2', 'ThreeSigns'],
  ...['ThreeSymbols', 'ThreeSymbols2', 'FourArrows', 'FourArrowsGray', 'FourRedToBlack', 'FourRating'],
  ...['FourTrafficLights', 'FiveArrows', 'FiveArrowsGray', 'FiveRating', 'FiveQuarters', 'ThreeStars'],
  ...['ThreeTriangles', 'FiveBoxes'],
];

const NUMBERED = ['Number', 'Percent', 'Formula', 'Percentile'];

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '';
}

/** The formula of a rule. @throws InvalidArgument */
export function ruleFormula(value: unknown): string {
  requireArgument(typeof value === 'string' && value.startsWith('=') && value.length > 1);
  assertRuleFormula(value);
  return value;
}

/** A formula, or a constant as text or number. @throws InvalidArgument */
export function ruleOperand(value: unknown): unknown {
  requireArgument(typeof value === 'number' || (typeof value === 'string' && value !== ''));
  assertRuleFormula(value);
  return value;
}

/** `Excel.ConditionalCellValueRule` @throws InvalidArgument */
export function cellValueRule(value: unknown): Record<string, unknown> {
  const rule = record(value);
  const operator = oneOf(rule.operator, OPERATORS);
  const needsTwo = /etween$/.test(operator);
  requireArgument(!needsTwo || isGiven(rule.formula2));
  const second = isGiven(rule.formula2) ? { formula2: ruleOperand(rule.formula2) } : {};
  return { formula1: ruleOperand(rule.formula1), ...second, operator };
}

/** `Excel.ConditionalTextComparisonRule` @throws InvalidArgument */
export function textRule(value: unknown): Record<string, unknown> {
  const rule = record(value);
  requireArgument(text(rule.text) !== '');
  return { operator: oneOf(rule.operator, ['Contains', 'NotContains', 'BeginsWith', 'EndsWith']), text: rule.text };
}

/** `Excel.ConditionalTopBottomRule`: ranks run to 1,000, percentages to 100. @throws InvalidArgument */
export function topBottomRule(value: unknown): Record<string, unknown> {
  const rule = record(value);
  const type = oneOf(rule.type, ['TopItems', 'TopPercent', 'BottomItems', 'BottomPercent']);
  requireArgument(integer(rule.rank) >= 1 && integer(rule.rank) <= (type.endsWith('Percent') ? 100 : 1000));
  return { rank: rule.rank, type };
}

/** `Excel.ConditionalPresetCriteriaRule` @throws InvalidArgument */
export function presetRule(value: unknown): Record<string, unknown> {
  return { criterion: oneOf(record(value).criterion, PRESETS) };
}

/** A point of a scale, bar or icon set; those with a number need one. */
function cut(value: unknown, types: readonly string[]): Record<string, unknown> {
  const given = record(value);
  const type = oneOf(given.type, types);
  requireArgument(!NUMBERED.includes(type) || isGiven(given.formula));
  if (isGiven(given.formula)) ruleOperand(given.formula);
  return { ...given, type };
}

/** `Excel.ConditionalDataBarRule` @throws InvalidArgument */
export function dataBarRule(value: unknown): Record<string, unknown> {
  return cut(value, ['Automatic', 'LowestValue', 'HighestValue', ...NUMBERED]);
}

/** `Excel.ConditionalColorScaleCriteria`, colours as `#RRGGBB`; a midpoint makes three colours. @throws InvalidArgument */
export function colorScaleCriteria(value: unknown): Record<string, unknown> {
  const { minimum, midpoint, maximum } = record(value);
  const point = (each: unknown) => {
    const checked = cut(each, ['LowestValue', 'HighestValue', ...NUMBERED]);
    return isGiven(checked.color) ? { ...checked, color: color(checked.color) } : checked;
  };
  const middle = isGiven(midpoint) ? { midpoint: point(midpoint) } : {};
  return { minimum: point(minimum), ...middle, maximum: point(maximum) };
}

function iconCount(style: string): number {
  return { Three: 3, Four: 4, Five: 5 }[/^(Three|Four|Five)/.exec(style)?.[1] as 'Three'];
}

/** What an icon set does until it is told: even steps. */
export function evenIcons(style: string): Record<string, unknown>[] {
  const count = iconCount(style);
  return Array.from({ length: count }, (_, index) => ({
    type: 'Percent',
    formula: `=${Math.round((100 * index) / count)}`,
    operator: 'GreaterThanOrEqual',
  }));
}

/** `Excel.ConditionalIconCriterion[]`: one per icon; of the first only the icon counts. @throws InvalidArgument */
export function iconCriteria(style: string, value: unknown): unknown[] {
  const criteria = list(value);
  requireArgument(criteria.length === iconCount(style));
  return criteria.map((each, index) => {
    if (index === 0) return { ...record(each ?? {}), ...evenIcons(style)[0] };
    return { ...cut(each, NUMBERED), operator: oneOf(record(each).operator, ['GreaterThan', 'GreaterThanOrEqual']) };
  });
}
