const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');

const here = (...parts) => path.resolve(__dirname, ...parts);

/**
 * The preview page and the small script that ties the pane's office.js to it. Never part of `dist/`: the page holds the
 * host, and its server serves Microsoft's office.js from node_modules (decision 26).
 */
module.exports = (mode, output) => ({
  mode,
  name: 'preview',
  target: ['web', 'es2022'],
  devtool: false,
  entry: { preview: here('page/main.tsx'), 'preview-office': here('pane/attach.ts') },
  output: { path: output, filename: '[name].js', chunkFilename: '[name].js', clean: true },
  resolve: {
    extensions: ['.ts', '.tsx', '.js'],
    // One React for the page and for Univer.
    alias: { react: path.dirname(require.resolve('react/package.json')) },
  },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'ts-loader',
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
      // Univer's facade is put together by imports that have nothing but side effects.
      { test: /node_modules.@univerjs/, sideEffects: true },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
  plugins: [new HtmlPlugin({ filename: 'index.html', template: here('page/index.html'), chunks: ['preview'] })],
  // Nine megabytes of grid: minifying would take longer than it saves on localhost.
  optimization: { minimize: false, concatenateModules: false },
  performance: { hints: false },
});
