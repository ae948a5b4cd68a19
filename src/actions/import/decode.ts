import { CrmError } from '../../shared/errors';
import type { SourceFile } from './types';

type Signature = readonly number[];

/** Zip, and the container of encrypted workbooks and old .xls files: their reader says what is wrong with them. */
const workbooks: readonly Signature[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
/** Files people pick by mistake: PDF, PNG, JPEG, GIF. */
const notTables: readonly Signature[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];
const byteOrderMarks: readonly { readonly mark: Signature; readonly encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];
/** Tried in this order on bytes without a mark: UTF-8 rejects nearly everything that is not UTF-8. */
const guesses = ['utf-8', 'gb18030'];
/** How TextDecoder says: a byte that the encoding does not know; an encoding that nobody knows. */
const refusals: ReadonlySet<string> = new Set(['TypeError', 'RangeError']);

/** Whether the content (not the name) says workbook or text. Throws `emptyFile`, `notTabular`. */
export function sniff({ fileName, bytes }: SourceFile): 'xlsx' | 'csv' {
  if (bytes.length === 0) throw new CrmError('emptyFile', { fileName });
  if (startsWithAny(bytes, workbooks)) return 'xlsx';
  const isText = markOf(bytes) ?? !(bytes.includes(0) || startsWithAny(bytes, notTables));
  if (!isText) throw new CrmError('notTabular', { fileName });
  return 'csv';
}

/**
 * Text of a file: by byte order mark, else UTF-8, else GB18030 (what Excel in China saves as CSV).
 * Throws `unknownEncoding` when none fits without a bad byte; a person can then name the encoding.
 */
export function decodeText({ fileName, bytes }: SourceFile, encoding?: string): { text: string; encoding: string } {
  const candidates = encoding ? [encoding] : [markOf(bytes) ?? guesses].flat();
  for (const candidate of candidates) {
    const text = tryDecode(bytes, candidate);
    if (text !== null) return { text, encoding: candidate };
  }
  throw new CrmError('unknownEncoding', { fileName });
}

function tryDecode(bytes: Uint8Array<ArrayBuffer>, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (refusals.has((error as Error).name)) return null;
    throw error;
  }
}

const markOf = (bytes: Uint8Array): string | undefined =>
  byteOrderMarks.find(({ mark }) => startsWith(bytes, mark))?.encoding;

const startsWithAny = (bytes: Uint8Array, signatures: readonly Signature[]): boolean =>
  signatures.some((signature) => startsWith(bytes, signature));

const startsWith = (bytes: Uint8Array, signature: Signature): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
