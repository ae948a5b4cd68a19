import { createRequire } from 'node:module';
import { join } from 'node:path';
import webpack, { type Configuration, type MultiStats } from 'webpack';

/** Where the two builds lie. */
export interface PreviewFolders {
  readonly page: string;
  readonly pane: string;
}

const root = join(__dirname, '../../..');
const output = join(root, 'out/preview');
const requireFromHere = createRequire(__filename);

type AddinConfiguration = (env: object, options: { mode: string }) => Promise<Configuration | Configuration[]>;
type PageConfiguration = (mode: string, output: string) => Configuration;

/**
 * Builds the unchanged add-in and the preview page into `out/preview/`; a second start takes what did not change from a
 * cache.
 * @throws Error with webpack's messages
 */
export async function buildPreview(onProgress: (text: string) => void): Promise<PreviewFolders> {
  const folders = { page: join(output, 'page'), pane: join(output, 'pane') };
  const configurations = await configurationsFor(folders);
  const compiler = webpack(configurations);
  new webpack.ProgressPlugin((share, message) => onProgress(`Building ${Math.round(share * 100)} % ${message}`)).apply(
    compiler,
  );
  const stats = await new Promise<MultiStats | undefined>((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  await new Promise((resolve) => compiler.close(resolve));
  if (!stats || stats.hasErrors()) throw new Error(stats?.toString('errors-only') ?? 'webpack gave no result');
  return folders;
}

async function configurationsFor(folders: PreviewFolders): Promise<Configuration[]> {
  const addin = requireFromHere('../../../webpack.config.js') as AddinConfiguration;
  const page = requireFromHere('../../host/preview/webpack.preview.cjs') as PageConfiguration;
  const addins = [await addin({}, { mode: 'development' })].flat();
  const panes = addins.map((each) => ({
    ...each,
    devtool: false as const,
    output: { ...each.output, path: folders.pane },
  }));
  return [...panes, page('development', folders.page)].map(cached);
}

const cached = (configuration: Configuration): Configuration => ({
  ...configuration,
  cache: { type: 'filesystem', cacheDirectory: join(root, '.cache/webpack'), name: `preview-${configuration.name}` },
});
