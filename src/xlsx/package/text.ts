/**
 * ST_Xstring of ECMA-376 (22.9.2.19): what XML cannot hold is written `_xHHHH_`, and a text that already looks like
 * that gets its underscore written `_x005F_`, so that every text survives.
 */

// Controls, halves of surrogate pairs, what XML forbids. Line breaks and tabs may stand in element text; in attributes
// XML would turn them into spaces.
const forbidden = /[^\P{Cc}\t\n]|\p{Cs}|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const lineBreaks = /[\t\n]/g;
const encoded = /_x([0-9A-Fa-f]{4})_/g;
const markup = /[&<>]/g;
const quotes = /"/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Cell text or formula as an ST_Xstring; markup is left to whoever writes the XML. */
export const encodeText = (text: string): string => text.replace(forbidden, hex);

/** The same, made safe for XML text. */
export const escapeText = (text: string): string => escapeMarkup(encodeText(text));

/** The same for an attribute: quotes, line breaks and tabs are encoded too. */
export function escapeAttribute(text: string): string {
  return escapeMarkup(encodeText(text).replace(lineBreaks, hex)).replace(quotes, '&quot;');
}

const escapeMarkup = (text: string): string => text.replace(markup, (character) => entities[character]!);

/** What a person typed, from what the file holds. */
export function decodeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(encoded, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
