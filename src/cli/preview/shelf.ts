import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../../..');
const shelf = join(root, '.cache/workbooks');
const requireFromHere = createRequire(__filename);

/** Everything that a workbook is made from. */
const SOURCES = ['templates', 'src/crm', 'src/shared', 'src/template', 'src/xlsx', 'src/cli/preview', 'package.json'];

/**
 * A workbook that takes seconds to make: made in a process of its own, so that the server can answer meanwhile, and kept
 * on disk until the day is over or something changes that it is made from.
 * @throws Error when the process fails; its message is on the terminal
 */
export async function fromShelf(name: string, today: number): Promise<Uint8Array> {
  const file = `${name}-${today}-${fingerprint()}.xlsx`;
  const path = join(shelf, file);
  mkdirSync(shelf, { recursive: true });
  if (!existsSync(path)) await make(name, today, path);
  for (const other of readdirSync(shelf))
    if (isOutdated(other, name, file)) rmSync(join(shelf, other), { force: true });
  return readFileSync(path);
}

const isOutdated = (file: string, name: string, present: string): boolean =>
  file.startsWith(`${name}-`) && file.endsWith('.xlsx') && file !== present;

function make(name: string, today: number, path: string): Promise<void> {
  // Whoever starts it, with tsx or without: the script is TypeScript.
  const execArgv = ['--import', pathToFileURL(requireFromHere.resolve('tsx')).href];
  const child = fork(join(__dirname, 'makeWorkbook.ts'), [name, String(today), path], { execArgv });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${name} could not be made (${code}).`))));
  });
}

/** Of the contents of {@link SOURCES}. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesIn(join(root, source))))
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
