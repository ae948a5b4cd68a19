import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command as a user runs it, in a process of its own. */
export function crm(...args: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    const command = [join(root, 'src/cli/crm.mjs'), ...args];
    execFile(process.execPath, command, { cwd: root, maxBuffer: 1e8 }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** A folder for one test file; `file` writes into it and returns the path. */
export function workFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'crm-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(path(name), content);
    return path(name);
  };
  return {
    folder,
    path,
    file,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    exists: (name: string) => existsSync(path(name)),
  };
}

export interface ReportJson {
  readonly asOf: string;
  readonly customers: { readonly count: number; readonly byTier: Readonly<Record<string, number>> };
  readonly revisits: {
    readonly overdue: readonly Readonly<Record<string, string | number | null>>[];
    readonly neverContacted: number;
  };
  readonly funnel: Readonly<Record<string, unknown>> & {
    readonly stages: readonly Readonly<Record<string, string | number>>[];
  };
  readonly tickets: Readonly<Record<string, number>>;
  readonly campaigns: readonly object[];
  readonly problems: readonly {
    readonly table: string;
    readonly row: number;
    readonly id: string | null;
    readonly column: string;
    readonly code: string;
    readonly message: string;
  }[];
  readonly problemCounts: Readonly<Record<string, number>>;
  readonly rows?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}

/** `crm report --json`, parsed. */
export async function report(path: string, ...options: readonly string[]): Promise<ReportJson> {
  const { code, out, err } = await crm('report', path, '--json', ...options);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as ReportJson;
}

/** Public sample data; not part of the repository. */
const data = process.env.CRM_TEST_DATA ?? resolve(root, '../shared/data');
export const dataFile = (name: string): string => join(data, name);
export const describeWithData = (title: string, body: () => void): void =>
  existsSync(join(data, 'crm'))
    ? describe(title, body)
    : describe.skip(`${title} (skipped: no data in ${data}, set CRM_TEST_DATA)`, body);
