import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = __dirname;

/** Installs the pinned peers beside this file once; the product's own packages stay as they are. */
export function installPeers(): void {
  // Written last, so an installation that was broken off is done again.
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return;
  console.log('Installing the peers of the race (npm ci --prefix bench/peers, about 190 MB) ...');
  try {
    execFileSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new Error(
      'The peers could not be installed: the race needs the npm registry once, Linux on x64 and Node 20.',
      {
        cause: error,
      },
    );
  }
}

/** A package of the peers; its types stay out of the product's type check, so each racer names what it uses. */
export async function peerPackage<T>(name: string): Promise<T> {
  const file = createRequire(join(folder, 'package.json')).resolve(name);
  return (await import(pathToFileURL(file).href)) as T;
}
