/** How a cell looks. Styles are immutable records shared by cells; an absent key means the default below. */

export type BorderSide =
  | 'EdgeTop'
  | 'EdgeBottom'
  | 'EdgeLeft'
  | 'EdgeRight'
  | 'InsideVertical'
  | 'InsideHorizontal'
  | 'DiagonalDown'
  | 'DiagonalUp';

export interface CellBorder {
  readonly style: string;
  readonly weight?: string;
  readonly color?: string;
}

export interface CellStyle {
  readonly numberFormat: string;
  readonly namedStyle: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  readonly fill: string;
  readonly pattern: string;
  readonly patternColor: string;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrinkToFit: boolean;
  readonly readingOrder: string;
  readonly textOrientation: number;
  readonly autoIndent: boolean;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  readonly tint: number;
  readonly borders: Readonly<Partial<Record<BorderSide, CellBorder>>>;
}

export type StyleKey = keyof CellStyle;
export type StylePatch = Readonly<Partial<CellStyle>>;

/** Excel's "Normal" style (Office theme 2013-2022). */
export const DEFAULT_STYLE: CellStyle = {
  numberFormat: 'General',
  namedStyle: 'Normal',
  fontName: 'Calibri',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  subscript: false,
  superscript: false,
  fill: '',
  pattern: 'None',
  patternColor: '',
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  shrinkToFit: false,
  readingOrder: 'Context',
  textOrientation: 0,
  autoIndent: false,
  locked: true,
  formulaHidden: false,
  tint: 0,
  borders: {},
};

/** The value of one key with its default. */
export function styleValue<K extends StyleKey>(style: StylePatch | undefined, key: K): CellStyle[K] {
  return (style?.[key] ?? DEFAULT_STYLE[key]) as CellStyle[K];
}

/** `style` with the patch laid over it. */
export function patchStyle(style: StylePatch | undefined, patch: StylePatch): StylePatch {
  return { ...style, ...patch };
}
