const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const FunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const { GriffelCSSExtractionPlugin } = require('@griffel/webpack-extraction-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');
const { BannerPlugin, Compilation } = require('webpack');
const { localHost, productionManifest, devManifest } = require('./src/cli/manifest.cjs');
const { functionSources } = require('./src/functions/sources.cjs');

const here = (...parts) => path.resolve(__dirname, ...parts);

/**
 * Deny by default (decision 27). Fluent UI injects its styles, hence 'unsafe-inline' for styles only. A meta tag cannot
 * say frame-ancestors: docs/install.md names the header for whoever hosts the files.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A table of the template without its help texts: only the documentation shows them. */
const withoutHelp = (text) => JSON.parse(text, (key, value) => (key === 'help' ? undefined : value));

/**
 * `makeStyles` of ours and of Fluent UI are computed by the build and go into one style sheet: a browser reads that faster
 * than it runs scripts that insert the same rules one by one.
 */
const stylesAtBuild = [
  { test: /\.(js|tsx?)$/, loader: GriffelCSSExtractionPlugin.loader },
  {
    test: /\.tsx?$/,
    loader: '@griffel/webpack-loader',
    options: { babelOptions: { presets: ['@babel/preset-typescript'] } },
  },
  { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
];

/** What every target shares. Source maps are files: `eval` of the default devtool is forbidden by the policy. */
const common = (mode) => ({
  mode,
  target: ['web', 'es2020'],
  devtool: 'source-map',
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      ...stylesAtBuild,
      {
        test: /\.tsx?$/,
        loader: 'ts-loader',
        // Types are checked by `npm run typecheck`.
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
      { test: /\.json$/, include: here('templates/tables'), type: 'json', parser: { parse: withoutHelp } },
    ],
  },
  performance: { hints: false },
});

/** Paths inside dist/; pages share one folder so that the manifest's URLs stay flat. */
const output = {
  path: here('dist'),
  filename: '[name].js',
  chunkFilename: '[name].[contenthash:8].js',
  publicPath: 'auto',
};

/** A page that names its scripts itself. `ahead`: chunks that it will ask for at once; the browser fetches them beside office.js. */
const page = (filename, template, ahead) =>
  new HtmlPlugin({
    filename,
    template: here(template),
    inject: false,
    templateParameters: ({ namedChunkGroups }) => {
      const files = new Set(ahead.flatMap((name) => namedChunkGroups.get(name).getFiles()));
      return { contentSecurityPolicy, ahead: [...files].filter((file) => file.endsWith('.js') && !isEntry.test(file)) };
    },
  });

const manifestCopy = (mode, host) =>
  mode === 'production'
    ? { from: here('manifest.xml'), transform: (text) => productionManifest(String(text), host ?? localHost) }
    : { from: here('manifest.xml'), to: 'manifest.dev.xml', transform: (text) => devManifest(String(text)) };

/** What the page itself names: the script before office.js, and the one after it. */
const isEntry = /^(ahead|addin)\.js$/;

/**
 * Chunks run as soon as they are there: browsers that know the hint (Edge and Chrome 136 on) compile them beside the page's
 * own work while they arrive, which takes a quarter off the way to the first view. The entries do not want that: most of
 * their functions wait for a cell that asks for them.
 */
const compiledAhead = new BannerPlugin({
  banner: '//# allFunctionsCalledOnLoad',
  raw: true,
  test: /\.js$/,
  exclude: isEntry,
  // Comments before this stage are taken out with all others.
  stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE + 1,
});

/** What functions and the pane both use comes with the script that is there before either. */
const sharedAhead = {
  name: 'ahead',
  enforce: true,
  chunks: ({ name }) => ['addin', 'opening', 'pane'].includes(name),
  test: (module, { chunkGraph }) => {
    const names = Array.from(chunkGraph.getModuleChunksIterable(module), ({ name }) => name);
    return names.includes('addin') && (names.includes('opening') || names.includes('pane'));
  },
};

/**
 * The add-in: functions, ribbon commands and pane in one page, because a shared runtime has one page. The pane's scripts
 * run while office.js is on its way, functions as soon as it is there.
 */
const addin = (mode, host) => ({
  ...common(mode),
  name: 'addin',
  entry: { ahead: here('src/ahead.ts'), addin: { import: here('src/addin.ts'), dependOn: 'ahead' } },
  output: { ...output, clean: mode === 'production' },
  optimization: { splitChunks: { cacheGroups: { ahead: sharedAhead } } },
  plugins: [
    // Writes functions.json from the comments and associates each function at the end of its file.
    new FunctionsMetadataPlugin({ output: 'functions.json', input: functionSources() }),
    compiledAhead,
    // The order of the rules is the other plugin's matter.
    new MiniCssExtractPlugin({ filename: '[name].css', ignoreOrder: true }),
    new GriffelCSSExtractionPlugin(),
    page('taskpane.html', 'src/addin.html', ['opening', 'pane']),
    new CopyPlugin({
      patterns: [
        manifestCopy(mode, host),
        { from: here('assets/*.png'), to: 'assets/[name][ext]' },
        { from: here('assets/help.html'), to: 'help.html' },
        { from: here('src/functions/functions.zh-CN.json'), to: '[name][ext]' },
        { from: here('src/commands/*.json'), to: '[name][ext]' },
      ],
    }),
  ],
});

/** HTTPS with Microsoft's development certificates; asked for only when the server really starts. */
const devServer = async () => ({
  port: Number(new URL(localHost).port),
  server: { type: 'https', options: await require('office-addin-dev-certs').getHttpsServerOptions() },
  headers: { 'Access-Control-Allow-Origin': '*' },
  client: { overlay: false },
  // Excel reads the manifest from the disk, everything else from the server.
  devMiddleware: { writeToDisk: (file) => file.endsWith('manifest.dev.xml') },
});

/**
 * `env.host`: where the files will be served (https folder); `webpack serve` makes the dev add-in.
 * Another target is another function like `addin`, added to the list returned here.
 */
module.exports = async (env = {}, { mode = 'development' } = {}) => {
  const configuration = addin(mode, env.host);
  return env.WEBPACK_SERVE ? { ...configuration, devServer: await devServer() } : configuration;
};
