import type { BookConditionalFormat, BookElement } from '../../xlsx/book';
import { areaBetween, formatArea } from '../store/address';
import { childBag, type Bag } from '../store/bag';
import type { ConditionalFormat } from '../store/sheet';

/** What a kind of rule adds to its element in the file; `styled` is the bag whose `Format` becomes the style. */
export type FileRule = Pick<BookConditionalFormat, 'type' | 'operator' | 'extra'> & {
  formulas?: string[];
  styled?: Bag;
};

type Writer = (bag: Bag, cell: string) => FileRule | null;

const element = (name: string, attributes: Record<string, string> = {}, children: BookElement[] = []): BookElement => ({
  name,
  attributes,
  children,
  text: '',
});

/** A cut of a scale, a bar or an icon set, as the API tells it. */
interface Cut {
  type?: string;
  formula?: unknown;
  color?: string;
}

export const CUT_TYPES: Readonly<Record<string, string>> = {
  LowestValue: 'min',
  HighestValue: 'max',
  Number: 'num',
  Percent: 'percent',
  Formula: 'formula',
  Percentile: 'percentile',
};

function cutElement({ type, formula }: Cut, fallback: string): BookElement {
  const val = formula === undefined || formula === null || formula === '' ? '0' : String(formula).replace(/^=/, '');
  const known = CUT_TYPES[type ?? ''] ?? fallback;
  return element('cfvo', known === 'min' || known === 'max' ? { type: known } : { type: known, val });
}

function colorElement(color: unknown): BookElement {
  return element('color', { rgb: `FF${String(color ?? '').replace('#', '') || '000000'}` });
}

const colorScale: Writer = (bag) => {
  const { minimum, midpoint, maximum } = (bag.values.Criteria ?? {}) as Record<string, Cut | undefined>;
  if (!minimum || !maximum) return null;
  const cuts = [minimum, midpoint, maximum].filter((cut) => cut !== undefined && cut !== null);
  const values = cuts.map((cut, index) => cutElement(cut, index === 0 ? 'min' : 'max'));
  const children = [element('colorScale', {}, [...values, ...cuts.map(({ color }) => colorElement(color))])];
  return { type: 'colorScale', extra: { children } };
};

const dataBar: Writer = (bag) => {
  const { LowerBoundRule: low = {}, UpperBoundRule: high = {}, ShowDataBarOnly: only } = bag.values;
  const color = childBag(bag, 'PositiveFormat').values.FillColor ?? '#638EC6';
  const children = [cutElement(low as Cut, 'min'), cutElement(high as Cut, 'max'), colorElement(color)];
  return { type: 'dataBar', extra: { children: [element('dataBar', only ? { showValue: '0' } : {}, children)] } };
};

const COUNTS: Readonly<Record<string, number>> = { Three: 3, Four: 4, Five: 5 };
/** Sets that files before Excel 2010 do not know, and their nearest old ones. */
const NEWER_SETS: Readonly<Record<string, string>> = {
  ThreeStars: 'ThreeSigns',
  ThreeTriangles: 'ThreeArrows',
  FiveBoxes: 'FiveQuarters',
};

const iconSet: Writer = (bag) => {
  const { Style = 'ThreeTrafficLights1', ReverseIconOrder, ShowIconOnly, Criteria } = bag.values;
  const style = NEWER_SETS[Style as string] ?? String(Style);
  const [, word = 'Three', rest = ''] = /^(Three|Four|Five)(.*)$/.exec(style) ?? [];
  const count = COUNTS[word] ?? 3;
  const given = (Criteria ?? []) as Cut[];
  const cuts = Array.from({ length: count }, (_, index): Cut => {
    const { type, formula } = given[index] ?? {};
    const even = String(Math.round((100 * index) / count));
    return index === 0 || formula === undefined ? { type: 'Percent', formula: even } : { type, formula };
  });
  const attributes = {
    iconSet: `${count}${rest}`,
    ...(ShowIconOnly === true && { showValue: '0' }),
    ...(ReverseIconOrder === true && { reverse: '1' }),
  };
  const children = cuts.map((cut) => cutElement(cut, 'percent'));
  return { type: 'iconSet', extra: { children: [element('iconSet', attributes, children)] } };
};

const topBottom: Writer = (bag) => {
  const { rank = 10, type = 'TopItems' } = (bag.values.Rule ?? {}) as { rank?: number; type?: string };
  const attributes = {
    rank: String(rank),
    ...(type.endsWith('Percent') && { percent: '1' }),
    ...(type.startsWith('Bottom') && { bottom: '1' }),
  };
  return { type: 'top10', styled: bag, extra: { attributes } };
};

type TextFormula = (text: string, cell: string) => string;
export const TEXT_RULES: Readonly<Record<string, readonly [type: string, operator: string, formula: TextFormula]>> = {
  Contains: ['containsText', 'containsText', (text, cell) => `NOT(ISERROR(SEARCH(${text},${cell})))`],
  NotContains: ['notContainsText', 'notContains', (text, cell) => `ISERROR(SEARCH(${text},${cell}))`],
  BeginsWith: ['beginsWith', 'beginsWith', (text, cell) => `LEFT(${cell},LEN(${text}))=${text}`],
  EndsWith: ['endsWith', 'endsWith', (text, cell) => `RIGHT(${cell},LEN(${text}))=${text}`],
};

const textRule: Writer = (bag, cell) => {
  const { operator = 'Contains', text = '' } = (bag.values.Rule ?? {}) as { operator?: string; text?: string };
  const rule = TEXT_RULES[operator];
  if (!rule) return null;
  const [type, fileOperator, formula] = rule;
  const literal = `"${text.replace(/"/g, '""')}"`;
  const formulas = [formula(literal, cell)];
  return { type, operator: fileOperator, formulas, styled: bag, extra: { attributes: { text } } };
};

const AVERAGE = 'aboveAverage';
type Preset = readonly [type: string, formula?: (cell: string) => string, attributes?: Record<string, string>];

/** `Excel.ConditionalFormatPresetCriterion`; dates go by their own name in the file. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  Blanks: ['containsBlanks', (cell) => `LEN(TRIM(${cell}))=0`],
  NonBlanks: ['notContainsBlanks', (cell) => `LEN(TRIM(${cell}))>0`],
  Errors: ['containsErrors', (cell) => `ISERROR(${cell})`],
  NonErrors: ['notContainsErrors', (cell) => `NOT(ISERROR(${cell}))`],
  UniqueValues: ['uniqueValues'],
  DuplicateValues: ['duplicateValues'],
  AboveAverage: [AVERAGE],
  BelowAverage: [AVERAGE, undefined, { aboveAverage: '0' }],
  EqualOrAboveAverage: [AVERAGE, undefined, { equalAverage: '1' }],
  EqualOrBelowAverage: [AVERAGE, undefined, { aboveAverage: '0', equalAverage: '1' }],
  OneStdDevAboveAverage: [AVERAGE, undefined, { stdDev: '1' }],
  OneStdDevBelowAverage: [AVERAGE, undefined, { aboveAverage: '0', stdDev: '1' }],
  TwoStdDevAboveAverage: [AVERAGE, undefined, { stdDev: '2' }],
  TwoStdDevBelowAverage: [AVERAGE, undefined, { aboveAverage: '0', stdDev: '2' }],
  ThreeStdDevAboveAverage: [AVERAGE, undefined, { stdDev: '3' }],
  ThreeStdDevBelowAverage: [AVERAGE, undefined, { aboveAverage: '0', stdDev: '3' }],
  Yesterday: ['timePeriod', (cell) => `FLOOR(${cell},1)=TODAY()-1`, { timePeriod: 'yesterday' }],
  Today: ['timePeriod', (cell) => `FLOOR(${cell},1)=TODAY()`, { timePeriod: 'today' }],
  Tomorrow: ['timePeriod', (cell) => `FLOOR(${cell},1)=TODAY()+1`, { timePeriod: 'tomorrow' }],
};

const preset: Writer = (bag, cell) => {
  const { criterion = '' } = (bag.values.Rule ?? {}) as { criterion?: string };
  const [type, formula, attributes] = PRESETS[criterion] ?? [];
  if (type === undefined) return null;
  return { type, formulas: formula && [formula(cell)], styled: bag, extra: attributes && { attributes } };
};

const WRITERS: Readonly<Record<string, readonly [member: string, writer: Writer]>> = {
  ColorScale: ['ColorScale', colorScale],
  DataBar: ['DataBar', dataBar],
  IconSet: ['IconSet', iconSet],
  TopBottom: ['TopBottom', topBottom],
  ContainsText: ['TextComparison', textRule],
  PresetCriteria: ['Preset', preset],
};

/** A rule that the API made, as the file names it; null while it has no criteria or when files have no word for it. */
export function fileRule({ type, areas, bag }: ConditionalFormat): FileRule | null {
  const [member, write] = WRITERS[type] ?? [];
  const first = areas[0];
  if (!member || !write || !first) return null;
  return write(childBag(bag, member), formatArea(areaBetween(first.row, first.column, first.row, first.column)));
}
