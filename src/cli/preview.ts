/** `npm run preview`: builds the add-in and the preview page, serves them on localhost, prints the URL. */
import { parseArgs } from 'node:util';
import { buildPreview } from './preview/build';
import { listen } from './preview/server';
import { Progress } from './progress';

const DEFAULT_PORT = 3100;

const { values } = parseArgs({ options: { port: { type: 'string', default: String(DEFAULT_PORT) } } });

async function main(): Promise<void> {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port wants a number up to 65535, not "${values.port}".`);
  const progress = new Progress();
  const folders = await buildPreview((text) => progress.update(text));
  progress.done();
  const server = await listen(folders, port);
  console.log(`Preview: http://localhost:${server.port}/`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
