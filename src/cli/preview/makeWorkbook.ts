/** A process of its own: `makeWorkbook.ts NAME TODAY PATH` writes one of the preview's workbooks to a file. */
import { renameSync, writeFileSync } from 'node:fs';
import { makeWorkbook } from './workbooks';

async function main([name, today, path]: readonly string[]): Promise<void> {
  // Nobody ever finds half a file under its name.
  const part = `${path}.${process.pid}`;
  writeFileSync(part, await makeWorkbook(name!, Number(today)));
  renameSync(part, path!);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
