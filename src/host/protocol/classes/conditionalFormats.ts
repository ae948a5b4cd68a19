import { HostError } from '../../errors';
import { intersect } from '../../store/address';
import { type Bag, childBag, createBag } from '../../store/bag';
import type { ConditionalFormat, Sheet } from '../../store/sheet';
import type { Workbook } from '../../store/workbook';
import { areaArgument } from '../areaArgument';
import { type Call, defineClass, type HostClass, type HostObject, object } from '../hostClass';
import { bagClass, colour, fixed, keptProperties, type KeptTable, words } from '../bagClass';
import { areasArgument, flag, found, integer, oneOf } from '../convert';
import {
  cellValueRule,
  colorScaleCriteria,
  dataBarRule,
  evenIcons,
  ICON_SETS,
  iconCriteria,
  presetRule,
  ruleFormula,
  textRule,
  topBottomRule,
} from './conditionalRules';
import { areasObject, rangeObject } from '../targets';
import type { FormatTarget } from './rangeFormat';

/** `Excel.ConditionalFormatType` and the member that holds a format's rule. */
const MEMBERS = {
  Custom: 'Custom',
  DataBar: 'DataBar',
  ColorScale: 'ColorScale',
  IconSet: 'IconSet',
  TopBottom: 'TopBottom',
  PresetCriteria: 'Preset',
  ContainsText: 'TextComparison',
  CellValue: 'CellValue',
} as const;

type FormatType = keyof typeof MEMBERS;

interface ItemTarget {
  sheet: Sheet;
  format: ConditionalFormat;
}

function formats({ sheet, areas }: FormatTarget): ConditionalFormat[] {
  const touching = sheet.conditionalFormats.filter((format) =>
    format.areas.some((area) => areas.some((other) => intersect(area, other))),
  );
  return touching.sort((a, b) => a.priority - b.priority);
}

function item(sheet: Sheet, format: ConditionalFormat): HostObject {
  return object('ConditionalFormat', { sheet, format });
}

function add({ sheet, areas }: FormatTarget, type: unknown, workbook: Workbook): HostObject {
  const number = workbook.nextNumber('conditionalFormat');
  const format: ConditionalFormat = {
    id: `{00000000-00CF-0000-0000-${String(number).padStart(12, '0')}}`,
    type: oneOf(type, Object.keys(MEMBERS) as FormatType[]),
    areas: [...areas],
    stopIfTrue: false,
    priority: sheet.conditionalFormats.length,
    bag: createBag(),
  };
  sheet.conditionalFormats.push(format);
  return item(sheet, format);
}

function remove(sheet: Sheet, gone: readonly ConditionalFormat[]): void {
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.includes(format));
  sheet.conditionalFormats
    .sort((a, b) => a.priority - b.priority)
    .forEach((format, index) => (format.priority = index));
}

export const conditionalFormatCollectionClass = defineClass<FormatTarget>({
  items: (target) => formats(target).map((format) => item(target.sheet, format)),
  item: (target, id) => {
    const format = formats(target).find((candidate) => candidate.id === id);
    return format ? item(target.sheet, format) : null;
  },
  methods: {
    Add: (target, [type], { workbook }) => add(target, type, workbook),
    ClearAll: (target) => remove(target.sheet, formats(target)),
  },
});

/** The object of a type is there only in formats of that type. */
function member(type: FormatType) {
  return ({ format }: ItemTarget): HostObject => {
    if (format.type !== type) throw new HostError('ItemNotFound');
    return object(
      `${MEMBERS[type] === 'TextComparison' ? 'Text' : MEMBERS[type] === 'Preset' ? 'PresetCriteria' : MEMBERS[type]}ConditionalFormat`,
      childBag(format.bag, MEMBERS[type]),
    );
  };
}

function moveTo({ sheet, format }: ItemTarget, priority: number): void {
  const others = sheet.conditionalFormats.filter((other) => other !== format).sort((a, b) => a.priority - b.priority);
  others.splice(priority < 0 ? others.length : priority, 0, format);
  others.forEach((other, index) => (other.priority = index));
}

function setAreas({ sheet, format }: ItemTarget, [ranges]: unknown[], { workbook }: Call): void {
  const areas =
    typeof ranges === 'string'
      ? ranges.split(',').map((address) => areaArgument(sheet, address.trim(), workbook))
      : areasArgument(ranges).map(({ cells }) => cells);
  format.areas = areas;
  for (const area of areas) workbook.emit({ kind: 'format', sheet, area });
}

/** Makes another kind of rule of a format; its place among the others and its cells stay. */
function changeRule(type: FormatType, write: (bag: Bag, value: unknown) => void = () => undefined) {
  return ({ sheet, format }: ItemTarget, [value]: unknown[], { workbook }: Call): void => {
    const bag = createBag();
    write(childBag(bag, MEMBERS[type]), value);
    Object.assign(format, { type, bag });
    for (const area of format.areas) workbook.emit({ kind: 'format', sheet, area });
  };
}

function withRule(check: (value: unknown) => unknown) {
  return ({ values }: Bag, value: unknown): void => void (values.Rule = check(value));
}

export const conditionalFormatClass = defineClass<ItemTarget>({
  identity: ({ format }) => format.id,
  properties: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => format.type },
    Priority: { get: ({ format }) => format.priority, set: (target, value) => moveTo(target, integer(value)) },
    StopIfTrue: {
      get: ({ format }) => (['DataBar', 'ColorScale', 'IconSet'].includes(format.type) ? null : format.stopIfTrue),
      set: ({ format }, value) => (format.stopIfTrue = flag(value)),
    },
  },
  objects: Object.fromEntries((Object.keys(MEMBERS) as FormatType[]).map((type) => [MEMBERS[type], member(type)])),
  methods: {
    Delete: ({ sheet, format }) => remove(sheet, [format]),
    GetRange: ({ sheet, format }) => {
      if (format.areas.length !== 1) throw new HostError('ItemNotFound');
      return rangeObject(sheet, found(format.areas[0]));
    },
    GetRanges: ({ sheet, format }) => areasObject(sheet, format.areas),
    SetRanges: setAreas,
    ChangeRuleToCellValue: changeRule('CellValue', withRule(cellValueRule)),
    ChangeRuleToColorScale: changeRule('ColorScale'),
    ChangeRuleToContainsText: changeRule('ContainsText', withRule(textRule)),
    ChangeRuleToCustom: changeRule(
      'Custom',
      (bag, value) => void (childBag(bag, 'Rule').values.Formula = ruleFormula(value)),
    ),
    ChangeRuleToDataBar: changeRule('DataBar'),
    ChangeRuleToIconSet: changeRule('IconSet'),
    ChangeRuleToPresetCriteria: changeRule('PresetCriteria', withRule(presetRule)),
    ChangeRuleToTopBottom: changeRule('TopBottom', withRule(topBottomRule)),
  },
});

const FORMAT = { Format: 'ConditionalRangeFormat' };
const SIDES = ['Bottom', 'Left', 'Right', 'Top'] as const;
type SideTarget = Parameters<typeof childBag>[0];

const borderCollection = defineClass<SideTarget>({
  items: (bag) => SIDES.map((side) => border(bag, side)),
  item: (bag, key) => border(bag, oneOf(String(key).replace(/^Edge/, ''), SIDES)),
  objects: Object.fromEntries(SIDES.map((side) => [side, (bag: SideTarget) => border(bag, side)])),
});

function border(bag: SideTarget, side: string): HostObject {
  const child = childBag(bag, side);
  child.values.SideIndex = `Edge${side}`;
  return object('ConditionalRangeBorder', child);
}

/** A format with one rule object. */
function ruled(check: (value: unknown) => unknown): KeptTable {
  return { Rule: { initial: null, check } };
}

function iconStyle({ values }: SideTarget): string {
  return String(values.Style ?? ICON_SETS[0]);
}

const RULE_FORMULA = {
  get: (bag: SideTarget) => bag.values.Formula ?? '',
  set: (bag: SideTarget, value: unknown) => void (bag.values.Formula = ruleFormula(value)),
};

/** The rules and looks of conditional formats: kept and given back; the preview's grid paints them. */
export const CONDITIONAL_FORMAT_PARTS: Record<string, HostClass<never>> = {
  CellValueConditionalFormat: bagClass(ruled(cellValueRule), FORMAT),
  ColorScaleConditionalFormat: defineClass<SideTarget>({
    properties: {
      Criteria: {
        get: (bag) => bag.values.Criteria ?? null,
        set: (bag, value) => void (bag.values.Criteria = colorScaleCriteria(value)),
      },
      ThreeColorScale: { get: (bag) => Boolean((bag.values.Criteria as { midpoint?: unknown } | undefined)?.midpoint) },
    },
  }),
  ConditionalDataBarNegativeFormat: bagClass({
    FillColor: colour('#FF0000'),
    MatchPositiveFillColor: false,
    BorderColor: colour(''),
    MatchPositiveBorderColor: false,
  }),
  ConditionalDataBarPositiveFormat: bagClass({
    FillColor: colour('#638EC6'),
    GradientFill: true,
    BorderColor: colour('#638EC6'),
  }),
  ConditionalFormatRule: defineClass<SideTarget>({
    properties: { Formula: RULE_FORMULA, FormulaLocal: RULE_FORMULA, FormulaR1C1: RULE_FORMULA },
  }),
  ConditionalRangeBorder: bagClass({
    SideIndex: fixed(''),
    Style: words('None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'),
    Color: colour('#000000'),
  }),
  ConditionalRangeBorderCollection: borderCollection,
  ConditionalRangeFill: bagClass({ Color: colour('') }, {}, { Clear: (bag) => void (bag.values = {}) }),
  ConditionalRangeFont: bagClass(
    { Color: colour(''), Italic: null, Bold: null, Underline: words('None', 'Single', 'Double'), Strikethrough: null },
    {},
    { Clear: (bag) => void (bag.values = {}) },
  ),
  ConditionalRangeFormat: bagClass(
    { NumberFormat: null },
    { Borders: 'ConditionalRangeBorderCollection', Fill: 'ConditionalRangeFill', Font: 'ConditionalRangeFont' },
    { ClearFormat: (bag) => void Object.assign(bag, { values: {}, children: {} }) },
  ),
  CustomConditionalFormat: bagClass({}, { ...FORMAT, Rule: 'ConditionalFormatRule' }),
  DataBarConditionalFormat: bagClass(
    {
      ShowDataBarOnly: false,
      BarDirection: words('Context', 'LeftToRight', 'RightToLeft'),
      AxisFormat: words('Automatic', 'None', 'CellMidPoint'),
      AxisColor: colour('#000000'),
      LowerBoundRule: { initial: { type: 'Automatic' }, check: dataBarRule },
      UpperBoundRule: { initial: { type: 'Automatic' }, check: dataBarRule },
    },
    { NegativeFormat: 'ConditionalDataBarNegativeFormat', PositiveFormat: 'ConditionalDataBarPositiveFormat' },
  ),
  IconSetConditionalFormat: defineClass<SideTarget>({
    properties: {
      ...keptProperties({ ReverseIconOrder: false, ShowIconOnly: false }),
      Style: {
        get: iconStyle,
        // Other icons, other steps.
        set: ({ values }, value) => {
          values.Style = oneOf(value, ICON_SETS);
          delete values.Criteria;
        },
      },
      Criteria: {
        get: (bag) => bag.values.Criteria ?? evenIcons(iconStyle(bag)),
        set: (bag, value) => void (bag.values.Criteria = iconCriteria(iconStyle(bag), value)),
      },
    },
  }),
  PresetCriteriaConditionalFormat: bagClass(ruled(presetRule), FORMAT),
  TextConditionalFormat: bagClass(ruled(textRule), FORMAT),
  TopBottomConditionalFormat: bagClass(ruled(topBottomRule), FORMAT),
};
