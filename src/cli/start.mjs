/**
 * `npm start` sideloads the dev add-in into desktop Excel, `npm start -- URL` into Excel on the web with that document;
 * `npm stop` takes it out again. The dev server is started with it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { devManifest } from './manifest.cjs';

const manifest = 'dist/manifest.dev.xml';
const [command, document] = process.argv.slice(2);
const target = document ? ['web', '--document', document] : ['desktop'];
const server = ['--dev-server', 'npm run serve', '--dev-server-port', '3000'];

mkdirSync('dist', { recursive: true });
writeFileSync(manifest, devManifest(readFileSync('manifest.xml', 'utf8')));
const args = command === 'stop' ? ['stop', manifest] : ['start', manifest, ...target, '--app', 'excel', ...server];
const { status } = spawnSync('office-addin-debugging', args, { stdio: 'inherit', shell: process.platform === 'win32' });
process.exitCode = status ?? 1;
