import { faults } from './faults';
import { files } from './files';
import { host } from './host';
import { interleavings } from './interleave';
import { live } from './live';
import { pane } from './pane';
import { rules } from './rules';

/** `npm run bench [-- suite ...] [-- --rows 1000,10000]`: figures for people; ratios count, single times do not. */
const suites: Readonly<Record<string, (sizes: readonly number[]) => Promise<void>>> = {
  files,
  live,
  host,
  faults,
  interleave: interleavings,
  rules,
  pane,
};

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const at = args.indexOf('--rows');
  const sizes = at < 0 ? [1_000, 10_000, 100_000] : args[at + 1]!.split(',').map(Number);
  const names = args.filter((name) => name in suites);
  for (const name of names.length ? names : Object.keys(suites)) await suites[name]!(sizes);
}

void main();
