/** `npm run build -- --host https://crm.example.com/`: the shippable `dist/`. Without a host the URLs stay local. */
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import configuration from '../../webpack.config.js';

const { values } = parseArgs({ options: { host: { type: 'string' } } });

webpack(await configuration({ host: values.host }, { mode: 'production' }), (error, stats) => {
  if (error) throw error;
  process.stdout.write(`${stats.toString({ preset: 'errors-warnings', colors: process.stdout.isTTY })}\n`);
  process.exitCode = stats.hasErrors() ? 1 : 0;
});
