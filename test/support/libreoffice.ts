import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import type { BookCell, BookSheet } from '../../src/xlsx/book';
import { readBook } from '../../src/xlsx/read';

const run = promisify(execFile);
const timeout = 600_000;

/** A profile of its own: by default LibreOffice never recalculates an .xlsx; 0 is "always". */
const profileSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

let found: string | null | undefined;

/** LIBREOFFICE_PATH, else `soffice` in PATH, else null: tests that need it then skip. */
export function libreOfficePath(): string | null {
  return (found ??= process.env['LIBREOFFICE_PATH'] ?? which('soffice'));
}

/** `describe` when LibreOffice is there, else a skipped one that says so. */
export const describeWithLibreOffice = (title: string, body: () => void): void =>
  libreOfficePath() ? describe(title, body) : describe.skip(`${title} (skipped: LibreOffice not found)`, body);

/** A hard recalculation of every formula: the values of each sheet as `[row][column]`, blanks null, errors `{ error }`. */
export async function recalculate(path: string): Promise<Map<string, BookCell['value'][][]>> {
  return withFolder(async (folder) => {
    const out = await convert(path, 'xlsx', folder, true);
    const book = readBook(readFileSync(out));
    return new Map(book.sheets.map((sheet) => [sheet.name, grid(sheet)]));
  });
}

/** Opens a file and saves it as another: what LibreOffice makes of our workbooks. */
export async function resave(path: string): Promise<Uint8Array> {
  return withFolder(async (folder) => readFileSync(await convert(path, 'xlsx', folder, false)));
}

/** Draws every page as `<outDir>/<name>-N.png` with the values the file holds; returns the pictures' paths. */
export async function toPng(path: string, outDir: string): Promise<string[]> {
  mkdirSync(outDir, { recursive: true });
  return withFolder(async (folder) => {
    const pdf = await convert(path, 'pdf', folder, false);
    const name = basename(path, extname(path));
    await run('pdftoppm', ['-png', '-r', '80', pdf, join(outDir, name)], { timeout });
    const pictures = readdirSync(outDir).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.png'));
    return pictures.sort().map((file) => join(outDir, file));
  });
}

async function convert(path: string, format: string, folder: string, hardRecalculation: boolean): Promise<string> {
  const office = libreOfficePath();
  if (!office) throw new Error('LibreOffice not found: set LIBREOFFICE_PATH or put soffice in PATH');
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  if (hardRecalculation) writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), profileSettings);
  const out = join(folder, 'out');
  const installation = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  await run(office, [installation, '--headless', '--convert-to', format, '--outdir', out, path], { timeout });
  const result = join(out, `${basename(path, extname(path))}.${format}`);
  if (!existsSync(result)) throw new Error(`LibreOffice could not open ${basename(path)}`);
  return result;
}

async function withFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-libreoffice-'));
  try {
    return await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function grid(sheet: BookSheet): BookCell['value'][][] {
  const rows: BookCell['value'][][] = [];
  for (const [row, cells] of sheet.cells) {
    rows[row] = [];
    for (const [column, cell] of cells) rows[row]![column] = cell.value;
  }
  return Array.from(rows, (row = []) => Array.from(row, (value) => value ?? null));
}

function which(program: string): string | null {
  try {
    return execFileSync('which', [program], { encoding: 'utf8' }).trim();
  } catch {
    // `which` answers with an exit code: the program is simply not installed.
    return null;
  }
}
