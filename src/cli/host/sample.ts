import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { transform } from 'esbuild';
import { parse } from 'yaml';
import { RunnerError } from './failure';

/** A script with the page it expects: what Script Lab keeps in one YAML file. */
export interface Sample {
  /** JavaScript, without types; runs as a classic script. */
  script: string;
  /** The body of the page. */
  html: string;
}

interface SnippetFile {
  script?: { content?: string };
  template?: { content?: string };
}

/** Whether a file is a Script Lab snippet. */
export function isSnippet(path: string): boolean {
  return ['.yaml', '.yml'].includes(extname(path).toLowerCase());
}

/** TypeScript as JavaScript; types are dropped, not checked. @throws esbuild's error when it is not TypeScript */
async function stripTypes(source: string): Promise<string> {
  const { code } = await transform(source, { loader: 'ts', target: 'es2022' });
  return code;
}

/** The script and the page of a Script Lab snippet. @throws RunnerError `NotASnippet` */
export async function readSnippet(yaml: string): Promise<Sample> {
  const { script, template } = (parse(yaml) ?? {}) as SnippetFile;
  if (typeof script?.content !== 'string') {
    throw new RunnerError('NotASnippet', 'The file has no script.content.');
  }
  return { script: await stripTypes(script.content), html: template?.content ?? '' };
}

/** A page for a plain script: an HTML file, or what a snippet has as its template. */
export async function readPage(path: string): Promise<string> {
  const content = await readFile(path, 'utf8');
  return isSnippet(path) ? (await readSnippet(content)).html : content;
}
