import { requireArgument } from '../../errors';
import { type Bag, childBag } from '../../store/bag';
import type { Shape } from '../../store/sheet';
import { bagClass, colour, fixed, keptIn, words } from '../bagClass';
import { found, integer, number } from '../convert';
import { defineClass, HostObject, object, type HostClass } from '../hostClass';
import { findShape, shapeObject, type ShapeTarget } from './shapes';

interface PartTarget extends ShapeTarget {
  bag: Bag;
}

const geometricShape = defineClass<PartTarget>({
  identity: (target) => target.shape.id,
  properties: { Id: { get: (target) => target.shape.id } },
  objects: { Shape: ({ sheet, shape: owner }) => shapeObject(sheet, owner) },
});

/** A picture's own settings run from 0 to 1. */
function increment(key: 'Brightness' | 'Contrast') {
  return ({ bag }: PartTarget, [by]: unknown[]): void => {
    bag.values[key] = Math.min(1, Math.max(0, Number(bag.values[key] ?? 0.5) + number(by)));
  };
}

const image = defineClass<PartTarget>({
  identity: (target) => target.shape.id,
  properties: {
    Id: { get: (target) => target.shape.id },
    // The client's own spelling.
    format: { get: ({ bag }) => bag.values.format ?? 'UNKNOWN' },
    ...keptIn(({ bag }: PartTarget) => bag, {
      Brightness: 0.5,
      ColorType: words('Mixed', 'Automatic', 'GrayScale', 'BlackAndWhite', 'Watermark'),
      Contrast: 0.5,
      CropBottom: 0,
      CropLeft: 0,
      CropRight: 0,
      CropTop: 0,
    }),
  },
  objects: { Shape: ({ sheet, shape: owner }) => shapeObject(sheet, owner) },
  methods: { IncrementBrightness: increment('Brightness'), IncrementContrast: increment('Contrast') },
});

const ARROW = ['None', 'Triangle', 'Stealth', 'Diamond', 'Oval', 'Open'];

function connect(end: 'Begin' | 'End') {
  return ({ bag }: PartTarget, [other, site]: unknown[]): void => {
    requireArgument(other instanceof HostObject && other.className === 'Shape');
    bag.values[`${end}Shape`] = (other.target as ShapeTarget).shape.id;
    bag.values[`${end}ConnectedSite`] = integer(site);
  };
}

function connected(end: 'Begin' | 'End') {
  return ({ sheet, bag }: PartTarget): HostObject =>
    shapeObject(sheet, found(findShape(sheet, bag.values[`${end}Shape`])));
}

const line = defineClass<PartTarget>({
  properties: {
    Id: { get: (target) => target.shape.id },
    IsBeginConnected: { get: ({ bag }) => bag.values.BeginShape !== undefined },
    IsEndConnected: { get: ({ bag }) => bag.values.EndShape !== undefined },
    ...keptIn(({ bag }: PartTarget) => bag, {
      connectorType: words('Straight', 'Elbow', 'Curve'),
      BeginArrowheadLength: words('Medium', 'Short', 'Long'),
      BeginArrowheadStyle: words(...ARROW),
      BeginArrowheadWidth: words('Medium', 'Narrow', 'Wide'),
      EndArrowheadLength: words('Medium', 'Short', 'Long'),
      EndArrowheadStyle: words(...ARROW),
      EndArrowheadWidth: words('Medium', 'Narrow', 'Wide'),
      BeginConnectedSite: fixed(0),
      EndConnectedSite: fixed(0),
    }),
  },
  objects: {
    Shape: ({ sheet, shape: owner }) => shapeObject(sheet, owner),
    BeginConnectedShape: connected('Begin'),
    EndConnectedShape: connected('End'),
  },
  methods: {
    ConnectBeginShape: connect('Begin'),
    ConnectEndShape: connect('End'),
    DisconnectBeginShape: ({ bag }) => void delete bag.values.BeginShape,
    DisconnectEndShape: ({ bag }) => void delete bag.values.EndShape,
  },
});

function members({ sheet, shape: group }: ShapeTarget): Shape[] {
  return sheet.shapes.filter(({ id }) => group.members?.includes(id));
}

const group = defineClass<PartTarget>({
  properties: { Id: { get: (target) => target.shape.id } },
  objects: {
    Shape: ({ sheet, shape: owner }) => shapeObject(sheet, owner),
    Shapes: (target) => object('GroupShapeCollection', target),
  },
  methods: {
    Ungroup: ({ sheet, shape: owner }) => void (sheet.shapes = sheet.shapes.filter((other) => other !== owner)),
  },
});

const groupShapes = defineClass<ShapeTarget>({
  items: (target) => members(target).map((member) => shapeObject(target.sheet, member)),
  item: (target, key) => {
    const member = members(target).find(({ id, name }) => id === key || name === key);
    return member ? shapeObject(target.sheet, member) : null;
  },
});

/** `Excel.ShapeFontUnderlineStyle` */
const UNDERLINES = [
  ...['None', 'Single', 'Double', 'Heavy', 'Dotted', 'DottedHeavy', 'Dash', 'DashHeavy', 'DashLong', 'DashLongHeavy'],
  ...['DotDash', 'DotDashHeavy', 'DotDotDash', 'DotDotDashHeavy', 'Wavy', 'WavyHeavy', 'WavyDouble'],
];

/** What shapes consist of: lines, groups, fills, texts. */
export const SHAPE_PART_CLASSES: Record<string, HostClass<never>> = {
  GeometricShape: geometricShape,
  GroupShapeCollection: groupShapes,
  Image: image,
  Line: line,
  ShapeGroup: group,
  ShapeFill: bagClass(
    { ForegroundColor: colour('#4472C4'), Type: fixed('Solid'), Transparency: 0 },
    {},
    {
      SetSolidColor: (bag, [color]) => void (bag.values.ForegroundColor = color),
      Clear: (bag) => void (bag.values.ForegroundColor = ''),
    },
  ),
  ShapeFont: bagClass({
    Size: 11,
    Name: 'Calibri',
    Color: colour('#000000'),
    Bold: false,
    Italic: false,
    Underline: words(...UNDERLINES),
  }),
  ShapeLineFormat: bagClass({
    Visible: true,
    Color: colour('#2F528F'),
    Style: words('Single', 'ThickBetweenThin', 'ThickThin', 'ThinThick', 'ThinThin'),
    Weight: 1,
    DashStyle: words(
      'Solid',
      'Dash',
      'DashDot',
      'DashDotDot',
      'LongDash',
      'LongDashDot',
      'LongDashDotDot',
      'RoundDot',
      'SquareDot',
      'SystemDash',
      'SystemDashDot',
      'SystemDot',
    ),
    Transparency: 0,
  }),
  TextFrame: bagClass(
    {
      LeftMargin: 7.2,
      RightMargin: 7.2,
      TopMargin: 3.6,
      BottomMargin: 3.6,
      HorizontalAlignment: words('Left', 'Center', 'Right', 'Justify', 'JustifyLow', 'Distributed', 'ThaiDistributed'),
      HorizontalOverflow: words('Overflow', 'Clip'),
      VerticalAlignment: words('Top', 'Middle', 'Bottom', 'Justified', 'Distributed'),
      VerticalOverflow: words('Overflow', 'Ellipsis', 'Clip'),
      Orientation: words(
        'Horizontal',
        'Vertical',
        'Vertical270',
        'WordArtVertical',
        'EastAsianVertical',
        'MongolianVertical',
        'WordArtVerticalRTL',
      ),
      ReadingOrder: words('LeftToRight', 'RightToLeft'),
      HasText: true,
      AutoSizeSetting: words('AutoSizeNone', 'AutoSizeTextToFitShape', 'AutoSizeShapeToFitText', 'AutoSizeMixed'),
    },
    { TextRange: 'TextRange' },
    { DeleteText: (bag) => void (childBag(bag, 'TextRange').values.Text = '') },
  ),
  TextRange: bagClass(
    { Text: '' },
    { Font: 'ShapeFont' },
    {
      GetSubstring: (bag, [start, length]) => object('TextRange', childBag(bag, `${String(start)}+${String(length)}`)),
    },
  ),
};
