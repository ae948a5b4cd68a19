import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import webpack, { type Configuration } from 'webpack';
import type { PreviewFolders } from '../../src/cli/preview/build';
import { withLocalOffice } from '../../src/cli/preview/server';

const root = path.join(__dirname, '../..');
const output = path.join(root, 'out/bench/pane');
const requireFromHere = createRequire(__filename);

type AddinConfiguration = (env: object, options: { mode: string }) => Promise<Configuration>;
type PlainConfiguration = (output: string) => Configuration;

/** The production builds of the add-in and of the plain pane, and the page that plays Excel around them. */
export async function buildPanes(): Promise<PreviewFolders> {
  const [page, pane] = [path.join(output, 'page'), path.join(output, 'pane')];
  rmSync(output, { recursive: true, force: true });
  const addin = await (requireFromHere('../../webpack.config.js') as AddinConfiguration)(
    { host: 'https://example.com/' },
    { mode: 'production' },
  );
  const plain = (requireFromHere('../peers/plainPane/webpack.cjs') as PlainConfiguration)(path.join(page, 'plain'));
  await run([{ ...addin, devtool: false, output: { ...addin.output, path: pane } }, plain]);
  const html = path.join(page, 'plain/taskpane.html');
  writeFileSync(html, withLocalOffice(readFileSync(html, 'utf8')));
  await bundle({
    entryPoints: {
      stage: path.join(__dirname, 'stage.ts'),
      'preview-office': path.join(root, 'src/host/preview/pane/attach.ts'),
    },
    outdir: page,
    bundle: true,
    format: 'iife',
    logLevel: 'error',
  });
  mkdirSync(page, { recursive: true });
  writeFileSync(path.join(page, 'index.html'), '<!doctype html><body></body><script src="stage.js"></script>');
  return { page, pane };
}

async function run(configurations: Configuration[]): Promise<void> {
  const compiler = webpack(configurations);
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats!.toString('errors-only'))) : resolve(),
    ),
  );
  await new Promise((resolve) => compiler.close(resolve));
}

/** Kilobytes of scripts, compressed, by their names in a folder. */
export const gzipKilobytes = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0) / 1024;

/** Scripts in a folder. */
export const scriptsIn = (folder: string): string[] => readdirSync(folder).filter((file) => file.endsWith('.js'));
