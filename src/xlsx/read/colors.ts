import { children, descend, parseXml, type XmlNode } from '../package/xml';

/** Order in which `theme="n"` counts the colours of a theme; the theme part has each pair the other way round. */
const themeOrder = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** First eight of the old palette, repeated once (ECMA-376 18.8.27); later entries are rare and read as no colour. */
const indexed = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF'];

/** Turns colour elements into `#RRGGBB`. */
export class Palette {
  private readonly theme: readonly string[];

  constructor(themeXml: string | undefined, part: string) {
    const scheme = themeXml === undefined ? undefined : descend(parseXml(themeXml, part), 'themeElements', 'clrScheme');
    this.theme = themeOrder.map((name) => schemeColor(children(scheme, name)[0]));
  }

  /** Undefined for automatic and unknown colours. */
  color(node: XmlNode | undefined): string | undefined {
    const { rgb, theme, tint, indexed: index } = node?.attributes ?? {};
    if (rgb) return `#${rgb.slice(-6).toUpperCase()}`;
    if (index !== undefined) return hexColor(Number(index) < 16 ? indexed[Number(index) % 8] : undefined);
    if (theme === undefined) return undefined;
    return hexColor(tinted(this.theme[Number(theme)] || undefined, Number(tint ?? 0)));
  }
}

const hexColor = (color: string | undefined): string | undefined => (color === undefined ? undefined : `#${color}`);

function schemeColor(node: XmlNode | undefined): string {
  const color = node?.children[0];
  return (color?.attributes['lastClr'] ?? color?.attributes['val'] ?? '').toUpperCase();
}

/** Lighter above 0, darker below, channel by channel: close to Excel's own, which goes through lightness. */
function tinted(color: string | undefined, tint: number): string | undefined {
  if (color === undefined || tint === 0) return color;
  const channels = [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16));
  const target = tint > 0 ? 255 : 0;
  const mixed = channels.map((channel) => Math.round(channel + (target - channel) * Math.abs(tint)));
  return mixed
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
