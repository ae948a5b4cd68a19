const context = document.createElement('canvas').getContext('2d');

function widthOf(text: string, font: string): number {
  if (!context) return 0;
  context.font = font;
  return context.measureText(text).width;
}

const isInstalled = (name: string): boolean =>
  widthOf('mmmm', `40px '${name}', monospace`) !== widthOf('mmmm', '40px monospace');

/** Column widths are made for Calibri; where neither it nor its twin is installed, wider letters are drawn smaller. */
export const fontScale = isInstalled('Calibri') || isInstalled('Carlito') ? 1 : 0.92;

/** Where a font is missing, one of the same width follows (Carlito is Calibri's), then one with Chinese. */
export const fontFamily = (name: string): string =>
  `${name}, Carlito, 'Segoe UI', 'Noto Sans SC', 'Microsoft YaHei', sans-serif`;

const captionFont = `bold ${Math.round(11 * fontScale)}pt ${fontFamily('Calibri')}`;
const captions = new Map<string, number>();

/** Width of a table caption in pixels, in the font that captions are drawn with. */
export function measureCaption(text: string): number {
  const width = captions.get(text) ?? widthOf(text, captionFont);
  captions.set(text, width);
  return width;
}
