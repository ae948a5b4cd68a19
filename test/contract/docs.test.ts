import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(__dirname, '../..');

describe('generated reference pages', () => {
  it('should be up to date (npm run docs)', () => {
    // prettier formats the pages and cannot be loaded inside jest.
    const check = () => execFileSync('npx', ['tsx', 'src/cli/docs/main.ts', '--check'], { cwd: root, stdio: 'pipe' });

    expect(check).not.toThrow();
  }, 60_000);
});
