/**
 * `npm run parity`: builds what a person runs in a real Excel to see whether Excel is as the host assumes (decision 25):
 * a Script Lab snippet and a page of one file. `npm run -s host -- --parity FILE` compares the answers.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const body = `<h1>Is Excel as we think?</h1>
<p>Open a new, blank workbook. Every question gets a sheet of its own, which is deleted again.</p>
<button id="run">Ask</button>
<p id="progress" role="status"></p>
<label for="answers">Answers</label>
<textarea id="answers" rows="20" cols="40" readonly></textarea>`;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve(__dirname, '../host/parity/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    charset: 'ascii',
  });
  return outputFiles[0]!.text.trimEnd();
}

/** A closing tag inside the script would end it. */
const page = (script: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Is Excel as we think?</title>
<script src="${officeJs}"></script>
</head>
<body>
${body}
<script>
Office.onReady(() => {
${script.replaceAll('</script', '<\\/script')}
});
</script>
</body>
</html>
`;

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

/** The file format of Script Lab ("Import snippet"). */
const snippet = (script: string): string => `name: Is Excel as we think?
description: Asks this Excel what the tests assume about it and prints the answers as JSON.
host: EXCEL
api_set: {}
script:
  content: |
${indented(script)}
  language: typescript
template:
  content: |
${indented(body)}
  language: html
libraries: |
  ${officeJs}
`;

async function main(): Promise<void> {
  const folder = resolve('out/parity');
  await mkdir(folder, { recursive: true });
  const script = await bundle();
  const files = { 'parity.yaml': snippet(script), 'parity.html': page(script) };
  for (const [name, text] of Object.entries(files)) await writeFile(resolve(folder, name), text);
  console.log(`Wrote ${Object.keys(files).join(' and ')} to out/parity.`);
  console.log(
    'Import parity.yaml in Script Lab (Excel), run it in a blank workbook, save the answers to a file, then:',
  );
  console.log('npm run -s host -- --parity FILE');
}

void main();
