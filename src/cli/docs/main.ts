/**
 * `npm run docs`: writes the reference pages that are generated from the templates and from the code's comments; with
 * `--check` it fails when one is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { referencePages } from './generate';

async function main(check: boolean): Promise<void> {
  for (const [path, text] of await referencePages()) {
    if (!check) writeFileSync(path, text);
    else if (text !== readFileSync(path, 'utf8')) {
      console.error(`${path} is out of date: run npm run docs.`);
      process.exitCode = 1;
    }
  }
}

void main(process.argv.includes('--check'));
