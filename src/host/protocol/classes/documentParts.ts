import { HostError, requireArgument } from '../../errors';
import { BUILT_IN_STYLES, findStyle } from '../../edit/namedStyle';
import { type Bag, childBag } from '../../store/bag';
import type { CellBorder, StyleKey, StylePatch } from '../../store/style';
import { styleValue } from '../../store/style';
import type { Workbook, XmlPart } from '../../store/workbook';
import { bagClass, keptIn } from '../bagClass';
import { color } from '../color';
import { flag, found, integer, number, oneOf, text } from '../convert';
import { defineClass, type HostClass, object, type Property } from '../hostClass';
import { BORDER_STYLES, BORDER_WEIGHTS } from './rangeBorders';

const documentProperties = defineClass<Workbook>({
  properties: keptIn((workbook: Workbook) => workbook.properties, {
    Title: '',
    Subject: '',
    Author: '',
    Keywords: '',
    Comments: '',
    Category: '',
    Manager: '',
    Company: '',
    LastAuthor: '',
    RevisionNumber: 0,
    CreationDate: { initial: '2024-01-01T00:00:00.000Z', check: (value) => value, readOnly: true },
  }),
  objects: { Custom: (workbook) => object('CustomPropertyCollection', workbook) },
});

interface PropertyTarget {
  workbook: Workbook;
  key: string;
}

/** Keys ignore case and have at most 255 characters. */
function propertyKey(workbook: Workbook, key: unknown): string | undefined {
  return [...workbook.customProperties.keys()].find((name) => name.toLowerCase() === String(key).toLowerCase());
}

const customProperties = defineClass<Workbook>({
  items: (workbook) => [...workbook.customProperties.keys()].map((key) => object('CustomProperty', { workbook, key })),
  item: (workbook, key) => {
    const name = propertyKey(workbook, key);
    return name === undefined ? null : object('CustomProperty', { workbook, key: name });
  },
  methods: {
    Add: (workbook, [key, value]) => {
      requireArgument(text(key).length > 0 && text(key).length <= 255 && value !== null && value !== undefined);
      const name = propertyKey(workbook, key) ?? text(key);
      workbook.customProperties.set(name, typeof value === 'string' ? value.slice(0, 255) : value);
      return object('CustomProperty', { workbook, key: name });
    },
    DeleteAll: (workbook) => workbook.customProperties.clear(),
  },
});

function propertyType(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'Number' : 'Float';
  return typeof value === 'boolean' ? 'Boolean' : 'String';
}

const customProperty = defineClass<PropertyTarget>({
  identity: ({ key }) => key,
  identityKey: '_Id',
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ workbook, key }) => found(workbook.customProperties.get(key)),
      set: ({ workbook, key }, value) => void workbook.customProperties.set(key, value),
    },
    Type: { get: ({ workbook, key }) => propertyType(workbook.customProperties.get(key)) },
  },
  methods: { Delete: ({ workbook, key }) => void workbook.customProperties.delete(key) },
});

function namespaceOf({ xml }: XmlPart): string {
  return /<[^?!][^>]*?\sxmlns(?::\w+)?="([^"]*)"/.exec(xml)?.[1] ?? '';
}

function isXml(xml: string): boolean {
  return /^\s*(<\?xml[^>]*\?>)?\s*<([\w:.-]+)[\s\S]*(<\/\2\s*>|\/>)\s*$/.test(xml);
}

const xmlParts = defineClass<Workbook>({
  items: (workbook) => workbook.xmlParts.map((part) => object('CustomXmlPart', part)),
  item: (workbook, id) => {
    const part = workbook.xmlParts.find((candidate) => candidate.id === id);
    return part ? object('CustomXmlPart', part) : null;
  },
  methods: {
    Add: (workbook, [xml]) => {
      requireArgument(isXml(text(xml)));
      const part = {
        id: `{00000000-0C00-0000-0000-${String(workbook.nextNumber('xml')).padStart(12, '0')}}`,
        xml: text(xml),
      };
      workbook.xmlParts.push(part);
      return object('CustomXmlPart', part);
    },
    GetByNamespace: (workbook, [uri]) =>
      object(
        'CustomXmlPartScopedCollection',
        workbook.xmlParts.filter((part) => namespaceOf(part) === uri),
      ),
  },
});

const scopedXmlParts = defineClass<XmlPart[]>({
  items: (parts) => parts.map((part) => object('CustomXmlPart', part)),
  item: (parts, id) => {
    const part = parts.find((candidate) => candidate.id === id);
    return part ? object('CustomXmlPart', part) : null;
  },
  methods: {
    GetOnlyItem: (parts) => {
      if (parts.length > 1) throw new HostError('GeneralException');
      return object('CustomXmlPart', found(parts[0]));
    },
  },
});

const xmlPart = defineClass<XmlPart>({
  identity: ({ id }) => id,
  properties: { Id: { get: ({ id }) => id }, NamespaceUri: { get: namespaceOf } },
  methods: {
    GetXml: ({ xml }) => xml,
    SetXml: (part, [xml]) => {
      requireArgument(isXml(text(xml)));
      part.xml = text(xml);
    },
    Delete: (part, _args, { workbook }) =>
      void (workbook.xmlParts = workbook.xmlParts.filter((other) => other !== part)),
  },
});

interface StyleTarget {
  workbook: Workbook;
  name: string;
}

function styleOf({ workbook, name }: StyleTarget): StylePatch {
  return found(findStyle(workbook, name)?.style);
}

function styleProperty(key: StyleKey, convert: (value: unknown) => unknown): Property<StyleTarget> {
  return {
    get: (target) => styleValue(styleOf(target), key),
    set: (target, value) => void target.workbook.styles.set(target.name, { ...styleOf(target), [key]: convert(value) }),
  };
}

function styleNames(workbook: Workbook): string[] {
  return [...new Set([...Object.keys(BUILT_IN_STYLES), ...workbook.styles.keys()])];
}

const styles = defineClass<Workbook>({
  items: (workbook) => styleNames(workbook).map((name) => object('Style', { workbook, name })),
  item: (workbook, key) => {
    const style = findStyle(workbook, String(key));
    return style && object('Style', { workbook, name: style.name });
  },
  methods: {
    Add: (workbook, [name]) => {
      if (findStyle(workbook, text(name))) throw new HostError('ItemAlreadyExists');
      workbook.styles.set(text(name), {});
    },
  },
});

const FLAGS = [
  'IncludeAlignment',
  'IncludeBorder',
  'IncludeFont',
  'IncludeNumber',
  'IncludePatterns',
  'IncludeProtection',
];

/** Which parts of a cell's look a style sets. */
function flagsOf({ workbook, name }: StyleTarget): Bag {
  return childBag(childBag(workbook.application, 'StyleParts'), name);
}

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'DiagonalDown', 'DiagonalUp'] as const;

interface StyleBorderTarget extends StyleTarget {
  side: (typeof SIDES)[number];
}

function borderProperty(key: keyof CellBorder, initial: string, convert: (value: unknown) => string) {
  return {
    get: (target: StyleBorderTarget) => styleOf(target).borders?.[target.side]?.[key] ?? initial,
    set: (target: StyleBorderTarget, value: unknown): void => {
      const { borders = {}, ...rest } = styleOf(target);
      const border = { style: 'Continuous', ...borders[target.side], [key]: convert(value) };
      target.workbook.styles.set(target.name, { ...rest, borders: { ...borders, [target.side]: border } });
    },
  };
}

const styleBorders = defineClass<StyleTarget>({
  items: (target) => SIDES.map((side) => object('StyleBorder', { ...target, side })),
  item: (target, side) => object('StyleBorder', { ...target, side: oneOf(side, SIDES) }),
});

const styleBorder = defineClass<StyleBorderTarget>({
  identity: ({ side }) => side,
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: borderProperty('style', 'None', (value) => oneOf(value, BORDER_STYLES)),
    Weight: borderProperty('weight', 'Thin', (value) => oneOf(value, BORDER_WEIGHTS)),
    Color: borderProperty('color', '#000000', color),
  },
});

const style = defineClass<StyleTarget>({
  identity: ({ name }) => name,
  identityKey: '_Id',
  properties: {
    Name: { get: ({ name }) => name },
    BuiltIn: { get: ({ name }) => name in BUILT_IN_STYLES },
    FormulaHidden: styleProperty('formulaHidden', flag),
    HorizontalAlignment: styleProperty('horizontal', text),
    VerticalAlignment: styleProperty('vertical', text),
    IndentLevel: styleProperty('indent', integer),
    Locked: styleProperty('locked', flag),
    NumberFormat: styleProperty('numberFormat', text),
    NumberFormatLocal: styleProperty('numberFormat', text),
    ReadingOrder: styleProperty('readingOrder', text),
    ShrinkToFit: styleProperty('shrinkToFit', flag),
    WrapText: styleProperty('wrap', flag),
    TextOrientation: styleProperty('textOrientation', integer),
    AutoIndent: styleProperty('autoIndent', flag),
    // The client writes the text orientation under this name.
    Orientation: styleProperty('textOrientation', integer),
    ...keptIn(flagsOf, Object.fromEntries(FLAGS.map((name) => [name, true]))),
  },
  objects: {
    Font: (target) => object('StyleFont', target),
    Fill: (target) => object('StyleFill', target),
    Borders: (target) => object('StyleBorders', target),
  },
  methods: {
    Delete: ({ workbook, name }) => {
      if (name in BUILT_IN_STYLES) throw new HostError('InvalidOperation');
      workbook.styles.delete(name);
    },
  },
});

const styleFont = defineClass<StyleTarget>({
  properties: {
    Name: styleProperty('fontName', text),
    Size: styleProperty('fontSize', number),
    Color: styleProperty('fontColor', color),
    Bold: styleProperty('bold', flag),
    Italic: styleProperty('italic', flag),
    Underline: styleProperty('underline', text),
    Strikethrough: styleProperty('strikethrough', flag),
  },
});

const styleFill = defineClass<StyleTarget>({
  properties: { Color: styleProperty('fill', color), Pattern: styleProperty('pattern', text) },
  methods: { Clear: (target) => void target.workbook.styles.set(target.name, { ...styleOf(target), fill: '' }) },
});

export const DOCUMENT_PART_CLASSES: Record<string, HostClass<never>> = {
  CustomProperty: customProperty,
  CustomPropertyCollection: customProperties,
  CustomXmlPart: xmlPart,
  CustomXmlPartCollection: xmlParts,
  CustomXmlPartScopedCollection: scopedXmlParts,
  DocumentProperties: documentProperties,
  IterativeCalculation: bagClass({ Enabled: false, MaxIteration: 100, MaxChange: 0.001 }),
  Style: style,
  StyleBorder: styleBorder,
  StyleBorders: styleBorders,
  StyleCollection: styles,
  StyleFill: styleFill,
  StyleFont: styleFont,
};
