import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build as bundle } from 'esbuild';
import webpack, { type Configuration } from 'webpack';
import { withLocalOffice } from '../../src/cli/preview/server';
import { buildWorkbook } from '../../src/cli/preview/workbooks';

const root = path.join(__dirname, '../..');
const output = path.join(root, 'out/bench/pane');
const requireFromHere = createRequire(__filename);

type AddinConfiguration = (env: object, options: { mode: string }) => Promise<Configuration>;
type PlainConfiguration = (output: string) => Configuration;

/** Microsoft's minified office.js, as Excel loads it. */
const officeScript = requireFromHere.resolve('@microsoft/office-js/dist/excel-web-16.00.js');

/**
 * A site with the production builds of the add-in (`pane`) and of the plain pane (`plain`), office.js, the sample workbook
 * and the page that plays Excel around them. Returns its folder.
 */
export async function buildSite(): Promise<string> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const addin = await (requireFromHere('../../webpack.config.js') as AddinConfiguration)(
    { host: 'https://example.com/' },
    { mode: 'production' },
  );
  const plain = (requireFromHere('../peers/plainPane/webpack.cjs') as PlainConfiguration)(path.join(output, 'plain'));
  await run([{ ...addin, devtool: false, output: { ...addin.output, path: path.join(output, 'pane') } }, plain]);
  for (const html of ['pane', 'plain'].map((pane) => path.join(output, pane, 'taskpane.html')))
    writeFileSync(html, withLocalOffice(readFileSync(html, 'utf8')));
  await bundle({
    entryPoints: {
      stage: path.join(__dirname, 'stage.ts'),
      'preview-office': path.join(root, 'src/host/preview/pane/attach.ts'),
    },
    outdir: output,
    bundle: true,
    format: 'iife',
    logLevel: 'error',
  });
  copyFileSync(officeScript, path.join(output, 'office.js'));
  writeFileSync(path.join(output, 'sample.xlsx'), await buildWorkbook('sample.en.xlsx'));
  writeFileSync(
    path.join(output, 'index.html'),
    '<!doctype html><meta charset="utf-8"><body></body><script src="stage.js"></script>',
  );
  return output;
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
