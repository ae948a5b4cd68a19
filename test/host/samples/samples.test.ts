import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runSample } from '../../../src/cli/host/runSample';
import { readSnippet } from '../../../src/cli/host/sample';
import { createHost } from '../../../src/host';
import { CORE } from './core';

/**
 * Runs Microsoft's own samples when a checkout of OfficeDev/office-js-snippets is there:
 * `OFFICE_JS_SNIPPETS=../office-js-snippets npx jest test/host/samples`.
 */
const checkout = process.env.OFFICE_JS_SNIPPETS;

const TOPICS = [
  ...['01-basics', '10-chart', '12-comments-and-notes', '14-conditional-formatting', '18-custom-xml-parts'],
  ...['22-data-validation', '26-document', '30-events', '34-named-item', '38-pivottable', '42-range', '44-shape'],
  ...['46-table', '50-workbook', '54-worksheet', '90-scenarios'],
];

/** Samples whose API the published office.js does not have, or that need more than a workbook. */
const BEYOND: Readonly<Record<string, string>> = {
  '10-chart/chart-data-labels': 'getSubstring of a data label is newer than the published office.js',
  '10-chart/chart-formatting': 'it makes its chart on the sheet that is active before its own is',
  '10-chart/chart-leader-lines': 'leader lines are newer than the published office.js',
  '12-comments-and-notes/excel-note-basics': 'notes are newer than the published office.js',
  '42-range/range-cell-control': 'cell controls are newer than the published office.js',
  '50-workbook/workbook-undo-grouping': 'workbook.focus is for Excel on the desktop only',
  '44-shape/shape-get-active': 'the active shape is newer than the published office.js',
};

function samplesIn(folder: string): string[] {
  return TOPICS.flatMap((topic) =>
    readdirSync(join(folder, 'samples/excel', topic))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `${topic}/${file.replace('.yaml', '')}`),
  );
}

const samples = checkout ? samplesIn(checkout) : Object.keys(CORE);

async function runOnNewHost(sample: string) {
  const host = await createHost();
  const source = readFileSync(join(checkout ?? '', 'samples/excel', `${sample}.yaml`), 'utf8');
  const { buttons } = await runSample(host, await host.connect(), await readSnippet(source), {
    timeout: 20_000,
    quiet: true,
  });
  return { host, failures: buttons.filter(({ ok }) => !ok) };
}

(checkout ? describe : describe.skip)('Microsoft samples (set OFFICE_JS_SNIPPETS to a checkout)', () => {
  it.each(samples.filter((sample) => !(sample in BEYOND)))('should run %s without an error', async (sample) => {
    const { failures } = await runOnNewHost(sample);

    expect(failures).toEqual([]);
  });

  it.each(Object.entries(CORE))('should leave what %s describes', async (sample, facts) => {
    const { host } = await runOnNewHost(sample);
    const reader = await host.connect();

    const seen = await reader.Excel.run(async ({ workbook }) => {
      const values: Record<string, unknown> = {};
      for (const { says, read } of facts) values[says] = await read(workbook);
      return values;
    });

    expect(seen).toEqual(Object.fromEntries(facts.map(({ says, is }) => [says, is])));
  });

  it('should have a core of 40 samples', () => {
    expect(Object.keys(CORE).length).toBeGreaterThanOrEqual(40);
  });
});
