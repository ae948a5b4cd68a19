import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

export type MemberKind = 'method' | 'event' | 'property';

/** One documented member of an Excel class. */
export interface DeclaredMember {
  name: string;
  kind: MemberKind;
  readOnly: boolean;
  /** The requirement set that has it, e.g. `ExcelApi 1.9`. */
  since: string;
}

export interface DeclaredClass {
  name: string;
  members: DeclaredMember[];
}

/** What the client does by itself, without asking Excel. */
const CLIENT_SIDE = new Set([
  'context',
  'isNullObject',
  'load',
  'set',
  'toJSON',
  'track',
  'untrack',
  'items',
  'retrieve',
]);

const RELEASED = /\[Api set: (ExcelApi \d+\.\d+)/;

/** The Excel classes of @types/office-js with their released members (preview and platform-only sets are left out). */
export function declaredClasses(): DeclaredClass[] {
  const path = createRequire(__filename).resolve('@types/office-js/index.d.ts');
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return file.statements
    .filter(isExcelNamespace)
    .flatMap(({ body }) => (body && ts.isModuleBlock(body) ? [...body.statements] : []))
    .filter((statement): statement is ts.ClassDeclaration => ts.isClassDeclaration(statement) && isProxy(statement))
    .map((declaration) => ({ name: declaration.name?.text ?? '', members: membersOf(declaration) }))
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function isExcelNamespace(statement: ts.Statement): statement is ts.ModuleDeclaration {
  return ts.isModuleDeclaration(statement) && statement.name.text === 'Excel';
}

/** Classes that stand for something in Excel. */
function isProxy({ heritageClauses = [] as unknown as ts.NodeArray<ts.HeritageClause> }: ts.ClassDeclaration): boolean {
  return heritageClauses.some((clause) => clause.types.some((type) => type.getText().endsWith('ClientObject')));
}

function membersOf(declaration: ts.ClassDeclaration): DeclaredMember[] {
  const members = new Map<string, DeclaredMember>();
  for (const element of declaration.members) {
    const member = describe(element);
    // The first overload tells the set that introduced it.
    if (member && !members.has(member.name)) members.set(member.name, member);
  }
  return [...members.values()];
}

function describe(element: ts.ClassElement): DeclaredMember | undefined {
  const name = element.name?.getText() ?? '';
  const since = RELEASED.exec(commentOf(element))?.[1];
  if (!since || CLIENT_SIDE.has(name)) return undefined;
  const isEvent = ts.isPropertyDeclaration(element) && (element.type?.getText() ?? '').includes('EventHandlers<');
  const kind = isEvent ? 'event' : ts.isMethodDeclaration(element) ? 'method' : 'property';
  const readOnly = ts.getCombinedModifierFlags(element) & ts.ModifierFlags.Readonly;
  return { name, kind, readOnly: readOnly !== 0, since };
}

function commentOf(node: ts.Node): string {
  const text = node.getSourceFile().text;
  const ranges = ts.getLeadingCommentRanges(text, node.pos) ?? [];
  return ranges.map(({ pos, end }) => text.slice(pos, end)).join('\n');
}
