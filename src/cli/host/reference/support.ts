import { MessageType } from '../../../host/protocol/hostEvent';
import type { HostClass } from '../../../host/protocol/hostClass';
import { HOST_CLASSES } from '../../../host/protocol/classes';
import type { DeclaredClass, DeclaredMember } from './declared';
import type { PinnedClient } from './pinnedClient';

/** `newerClient`: the published office.js lacks the member, so no request for it can reach the host. */
export type Support = 'supported' | 'readable' | 'missing' | 'newerClient';

export interface ClassSupport {
  name: string;
  members: (DeclaredMember & { support: Support })[];
}

const COLLECTION_METHODS = ['getitem', 'getitemat', 'getcount'];
const delivered = new Set<number>(Object.values(MessageType));

/** Finds an entry of a class table by the client's name of it; wire names differ in case only. */
function entry<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  const key = Object.keys(table ?? {}).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : table?.[key];
}

function hasMethod(table: HostClass<never>, name: string): boolean {
  const isCollection = table.items !== undefined || table.item !== undefined;
  const inherited = isCollection && COLLECTION_METHODS.includes(name.toLowerCase());
  return entry(table.methods, name) !== undefined || inherited || table.anyMethod !== undefined;
}

function methodSupport(table: HostClass<never>, name: string): Support {
  return hasMethod(table, name) || hasMethod(table, name.replace(/OrNullObject$/, '')) ? 'supported' : 'missing';
}

function propertySupport(table: HostClass<never>, { name, readOnly }: DeclaredMember): Support {
  if (entry(table.objects, name) ?? entry(table.objects, name.replace(/OrNullObject$/, ''))) return 'supported';
  const property = entry(table.properties, name);
  if (property?.get && (readOnly || property.set)) return 'supported';
  if (property?.get) return 'readable';
  const isIdentity = name === 'id' && table.identity !== undefined && table.identityKey !== '_Id';
  return (name === 'count' && table.items) || isIdentity ? 'supported' : 'missing';
}

function supportOf(client: PinnedClient, className: string, member: DeclaredMember): Support {
  const table = HOST_CLASSES[className];
  if (!client.has(className, member)) return 'newerClient';
  if (!table) return 'missing';
  if (member.kind === 'method') return methodSupport(table, member.name);
  if (member.kind === 'property') return propertySupport(table, member);
  return delivered.has(client.eventType(className, member.name) ?? -1) ? 'supported' : 'missing';
}

/** What the host can do of each documented class, read from its class tables. */
export function supportOfClasses(client: PinnedClient, classes: readonly DeclaredClass[]): ClassSupport[] {
  return classes.map(({ name, members }) => ({
    name,
    members: members.map((member) => ({ ...member, support: supportOf(client, name, member) })),
  }));
}
