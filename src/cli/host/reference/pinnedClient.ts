import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadClientInNode } from '../../../host/client/loadInNode';
import { addMissingMembers } from '../../../host/client/additions';
import type { DeclaredMember } from './declared';

/** An event property and, before the next property, the number of its messages. */
const EVENT = /defineProperty\((\w+)\.prototype, "(on\w+)"(?:(?!defineProperty)[\s\S])*?eventType: (\d+)/g;

/** The client as the host runs it. */
function loadClient() {
  const window = loadClientInNode();
  addMissingMembers(window);
  return window;
}

/** What the office.js that the host runs has: the documented classes are sometimes ahead of the published package. */
export class PinnedClient {
  private readonly namespace = loadClient().Excel as unknown as Record<string, { prototype?: object } | undefined>;
  private readonly events = new Map<string, number>();

  constructor() {
    const path = createRequire(__filename).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
    for (const [, owner, event, type] of readFileSync(path, 'utf8').matchAll(EVENT)) {
      this.events.set(`${owner}.${event}`, Number(type));
    }
  }

  hasClass(name: string): boolean {
    return this.namespace[name] !== undefined;
  }

  has(className: string, { name }: DeclaredMember): boolean {
    return name in (this.namespace[className]?.prototype ?? {});
  }

  /** The number of an event's messages on the wire. */
  eventType(className: string, event: string): number | undefined {
    return this.events.get(`${className}.${event}`);
  }
}
