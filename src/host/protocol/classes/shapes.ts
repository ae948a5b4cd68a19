import { HostError, requireArgument } from '../../errors';
import { childBag, copyBag, createBag } from '../../store/bag';
import type { Shape, Sheet } from '../../store/sheet';
import { fixed, keptIn, words } from '../bagClass';
import { found, list, number, oneOf, optionalText, text } from '../convert';
import { type Call, defineClass, type HostClass, HostObject, object, type Property } from '../hostClass';
import { BLANK_PICTURE, pictureFormat } from './pictures';

export interface ShapeTarget {
  sheet: Sheet;
  shape: Shape;
}

const BOX = { Left: 100, Top: 50, Width: 72, Height: 72 };

export function shapeObject(sheet: Sheet, shape: Shape): HostObject {
  return object('Shape', { sheet, shape });
}

function add(sheet: Sheet, type: string, values: Record<string, unknown>, { workbook }: Call): HostObject {
  const number = workbook.nextNumber('shape');
  const id = `{00000000-0002-0000-0000-${String(number).padStart(12, '0')}}`;
  const shape: Shape = {
    id,
    type,
    name: `${type === 'GeometricShape' ? 'Shape' : type} ${number}`,
    bag: createBag({ ...BOX, ...values }),
  };
  sheet.shapes.push(shape);
  return shapeObject(sheet, shape);
}

function addPicture(sheet: Sheet, values: Record<string, unknown>, call: Call): HostObject {
  const image = add(sheet, 'Image', {}, call);
  Object.assign(childBag((image.target as ShapeTarget).shape.bag, 'Image').values, values);
  return image;
}

function addLine(sheet: Sheet, [left, top, right, bottom, connector]: unknown[], call: Call): HostObject {
  const [x1, y1, x2, y2] = [left ?? 0, top ?? 0, right ?? 100, bottom ?? 100].map(number) as [
    number,
    number,
    number,
    number,
  ];
  const box = { Left: Math.min(x1, x2), Top: Math.min(y1, y2), Width: Math.abs(x2 - x1), Height: Math.abs(y2 - y1) };
  const line = add(sheet, 'Line', box, call);
  const { shape } = line.target as ShapeTarget;
  childBag(shape.bag, 'Line').values.connectorType = optionalText(connector) ?? 'Straight';
  return line;
}

function addGroup(sheet: Sheet, [members]: unknown[], call: Call): HostObject {
  const shapes = list(members).map((member) => {
    const target = member instanceof HostObject ? (member.target as ShapeTarget).shape : findShape(sheet, member);
    return found(target);
  });
  requireArgument(shapes.length > 1);
  const group = add(sheet, 'Group', boundsOf(shapes), call);
  (group.target as ShapeTarget).shape.members = shapes.map(({ id }) => id);
  return group;
}

/** The smallest box around shapes. */
function boundsOf(shapes: readonly Shape[]): Record<keyof typeof BOX, number> {
  const value = ({ bag }: Shape, key: keyof typeof BOX) => Number(bag.values[key]);
  const Left = Math.min(...shapes.map((each) => value(each, 'Left')));
  const Top = Math.min(...shapes.map((each) => value(each, 'Top')));
  const right = Math.max(...shapes.map((each) => value(each, 'Left') + value(each, 'Width')));
  const bottom = Math.max(...shapes.map((each) => value(each, 'Top') + value(each, 'Height')));
  return { Left, Top, Width: right - Left, Height: bottom - Top };
}

/** Moves a shape; what is in a group moves along. */
function moveBy(sheet: Sheet, moved: Shape, key: 'Left' | 'Top', by: number): void {
  moved.bag.values[key] = Number(moved.bag.values[key]) + by;
  for (const member of sheet.shapes.filter(({ id }) => moved.members?.includes(id))) moveBy(sheet, member, key, by);
}

function place(key: 'Left' | 'Top'): Property<ShapeTarget> {
  return {
    get: (target) => target.shape.bag.values[key],
    set: ({ sheet, shape: moved }, value) => moveBy(sheet, moved, key, number(value) - Number(moved.bag.values[key])),
  };
}

export function findShape(sheet: Sheet, key: unknown): Shape | undefined {
  return sheet.shapes.find((shape) => shape.id === key || shape.name === key);
}

const collection = defineClass<Sheet>({
  items: (sheet) => sheet.shapes.map((shape) => shapeObject(sheet, shape)),
  item: (sheet, key) => {
    const shape = findShape(sheet, key);
    return shape ? shapeObject(sheet, shape) : null;
  },
  methods: {
    AddGeometricShape: (sheet, [type], call) => add(sheet, 'GeometricShape', { GeometricShapeType: text(type) }, call),
    AddTextBox: (sheet, [content], call) => {
      const box = add(sheet, 'TextBox', { GeometricShapeType: 'Rectangle' }, call);
      const frame = childBag((box.target as ShapeTarget).shape.bag, 'TextFrame');
      childBag(frame, 'TextRange').values.Text = optionalText(content) ?? '';
      return object('Shape', box.target);
    },
    AddImage: (sheet, [base64], call) => {
      const format = pictureFormat(text(base64));
      requireArgument(format !== null);
      return addPicture(sheet, { format, picture: text(base64) }, call);
    },
    AddSvg: (sheet, [xml], call) => {
      requireArgument(text(xml).includes('<svg'));
      return addPicture(sheet, { format: 'SVG', picture: BLANK_PICTURE }, call);
    },
    AddLine: addLine,
    AddGroup: addGroup,
  },
});

function grow(key: 'Left' | 'Top') {
  return ({ sheet, shape: moved }: ShapeTarget, [increment]: unknown[]): void =>
    moveBy(sheet, moved, key, number(increment));
}

function scale(key: 'Width' | 'Height') {
  return ({ shape }: ShapeTarget, [factor]: unknown[]): void => {
    shape.bag.values[key] = Number(shape.bag.values[key]) * number(factor);
  };
}

function setOrder({ sheet, shape }: ShapeTarget, [position]: unknown[]): void {
  const at = sheet.shapes.indexOf(shape);
  const last = sheet.shapes.length - 1;
  const steps = {
    BringToFront: last,
    SendToBack: 0,
    BringForward: Math.min(last, at + 1),
    SendBackward: Math.max(0, at - 1),
  };
  const to = steps[oneOf(position, Object.keys(steps) as (keyof typeof steps)[])];
  sheet.shapes.splice(at, 1);
  sheet.shapes.splice(to, 0, shape);
}

/** Sub-objects that are there only for shapes of one type. */
function only(type: string, className: string, member: string) {
  return (target: ShapeTarget): HostObject => {
    if (target.shape.type !== type) throw new HostError('ItemNotFound');
    return object(className, { ...target, bag: childBag(target.shape.bag, member) });
  };
}

const shape = defineClass<ShapeTarget>({
  identity: (target) => target.shape.id,
  properties: {
    Id: { get: (target) => target.shape.id },
    Name: { get: (target) => target.shape.name, set: (target, value) => (target.shape.name = text(value)) },
    DisplayName: { get: (target) => target.shape.name },
    Type: { get: (target) => (target.shape.type === 'TextBox' ? 'GeometricShape' : target.shape.type) },
    ZOrderPosition: { get: (target) => target.sheet.shapes.indexOf(target.shape) },
    Left: place('Left'),
    Top: place('Top'),
    ...keptIn((target: ShapeTarget) => target.shape.bag, {
      Width: BOX.Width,
      Height: BOX.Height,
      Rotation: 0,
      AltTextTitle: '',
      AltTextDescription: '',
      LockAspectRatio: false,
      Placement: words('TwoCell', 'OneCell', 'Absolute'),
      GeometricShapeType: 'Rectangle',
      Visible: true,
      Level: fixed(0),
      ConnectionSiteCount: fixed(4),
    }),
  },
  objects: {
    Fill: (target) => object('ShapeFill', childBag(target.shape.bag, 'Fill')),
    LineFormat: (target) => object('ShapeLineFormat', childBag(target.shape.bag, 'LineFormat')),
    TextFrame: (target) => object('TextFrame', childBag(target.shape.bag, 'TextFrame')),
    GeometricShape: only('GeometricShape', 'GeometricShape', 'GeometricShape'),
    Image: only('Image', 'Image', 'Image'),
    Line: only('Line', 'Line', 'Line'),
    Group: only('Group', 'ShapeGroup', 'Group'),
    ParentGroup: ({ sheet, shape: member }) =>
      shapeObject(sheet, found(sheet.shapes.find((other) => other.members?.includes(member.id)))),
  },
  methods: {
    Delete: (target) => void (target.sheet.shapes = target.sheet.shapes.filter((other) => other !== target.shape)),
    IncrementLeft: grow('Left'),
    IncrementTop: grow('Top'),
    IncrementRotation: ({ shape: { bag } }, [increment]) =>
      void (bag.values.Rotation = Number(bag.values.Rotation ?? 0) + number(increment)),
    /** The picture of an image; other shapes are not drawn. */
    GetAsImage: ({ shape: { bag } }) => childBag(bag, 'Image').values.picture ?? BLANK_PICTURE,
    ScaleWidth: scale('Width'),
    ScaleHeight: scale('Height'),
    SetZOrder: setOrder,
    CopyTo: (target, [key], call) => {
      const sheet =
        key instanceof HostObject ? (key.target as Sheet) : key ? call.workbook.sheet(text(key)) : target.sheet;
      const copy = add(sheet, target.shape.type, {}, call);
      (copy.target as ShapeTarget).shape.bag = copyBag(target.shape.bag);
      return copy;
    },
  },
});

export const SHAPE_CLASSES: Record<string, HostClass<never>> = {
  Shape: shape,
  ShapeCollection: collection,
};
