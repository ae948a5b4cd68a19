const path = require('node:path');
const HtmlPlugin = require('html-webpack-plugin');

const here = (...parts) => path.resolve(__dirname, ...parts);

/**
 * The production build of the plain pane: React in a chunk of its own as the template has it, but without the template's
 * polyfills (core-js), its commands page and its style sheets from elsewhere - less to load than `yo office` gives.
 */
module.exports = (output) => ({
  mode: 'production',
  name: 'plain',
  target: ['web', 'es2020'],
  devtool: false,
  entry: { react: ['react', 'react-dom'], taskpane: { import: here('index.tsx'), dependOn: 'react' } },
  output: { path: output, filename: '[name].js', publicPath: 'auto', clean: true },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'ts-loader',
        options: { transpileOnly: true, compilerOptions: { noEmit: false } },
      },
    ],
  },
  plugins: [new HtmlPlugin({ filename: 'taskpane.html', template: here('taskpane.html') })],
  performance: { hints: false },
});
