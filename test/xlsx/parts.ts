import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** An .xlsx from the text of its parts. */
export const pack = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

/** The same file with one part changed; fails when the change changes nothing. */
export function patch(bytes: Uint8Array, path: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(bytes);
  const before = strFromU8(parts[path]!);
  const after = before.replace(from, to);
  if (after === before) throw new Error(`nothing to patch in ${path}`);
  return zipSync({ ...parts, [path]: strToU8(after) });
}

/** The same file without a part. */
export function without(bytes: Uint8Array, path: string): Uint8Array {
  const { [path]: _, ...rest } = unzipSync(bytes);
  return zipSync(rest);
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a small workbook as other programs write it: prefixed elements, relative targets. */
export const foreignParts = (sheetData: string, more = '', strings = '', workbook = ''): Record<string, string> => ({
  '_rels/.rels': `<Relationships><Relationship Id="a" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${relationships}">${workbook}<x:sheets><x:sheet name="S" sheetId="1" r:id="b"/></x:sheets></x:workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="b" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${sheetData}</sheetData>${more}</worksheet>`,
});
