export type BookScalar = string | number | boolean | null;

/** A cell error such as `#N/A`. */
export interface BookError {
  readonly error: string;
}

export interface BookStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly fontColor?: string;
  readonly fontSize?: number;
  readonly fontName?: string;
  readonly fill?: string;
  readonly horizontal?:
    'left' | 'center' | 'right' | 'general' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
  readonly vertical?: 'top' | 'middle' | 'bottom' | 'justify' | 'distributed';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', { style: string; color?: string }>>>;
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  readonly strikethrough?: boolean;
  readonly script?: 'superscript' | 'subscript';
  readonly shrinkToFit?: boolean;
  /** Degrees, -90 to 90; 180 is stacked letters. */
  readonly rotation?: number;
}

export interface BookCell {
  value: BookScalar | BookError;
  /** Without `=`; `value` then is the cached result. */
  formula?: string;
  /** `B2:D9` when the formula is an array formula or a dynamic array that fills this range. */
  arrayRange?: string;
  dynamicArray?: boolean;
  style?: BookStyle;
}
