import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import functions from '../../src/functions/functions.json';

/** Checks what ships. `.ci/run` builds first and sets CRM_DIST; elsewhere dist/ may be old or absent. */
const dist = path.resolve(__dirname, '../../dist');
const built = process.env.CRM_DIST === '1';
if (!built) process.stderr.write('dist/: skipped, run `npm run build` and set CRM_DIST=1\n');

const files = () => readdirSync(dist, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
const compressed = (names: readonly string[]) => names.reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
const scripts = () => files().filter((file) => file.endsWith('.js'));
const sheet = () => /<link[^>]* rel="?stylesheet"? href="?([^">\s]+)/.exec(read('taskpane.html'))![1]!;

(built ? describe : describe.skip)('dist/', () => {
  it('should load office.js from Microsoft and ship no copy of it', () => {
    expect(read('taskpane.html')).toMatch(
      /<script src="?https:\/\/appsforoffice\.microsoft\.com\/lib\/1\/hosted\/office\.js"?>/,
    );
    expect(files().filter((file) => /office|excel-web/i.test(path.basename(file)))).toEqual([]);
    expect(scripts().filter((file) => read(file).includes('OSF.DDA'))).toEqual([]);
  });

  it('should hold no eval, because the policy of the page forbids it', () => {
    expect(scripts().filter((file) => /\beval\(|\bnew Function\(/.test(read(file)))).toEqual([]);
    const policy = /Content-Security-Policy"? content="([^"]*)"/.exec(read('taskpane.html'))?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self' https:\/\/appsforoffice.microsoft.com/);
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('should have its functions ready after at most 60 kB, and draw Today after at most 270 kB', () => {
    const page = read('taskpane.html');
    const first = [...page.matchAll(/<script[^>]* src="?(?!"?https:)([^">\s]+)/g)].map(([, file]) => file!);
    const ahead = [...page.matchAll(/<link[^>]* as="?script"? href="?([^">\s]+)/g)].map(([, file]) => file!);

    expect(first.length).toBeGreaterThan(0);
    expect(ahead.length).toBeGreaterThan(1);
    expect(compressed(first)).toBeLessThanOrEqual(60 * 1024);
    expect(compressed([...first, ...ahead, sheet()])).toBeLessThanOrEqual(270 * 1024);
  });

  it('should bring its styles as one sheet, of which browsers read the first rule, too', () => {
    expect(read(sheet())).toMatch(/^\.[\w-]+\{/);
    expect(files().filter((file) => file.endsWith('.css'))).toEqual([sheet()]);
  });

  it('should associate every function of the metadata in the first script', () => {
    const entry = read('addin.js');
    expect(functions.functions.map(({ id }) => id).filter((id) => !entry.includes(id))).toEqual([]);
    expect(entry).toContain('CustomFunctions.associate');
  });

  it('should hold everything that the manifest points at', () => {
    const manifest = read('manifest.xml');
    const base = /"(https:[^"]*)taskpane\.html"/.exec(manifest)![1]!;
    const pointedAt = [...manifest.matchAll(/"(https:[^"]*)"/g)]
      .map(([, url]) => url!)
      .filter((url) => url.startsWith(base));

    const present = new Set(files().map((file) => file.split(path.sep).join('/')));
    expect(pointedAt.map((url) => url.slice(base.length)).filter((file) => !present.has(file))).toEqual([]);
    expect(pointedAt.length).toBeGreaterThan(20);
  });
});
