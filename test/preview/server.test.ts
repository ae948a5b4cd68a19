import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, type PreviewServer, withLocalOffice } from '../../src/cli/preview/server';
import { readBook } from '../../src/xlsx/read';

const office = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';
const paneHtml = `<meta content="script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com">${office}`;

let server: PreviewServer;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  const folders = { page: join(folder, 'page'), pane: join(folder, 'pane') };
  for (const path of Object.values(folders)) mkdirSync(path);
  writeFileSync(join(folders.page, 'index.html'), '<title>preview</title>');
  writeFileSync(join(folders.pane, 'taskpane.html'), paneHtml);
  server = await listen(folders, 0);
});

afterAll(() => server.close());

interface Reply {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** As sent: `fetch` would tidy up paths and refuse another host name. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const asked = request({ port: server.port, host: '127.0.0.1', path, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
    });
    asked.on('error', reject).end();
  });

it('should map the one address of office.js when the pane is served', async () => {
  const html = (await ask('/pane/taskpane.html')).body.toString();
  expect(html).toContain('<script src="/office.js"></script><script src="/preview-office.js"></script>');
  expect(html).not.toContain('https:');
});

it('should refuse a page that does not load office.js', () => {
  expect(() => withLocalOffice('<p>')).toThrow('office.js');
});

it('should build each workbook of the menu when it is asked for', async () => {
  const { body } = await ask('/workbooks/sample.zh-CN.xlsx');
  expect(readBook(body).sheets[1]?.name).toBe('客户');
  expect((await ask('/workbooks/empty.en.xlsx')).status).toBe(200);
});

it.each(['/../package.json', '/%2e%2e/package.json', '/pane/../../package.json', '/workbooks/other.xlsx'])(
  'should not find %s',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

it('should serve only localhost when another name points here', async () => {
  expect((await ask('/', { Host: 'evil.example:3100' })).status).toBe(403);
  const { status, headers } = await ask('/', { Host: 'localhost:3100' });
  expect(status).toBe(200);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

it('should take the next port when the wanted one is taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'));
  writeFileSync(join(folder, 'taskpane.html'), paneHtml);
  const second = await listen({ page: folder, pane: folder }, server.port);
  expect(second.port).toBeGreaterThan(server.port);
  second.close();
});
