import { HOST_RULES, type HostRule } from '../../../host/rules';
import { REQUIREMENT_SETS } from '../../../host/requirements';
import type { ClassSupport, Support } from './support';

const INTRODUCTION = `# What the host can do

The host is Excel without Excel: Microsoft's own office.js over a workbook in memory. This page is generated from the
host's class tables and from the documented API (\`npm run docs\`); a test fails when it is out of date. What is not
supported fails with \`ApiNotFound\` or \`UnsupportedOperation\`, as in an Excel that lacks it; nothing is silently ignored.

- \`createHost()\` and how to run a script: [src/host/README.md](../src/host/README.md).
- Only released members of ExcelApi are listed. "Newer than the client" means that the published package
  \`@microsoft/office-js\` does not have the member yet, so that no request for it can be made.`;

function count({ members }: ClassSupport, ...kinds: Support[]): number {
  return members.filter(({ support }) => kinds.includes(support)).length;
}

function line(title: string, { members }: ClassSupport, support: Support): string[] {
  const names = members.filter((member) => member.support === support).map(({ name, since }) => [name, since] as const);
  if (names.length === 0) return [];
  const withSet = support === 'supported' ? names.map(([name]) => `\`${name}\``) : names.map(nameWithSet);
  return [`- ${title}: ${withSet.join(', ')}`];
}

function nameWithSet([name, since]: readonly [string, string]): string {
  return `\`${name}\` (${since.replace('ExcelApi ', '')})`;
}

function section(found: ClassSupport): string {
  return [
    `### ${found.name}`,
    '',
    ...line('Supported', found, 'supported'),
    ...line('Can be read, not set', found, 'readable'),
    ...line('Not supported', found, 'missing'),
    ...line('Newer than the client', found, 'newerClient'),
  ].join('\n');
}

function summary(classes: readonly ClassSupport[]): string {
  const total = (...kinds: Support[]) => classes.reduce((sum, each) => sum + count(each, ...kinds), 0);
  const all = classes.reduce((sum, { members }) => sum + members.length, 0);
  return `${classes.length} classes with ${all} members: ${total('supported')} supported, ${total('missing', 'readable')} not, ${total('newerClient')} newer than the client.`;
}

function requirements(): string {
  const rows = Object.entries(REQUIREMENT_SETS).map(([name, version]) => `| ${name} | ${version} |`);
  return ['| Set | Up to |', '| --- | --- |', ...rows].join('\n');
}

function evidence({ evidence: found }: HostRule): string {
  if (found.kind === 'documented') return `documented: <${found.url}>`;
  return found.kind === 'reported' ? `reported: <${found.issue}>` : `assumed: ${found.because}`;
}

function rules(): string {
  return Object.entries(HOST_RULES as Record<string, HostRule>)
    .map(([name, rule]) => {
      const variant = rule.pessimistic ? ` Pessimistic variant: ${rule.pessimistic}` : '';
      return `- **${name}**: ${rule.text} (${evidence(rule)})${variant}`;
    })
    .join('\n');
}

/** The page docs/host.md, before prettier. */
export function hostReference(classes: readonly ClassSupport[]): string {
  return [
    INTRODUCTION,
    '## Requirement sets',
    requirements(),
    '## Rules',
    'What the host takes for true about Excel, and how sure it is (decision 25).',
    rules(),
    '## Classes',
    summary(classes),
    ...classes.map(section),
    '',
  ].join('\n\n');
}
