import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import type { PreviewFolders } from './build';
import { buildWorkbook, workbookNames } from './workbooks';

/** Only this machine can ask. */
const ADDRESS = '127.0.0.1';
const TRIES = 20;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** No network but this server (decision 27). The pane brings its own, stricter policy in its page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/** Microsoft's address of office.js, as the add-in's page names it. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const officeScript = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');

/** An Excel without add-in, in which the second person of a scenario types. */
const secondClient = '<!doctype html><title>Second person</title><script src="/office.js"></script>';

type Answer = () => string | Uint8Array | Promise<Uint8Array> | { readonly file: string };

/** Everything there is, by URL path: nothing else on the disk can be asked for. */
function answersOf({ page, pane }: PreviewFolders): Map<string, Answer> {
  const files = (folder: string, prefix: string) =>
    pathsIn(folder).map((path): [string, Answer] => [prefix + path, () => ({ file: join(folder, path) })]);
  return new Map<string, Answer>([
    ...files(page, '/'),
    ...files(pane, '/pane/'),
    ...workbookNames.map((name): [string, Answer] => [`/workbooks/${name}`, () => buildWorkbook(name)]),
    ['/', () => ({ file: join(page, 'index.html') })],
    ['/second.html', () => secondClient],
    ['/office.js', () => ({ file: officeScript })],
    ['/pane/taskpane.html', () => withLocalOffice(readFileSync(join(pane, 'taskpane.html'), 'utf8'))],
  ]);
}

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/**
 * The add-in's page with one address mapped (decision 26): office.js comes from the npm copy and is tied to the
 * preview's host right after. The page's policy loses the origins that are not needed then.
 */
export function withLocalOffice(html: string): string {
  const tag = new RegExp(`<script[^>]*src="?${OFFICE_JS.replaceAll('.', '\\.')}"?[^>]*></script>`);
  if (!tag.test(html)) throw new Error(`taskpane.html does not load ${OFFICE_JS}`);
  return html
    .replace(tag, '<script src="/office.js"></script><script src="/preview-office.js"></script>')
    .replace(/ https:\/\/(appsforoffice\.microsoft\.com|ajax\.aspnetcdn\.com)/g, '');
}

/** A page elsewhere that points its own name at this machine (DNS rebinding) is not this machine. */
function isLocal({ headers }: IncomingMessage): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(headers.host ?? '');
}

async function respond(
  answers: ReadonlyMap<string, Answer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isLocal(request)) return end(response, 403, 'Only localhost is served.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Only GET.');
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const answer = answers.get(path);
  if (!answer) return end(response, 404, 'Not found.');
  const content = await answer();
  const type = TYPES[extname(path === '/' ? '/index.html' : path)] ?? 'application/octet-stream';
  response.writeHead(200, { ...HEADERS, 'Content-Type': type });
  if (request.method === 'HEAD') response.end();
  else if (typeof content === 'object' && 'file' in content) createReadStream(content.file).pipe(response);
  else response.end(content);
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}

export interface PreviewServer {
  readonly port: number;
  close(): void;
}

/** Serves the preview on localhost, on the wanted port or the next that is free (0: any). */
export async function listen(folders: PreviewFolders, wanted: number): Promise<PreviewServer> {
  const answers = answersOf(folders);
  const server = createServer((request, response) => {
    respond(answers, request, response).catch((error: unknown) => {
      console.error(error);
      end(response, 500, 'The preview server failed; its terminal shows why.');
    });
  });
  for (let port = wanted; ; port++) {
    const taken = await bind(server, port);
    if (!taken) return { port: (server.address() as AddressInfo).port, close: () => void server.close() };
    if (port >= wanted + TRIES) throw taken;
  }
}

/** @returns the error when the port is taken */
function bind(server: Server, port: number): Promise<Error | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      error.code === 'EADDRINUSE' ? resolve(error) : reject(error);
    server.once('error', failed).listen(port, ADDRESS, () => {
      server.off('error', failed);
      resolve(null);
    });
  });
}
