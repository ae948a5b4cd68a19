import type { OfflineWork } from './offline/work';
import type { HostClient } from './options';
import type { Session } from './protocol/session';

/** A client and what it works on: the shared workbook, or a copy of its own while it is offline. */
export interface Connection {
  readonly client: HostClient;
  session: Session;
  offline: OfflineWork | null;
}

/** Everybody who has the workbook open; who came first stands first. */
export class Connections {
  private open: readonly Connection[] = [];
  private nextId = 1;

  newId(): number {
    return this.nextId++;
  }

  add(connection: Connection): void {
    this.open = [...this.open, connection];
  }

  get all(): readonly Connection[] {
    return this.open;
  }

  get online(): Connection[] {
    return this.open.filter(({ offline }) => !offline);
  }

  find(id: number): Connection | undefined {
    return this.open.find(({ client }) => client.id === id);
  }

  /** Whose doing something is that no client is named for: the first one's; 0 when nobody is there. */
  idOf(client?: HostClient): number {
    return client?.id ?? this.open[0]?.client.id ?? 0;
  }

  /** Closes a client: what it held is let go. */
  close(id: number): void {
    const connection = this.find(id);
    connection?.session.releaseAll();
    connection?.offline?.stop();
    this.open = this.open.filter((other) => other !== connection);
  }

  /** Whether anybody listens to an event. */
  isHeard(event: string): boolean {
    return this.open.some(({ session }) => session.listensTo(event));
  }
}
