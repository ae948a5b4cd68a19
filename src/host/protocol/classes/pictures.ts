/** A PNG of one transparent point: the host draws nothing, and gives this for any picture of a chart, shape or range. */
export const BLANK_PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** The first bytes of each format, in base64. */
const OPENINGS: Readonly<Record<string, string>> = {
  iVBORw0KGgo: 'PNG',
  '/9j/': 'JPEG',
  R0lGOD: 'GIF',
  Qk: 'BMP',
};

/** The format of a picture (`Excel.PictureFormat`); null for what is none. */
export function pictureFormat(base64: string): string | null {
  const opening = Object.keys(OPENINGS).find((start) => base64.startsWith(start));
  return opening === undefined ? null : (OPENINGS[opening] ?? null);
}
