import { format, resolveConfig } from 'prettier';
import { functionSources } from '../../functions/sources.cjs';
import { generateReference, REFERENCE_FILE } from '../host/reference/generate';
import { columnsPage } from './columns';
import { functionsPage } from './functions';

/** The reference pages as they should be now, by their path from the root of the repository. */
export async function referencePages(): Promise<ReadonlyMap<string, string>> {
  const pages = { 'docs/columns.md': columnsPage(), 'docs/functions.md': functionsPage(functionSources()) };
  const formatted = Object.entries(pages).map(
    async ([path, text]) => [path, await format(text, { ...(await resolveConfig(path)), parser: 'markdown' })] as const,
  );
  return new Map([...(await Promise.all(formatted)), [REFERENCE_FILE, await generateReference()]]);
}
