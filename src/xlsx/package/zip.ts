import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { CrmError } from '../../shared/errors';

/** The parts of an .xlsx file by path, without a leading slash, in the order they are written. */
export type Parts = Map<string, Uint8Array>;

/** More than this unpacked is a bomb, or nothing a task pane should open. */
export const unpackedLimit = 512 * 1024 * 1024;

// The local clock reads the same everywhere, so that two builds are byte-identical in any time zone.
const fixedTime = new Date(2000, 0, 1);
// Half the time of the usual 6 for 6 % more bytes.
const compression = 4;
const zipSignature = [0x50, 0x4b];
/** OLE2 container: an encrypted workbook, or an .xls. */
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0];

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/**
 * Unpacks a file in memory.
 * @throws CrmError `encrypted` (OLE2 container: password or .xls), `notXlsx` (no zip), `tooLarge` (more than
 * `limit` bytes unpacked), `damaged`.
 */
export function openPackage(bytes: Uint8Array, limit = unpackedLimit): Parts {
  if (startsWith(bytes, oleSignature)) throw new CrmError('encrypted');
  if (!startsWith(bytes, zipSignature)) throw new CrmError('notXlsx');
  return new Map(Object.entries(unzip(bytes, limit)).map(([path, part]) => [normalizePath(path), part]));
}

function unzip(bytes: Uint8Array, limit: number): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        // Counted before anything is inflated; fflate never writes past the size a header declares.
        total += originalSize;
        if (total > limit) throw new CrmError('tooLarge', { limit });
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    if (error instanceof CrmError) throw error;
    throw new CrmError('damaged', { detail: error instanceof Error ? error.message : String(error) });
  }
}

// Some writers use backslashes or a leading slash.
const normalizePath = (path: string): string => path.replace(/\\/g, '/').replace(/^\//, '');

/** Packs parts; the same parts always give the same bytes. */
export function closePackage(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of parts) files[path] = [bytes, { mtime: fixedTime }];
  return zipSync(files, { level: compression });
}

/** A part's text (UTF-8, byte order mark dropped; UTF-16 with its mark), or undefined when there is no such part. */
export function partText(parts: Parts, path: string): string | undefined {
  const bytes = parts.get(path);
  return bytes && decode(bytes);
}

function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

export const textPart = (text: string): Uint8Array => strToU8(text);
