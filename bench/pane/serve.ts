import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
};

/**
 * Serves a folder as docs/install.md asks of whoever hosts the pane: browsers keep the files, and ask each time whether
 * they are still the newest.
 */
export async function serve(folder: string): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(({ url, headers }, response) => {
    const file = path.join(folder, path.normalize(new URL(url ?? '/', 'http://localhost').pathname));
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile()) return response.writeHead(404).end();
    const tag = `"${found.mtimeMs}-${found.size}"`;
    if (headers['if-none-match'] === tag) return response.writeHead(304).end();
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache', ETag: tag });
    return response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => void server.close(),
  };
}
