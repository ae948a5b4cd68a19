import type { Calculator, CustomFunction } from './calc';
import type { AttachedClient, ClientWindow } from './client/attach';
import type { FaultPlan } from './faults';
import type { MergeReport } from './offline/merge';
import type { RuleVariant } from './rules';

export interface HostOptions {
  /** Where each client's office.js comes from; in Node a fresh vm context. */
  loadClient?: () => ClientWindow | Promise<ClientWindow>;
  /** Makes the calculation engine; `null` switches calculation off. */
  createCalculator?: ((functions: Map<string, CustomFunction>) => Promise<Calculator>) | null;
  /**
   * Requirement sets and their highest versions. When given, members of other sets fail with `ApiNotFound`; without it
   * whatever the host has can be called.
   */
  requirementSets?: Readonly<Record<string, string>>;
  /** Which reading of the assumed rules holds. */
  variant?: RuleVariant;
  /** Whether each request is remembered so that `host.undo()` can take it back. Off by default: it costs time and memory. */
  undo?: boolean;
  /** The clock behind TODAY() and NOW(), as a workbook serial. */
  now?: () => number;
  /** Bytes of a request or a response; default 5 MB each way, as on Excel for the web (rule `payload-limit`). */
  payloadLimit?: number;
  /** The manifest's namespace for functions that a client registers with `CustomFunctions.associate`. */
  functionNamespace?: string;
  /** What goes wrong, from the first request on (see faults.ts). */
  faults?: FaultPlan;
  /** How a `delay` passes; default: real milliseconds. */
  wait?: (milliseconds: number) => Promise<void>;
}

export interface HostStats {
  /** Requests that scripts asked for; the one with which `Excel.run` lets go of its ranges is not counted. */
  syncs: number;
  requestBytes: number;
  responseBytes: number;
}

/** One open instance of the add-in (or a script) on the workbook. */
export interface HostClient extends AttachedClient {
  readonly id: number;
  /** Closes this client: it gets no more events, its requests fail and it no longer counts as collaborating. */
  disconnect(): void;
  /** Closes this client and opens the workbook in a new one, which remembers nothing. */
  reload(): Promise<HostClient>;
  /** From now on this client works on a copy of its own and hears nothing of the others. */
  goOffline(): Promise<void>;
  /** Merges what was done offline (rules `offline-*`) and goes on with the shared workbook. */
  goOnline(): Promise<MergeReport>;
  readonly isOffline: boolean;
  /** Whether Excel shows this client the bar "refresh recommended": something it did was not merged. */
  readonly refreshRecommended: boolean;
}

export interface UserEditOptions {
  /** Whose hands type: Local for this client, Remote for all others. Default: the first client. */
  client?: HostClient;
}
