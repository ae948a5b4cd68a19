import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { CrmError } from '../shared/errors';

/** Reads a file whole; a missing or unreadable one is a coded error. */
export async function readInput(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return Uint8Array.from(await readFile(path));
  } catch (error) {
    throw new CrmError('cannotRead', { path, reason: reasonOf(error) });
  }
}

/** Writes beside the target and renames, so that a failure never leaves half a file in the place of a good one. */
export async function writeOutput(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new CrmError('cannotWrite', { path, reason: reasonOf(error) });
  }
}

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
