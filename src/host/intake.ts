import { HostError, type HostErrorCode } from './errors';
import { type Fault, FaultLine, type FaultPlan, networkFailure, playFault } from './faults';
import type { HostOptions, HostStats } from './options';
import {
  type Action,
  ActionType,
  type RequestBody,
  RequestFlag,
  type ResponseBody,
  type ResponseMessage,
} from './protocol/message';

/** 5 MB each way on Excel for the web (rule `payload-limit`). */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Whether a request only releases tracked ranges: action type 1 makes the workbook object that the others need. */
function isHousekeeping({ Actions }: RequestBody): boolean {
  const isRelease = ({ Name }: Action) => Name === '_RemoveReference';
  const isQuiet = (action: Action) => action.ActionType === ActionType.Instantiate || isRelease(action);
  return Actions.some(isRelease) && Actions.every(isQuiet);
}

interface Written {
  readonly text: string;
  readonly bytes: number;
}

function written(message: unknown): Written {
  const text = JSON.stringify(message);
  return { text, bytes: new TextEncoder().encode(text).length };
}

/** Something to wait for that somebody else opens. */
class Gate {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

function waitFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What the intake asks of the host. */
export interface Desks {
  isConnected(client: number): boolean;
  execute(client: number, body: RequestBody, flags: number): ResponseBody;
  /** An `Excel.run` of the client ended. */
  runEnded(client: number): void;
  disconnect(client: number): void;
}

/** Takes in what clients send: counts it, holds it up or spoils it as planned, and keeps to Excel's limits. */
export class Intake {
  readonly stats: HostStats = { syncs: 0, requestBytes: 0, responseBytes: 0 };
  /** Awaited before a request is executed. */
  schedule: ((client: number) => Promise<void>) | null = null;
  line: FaultLine;
  private editEnd: Gate | null = null;

  constructor(
    private readonly options: HostOptions,
    private readonly desks: Desks,
  ) {
    this.line = new FaultLine(options.faults ?? []);
  }

  setFaults(plan: FaultPlan): void {
    this.line = new FaultLine(plan);
  }

  get cellEditing(): boolean {
    return this.editEnd !== null;
  }

  set cellEditing(editing: boolean) {
    if (!editing) {
      this.editEnd?.open();
      this.editEnd = null;
    } else this.editEnd ??= new Gate();
  }

  async send(id: number, body: RequestBody, flags: number): Promise<ResponseMessage> {
    const sent = written(body);
    this.stats.requestBytes += sent.bytes;
    if (isHousekeeping(body)) {
      this.desks.runEnded(id);
      return this.receive(id, sent, flags, []);
    }
    this.stats.syncs++;
    const faults = this.line.next(id, body, flags);
    await this.schedule?.(id);
    await this.delay(faults, 'request');
    const response = await this.receive(id, sent, flags, faults);
    await this.delay(faults, 'answer');
    return response;
  }

  private async delay(faults: readonly Fault[], part: Fault['of']): Promise<void> {
    for (const { kind, of = 'request', milliseconds = 0 } of faults)
      if (kind === 'delay' && of === part) await (this.options.wait ?? waitFor)(milliseconds);
  }

  private async receive(id: number, sent: Written, flags: number, faults: readonly Fault[]): Promise<ResponseMessage> {
    if (sent.bytes > this.limit) return failure('RequestPayloadSizeLimitExceeded');
    if (this.editEnd && !(flags & RequestFlag.DelayForCellEdit)) return failure('InvalidOperationInCellEditMode');
    await this.editEnd?.opened;
    if (!this.desks.isConnected(id)) return networkFailure();
    const body = JSON.parse(sent.text) as RequestBody;
    const fault = faults.find(({ kind }) => kind !== 'delay');
    if (!fault) return this.answer(id, body, flags);
    return playFault(
      fault,
      body,
      (part) => this.answer(id, part, flags),
      () => this.desks.disconnect(id),
    );
  }

  private get limit(): number {
    return this.options.payloadLimit ?? PAYLOAD_LIMIT;
  }

  private answer(id: number, body: RequestBody, flags: number): ResponseMessage {
    const { text, bytes } = written(this.desks.execute(id, body, flags));
    this.stats.responseBytes += bytes;
    if (bytes > this.limit) return failure('ResponsePayloadSizeLimitExceeded');
    return success(JSON.parse(text) as ResponseBody);
  }
}

function success(body: ResponseBody): ResponseMessage {
  return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: {}, Body: body };
}

function failure(code: HostErrorCode): ResponseMessage {
  return { HttpStatusCode: 400, ErrorCode: code, ErrorMessage: new HostError(code).message, Headers: {}, Body: null };
}
