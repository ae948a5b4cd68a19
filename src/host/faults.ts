import { randomNumbers } from '../shared/random';
import { HostError, type HostErrorCode, isHostErrorCode } from './errors';
import { bodyError } from './protocol/execute';
import { type RequestBody, RequestFlag, type ResponseMessage } from './protocol/message';

/**
 * What can go wrong with a request:
 * - `fail`: action m is answered with an error of Excel's; what came before stays, the rest is not executed;
 * - `delay`: the request (or its answer) is on its way for some time, so that other clients come in between;
 * - `cutBefore` / `cutAfter`: the connection breaks before or after action m; what was executed stays, and every later
 *   request of that client fails until it is reloaded;
 * - `answerLost`: everything was executed, but the client is told of a failure.
 */
export type FaultKind = 'fail' | 'delay' | 'cutBefore' | 'cutAfter' | 'answerLost';

/** One thing that goes wrong. Plain data: a plan is kept as JSON and played again. */
export interface Fault {
  readonly kind: FaultKind;
  /** 1-based: the n-th request since the plan was set; of this client, where one is named, else of anybody. */
  readonly sync: number;
  readonly client?: number;
  /**
   * 1-based action of the request; more than there are means the last one. Default: `cutAfter` the last, else the first.
   */
  readonly action?: number;
  /** What a `fail` answers; default `GeneralException`. */
  readonly code?: HostErrorCode;
  /** How long a `delay` takes; default 0, which still lets waiting requests pass. */
  readonly milliseconds?: number;
  /** What a `delay` holds up; default the request. */
  readonly of?: 'request' | 'answer';
}

export type FaultPlan = readonly Fault[];

/** One request that was made, for those who plan to disturb it the next time. */
export interface LoggedSync {
  /** 1-based among all requests since the plan was set. */
  readonly sync: number;
  readonly client: number;
  /** 1-based among the requests of this client. */
  readonly ofClient: number;
  readonly actions: number;
  /** Whether office.js marked it as one that changes the workbook. */
  readonly writes: boolean;
}

const KINDS: ReadonlySet<string> = new Set<FaultKind>(['fail', 'delay', 'cutBefore', 'cutAfter', 'answerLost']);

function isPosition(value: number | undefined): boolean {
  return value === undefined || (Number.isInteger(value) && value >= 1);
}

function isFault({ kind, sync, action, code, client }: Fault): boolean {
  const isPlace = sync !== undefined && [sync, action, client].every(isPosition);
  return KINDS.has(kind) && isPlace && (code === undefined || isHostErrorCode(code));
}

/** Counts requests and knows which of them are to go wrong. */
export class FaultLine {
  readonly log: LoggedSync[] = [];
  private readonly counts = new Map<number, number>();

  /** Throws for a plan that could never happen: a replay that silently disturbs nothing would prove nothing. */
  constructor(readonly plan: FaultPlan) {
    const wrong = plan.find((fault) => !isFault(fault));
    if (wrong) throw new Error(`No such fault: ${JSON.stringify(wrong)}`);
  }

  /** Counts one request and returns what is planned for it. */
  next(client: number, body: RequestBody, flags: number): Fault[] {
    const ofClient = (this.counts.get(client) ?? 0) + 1;
    this.counts.set(client, ofClient);
    const sync = this.log.length + 1;
    const writes = (flags & RequestFlag.Write) !== 0;
    this.log.push({ sync, client, ofClient, actions: body.Actions.length, writes });
    return this.plan.filter((fault) =>
      fault.client === undefined ? fault.sync === sync : fault.client === client && fault.sync === ofClient,
    );
  }
}

/** What the client is told when the line is broken: `OfficeExtension.ErrorCodes.connectionFailure`. */
export function networkFailure(): ResponseMessage {
  const { message } = new HostError('ConnectionFailure');
  return { HttpStatusCode: 503, ErrorCode: 'ConnectionFailure', ErrorMessage: message, Headers: {}, Body: null };
}

type Answer = (body: RequestBody) => ResponseMessage;

/** Only the first actions of a request. */
function firstOf(body: RequestBody, count: number): RequestBody {
  return { ...body, Actions: body.Actions.slice(0, count) };
}

function failAt(body: RequestBody, index: number, code: HostErrorCode, answer: Answer): ResponseMessage {
  const response = answer(firstOf(body, index));
  if (!response.Body || response.Body.Error) return response;
  return { ...response, Body: { ...response.Body, Error: bodyError(new HostError(code), index) } };
}

/** 0-based action that a fault speaks of. */
function indexOf({ action = 1 }: Fault, { Actions }: RequestBody): number {
  return Math.max(0, Math.min(action, Actions.length) - 1);
}

/** Plays one fault: `answer` executes what gets through, `cut` breaks the client's line for good. */
export function playFault(fault: Fault, body: RequestBody, answer: Answer, cut: () => void): ResponseMessage {
  const index = indexOf(fault, body);
  if (fault.kind === 'fail') return failAt(body, index, fault.code ?? 'GeneralException', answer);
  if (fault.kind === 'cutBefore') answer(firstOf(body, index));
  else if (fault.kind === 'cutAfter' && fault.action !== undefined) answer(firstOf(body, index + 1));
  else answer(body);
  if (fault.kind !== 'answerLost') cut();
  return networkFailure();
}

export interface SeededFaultOptions {
  /** Share of the requests that go wrong, 0 to 1. */
  readonly rate: number;
  readonly kinds: readonly FaultKind[];
  /** Requests that the plan covers; default 200. */
  readonly syncs?: number;
  /** Highest action that is hit; default 12. */
  readonly actions?: number;
}

/** A random plan that is the same for the same seed. */
export function seededFaults(seed: number, { rate, kinds, syncs = 200, actions = 12 }: SeededFaultOptions): FaultPlan {
  const random = randomNumbers(seed);
  const upTo = (count: number) => Math.floor(random() * count);
  const plan: Fault[] = [];
  for (let sync = 1; sync <= syncs; sync++) {
    const [isHit, kind, action] = [random() < rate, kinds[upTo(kinds.length)], 1 + upTo(actions)];
    if (!isHit || !kind) continue;
    plan.push(kind === 'delay' ? { kind, sync, milliseconds: action } : { kind, sync, action });
  }
  return plan;
}
