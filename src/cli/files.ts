import { constants } from 'node:fs';
import { access, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CrmError } from '../shared/errors';

/** Reads a file whole; a missing or unreadable one is a coded error. */
export async function readInput(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return Uint8Array.from(await readFile(path));
  } catch (error) {
    throw new CrmError('cannotRead', { path, reason: reasonOf(error) });
  }
}

/** Refuses targets that cannot be written before minutes go into what should stand there. */
export async function refuseUnwritable(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (await isFolder(path)) throw new CrmError('cannotWrite', { path, reason: reasons.EISDIR! });
    if (!(await isFolder(dirname(path))))
      throw new CrmError('cannotWrite', { path, reason: 'there is no such folder' });
    await access(dirname(path), constants.W_OK).catch((error: unknown) => {
      throw new CrmError('cannotWrite', { path, reason: reasonOf(error) });
    });
  }
}

/** What cannot be looked at is no folder to write into. */
const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** Writes all files beside their targets, then renames: a failure never leaves half a file in the place of a good one. */
export async function writeOutputs(files: readonly Output[]): Promise<void> {
  const temporary = ({ path }: Output) => `${path}.${process.pid}.tmp`;
  let current = files[0]!;
  try {
    for (current of files) await writeFile(temporary(current), current.content, { flag: 'wx' });
    for (current of files) await rename(temporary(current), current.path);
  } catch (error) {
    await Promise.all(files.map((file) => rm(temporary(file), { force: true }).catch(() => undefined)));
    throw new CrmError('cannotWrite', { path: current.path, reason: reasonOf(error) });
  }
}

/** Why the system refused, in words; other codes are shown as they are. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  EBUSY: 'it is in use',
  ENOSPC: 'the disk is full',
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return reasons[code] ?? code;
}
