import type { BookConditionalFormat, BookElement } from '../../xlsx/book';
import { type Bag, childBag } from '../store/bag';
import { CUT_TYPES, PRESETS, TEXT_RULES } from './formatRules';

/** What a rule of a file is called in the API, its member's values, and a bag below it if there is one. */
export interface LiveRule {
  type: string;
  member: string;
  values: Bag['values'];
  fill?: string;
}

type Reader = (format: BookConditionalFormat) => LiveRule | null;

interface Cut {
  type: string;
  formula?: string;
}

function cutOf({ attributes }: BookElement): Cut {
  const type = Object.keys(CUT_TYPES).find((name) => CUT_TYPES[name] === attributes.type) ?? 'Number';
  const { val } = attributes;
  const isEnd = attributes.type === 'min' || attributes.type === 'max';
  return val === undefined || isEnd ? { type } : { type, formula: type === 'Formula' ? `=${val}` : val };
}

/** `#RRGGBB`; null for a colour of the theme, which only the file's own words keep. */
function colorOf(element: BookElement | undefined): string | null {
  const rgb = element?.attributes.rgb;
  return rgb === undefined ? null : `#${rgb.slice(-6).toUpperCase()}`;
}

function partsOf({ extra }: BookConditionalFormat): { whole?: BookElement; cuts: Cut[]; colors: (string | null)[] } {
  const whole = extra?.children?.[0];
  const named = (name: string): BookElement[] => whole?.children.filter((child) => child.name === name) ?? [];
  return { whole, cuts: named('cfvo').map(cutOf), colors: named('color').map(colorOf) };
}

const colorScale: Reader = (format) => {
  const { cuts, colors } = partsOf(format);
  if (cuts.length < 2 || cuts.length !== colors.length || colors.includes(null)) return null;
  const places = cuts.length === 2 ? ['minimum', 'maximum'] : ['minimum', 'midpoint', 'maximum'];
  const Criteria = Object.fromEntries(places.map((place, index) => [place, { ...cuts[index], color: colors[index] }]));
  return { type: 'ColorScale', member: 'ColorScale', values: { Criteria } };
};

const dataBar: Reader = (format) => {
  const { whole, cuts, colors } = partsOf(format);
  const [fill] = colors;
  if (cuts.length !== 2 || !fill) return null;
  const [LowerBoundRule, UpperBoundRule] = cuts;
  const only = whole?.attributes.showValue === '0';
  return {
    type: 'DataBar',
    member: 'DataBar',
    values: { LowerBoundRule, UpperBoundRule, ...(only && { ShowDataBarOnly: true }) },
    fill,
  };
};

const COUNTS: Readonly<Record<string, string>> = { '3': 'Three', '4': 'Four', '5': 'Five' };

const iconSet: Reader = (format) => {
  const { whole, cuts } = partsOf(format);
  const { iconSet: name = '3TrafficLights1', reverse, showValue } = whole?.attributes ?? {};
  const word = COUNTS[name.charAt(0)];
  if (!whole || word === undefined) return null;
  return {
    type: 'IconSet',
    member: 'IconSet',
    values: {
      Style: word + name.slice(1),
      Criteria: cuts.map((cut, index) => (index === 0 ? {} : { ...cut, operator: 'GreaterThanOrEqual' })),
      ...(reverse === '1' && { ReverseIconOrder: true }),
      ...(showValue === '0' && { ShowIconOnly: true }),
    },
  };
};

const topBottom: Reader = ({ extra }) => {
  const { rank = '10', percent, bottom } = extra?.attributes ?? {};
  const type = `${bottom === '1' ? 'Bottom' : 'Top'}${percent === '1' ? 'Percent' : 'Items'}`;
  return { type: 'TopBottom', member: 'TopBottom', values: { Rule: { rank: Number(rank), type } } };
};

const LITERAL = /"((?:[^"]|"")*)"/;

/** Some writers leave the text to the formula. */
const textRule: Reader = ({ type, extra, formulas }) => {
  const operator = Object.keys(TEXT_RULES).find((name) => TEXT_RULES[name]?.[0] === type);
  const text = extra?.attributes?.text ?? LITERAL.exec(formulas[0] ?? '')?.[1]?.replace(/""/g, '"');
  if (operator === undefined || text === undefined) return null;
  return { type: 'ContainsText', member: 'TextComparison', values: { Rule: { operator, text } } };
};

/** Attributes that say nothing new. */
const SILENT: Readonly<Record<string, string>> = { aboveAverage: '1', equalAverage: '0', stdDev: '0' };

const preset: Reader = ({ type, extra }) => {
  const said = Object.entries(extra?.attributes ?? {}).filter(([name, value]) => SILENT[name] !== value);
  const criterion = Object.keys(PRESETS).find((name) => {
    const [kind, , wanted = {}] = PRESETS[name] ?? [];
    return (
      kind === type && said.length === Object.keys(wanted).length && said.every(([key, value]) => wanted[key] === value)
    );
  });
  if (criterion === undefined) return null;
  return { type: 'PresetCriteria', member: 'Preset', values: { Rule: { criterion } } };
};

const READERS: Readonly<Record<string, Reader>> = {
  colorScale,
  dataBar,
  iconSet,
  top10: topBottom,
  containsText: textRule,
  notContainsText: textRule,
  beginsWith: textRule,
  endsWith: textRule,
};

/** A rule of a file in the API's words; null when the API has none that say all of it. */
export function liveRule(format: BookConditionalFormat): LiveRule | null {
  return (READERS[format.type] ?? preset)(format);
}

/** Puts a rule into the bag of its format. */
export function fillRule(bag: Bag, { member, values, fill }: LiveRule): Bag {
  const own = childBag(bag, member);
  Object.assign(own.values, values);
  if (fill) childBag(own, 'PositiveFormat').values.FillColor = fill;
  return own;
}
