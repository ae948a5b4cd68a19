import { HostError } from '../errors';
import { type Call, HostObject, object } from './hostClass';
import { apiNotFound, at, classOf, findMethod, findObject, getItem, LocatedError } from './members';
import {
  type Action,
  ActionType,
  type ArgumentInfo,
  type ObjectPath,
  ObjectPathType,
  type RequestBody,
  type ResponseBody,
} from './message';
import { identityOf, queryObject } from './query';
import { anchorsOf, classNameOf } from './targets';

/**
 * Runs one request: its actions in order, until one fails. What came before a failure stays done. Methods of a null
 * object do nothing and lead to null objects (`getItemOrNullObject(x).delete()` is a documented idiom).
 */
export function execute(body: RequestBody, call: Call): ResponseBody {
  return new Execution(body, call).run();
}

class Execution {
  /** Objects of this request by path id: a path is evaluated once, when it is first needed. */
  private readonly objects = new Map<number, HostObject | null>();
  private readonly held: object[] = [];
  private readonly response: ResponseBody = { Results: [], TraceIds: [] };

  constructor(
    private readonly body: RequestBody,
    private readonly call: Call,
  ) {}

  run(): ResponseBody {
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        this.perform(action);
      } catch (error) {
        this.response.Error = bodyError(error, index);
        break;
      }
    }
    this.letGo();
    return this.response;
  }

  private perform(action: Action): void {
    const run = ACTIONS[action.ActionType];
    if (!run) throw new HostError('NotImplemented', `Action type ${action.ActionType}.`);
    const value = run.call(this, action);
    if (value !== undefined) this.response.Results.push({ ActionId: action.Id, Value: value });
  }

  instantiate(action: Action): unknown {
    const found = this.resolve(action.ObjectPathId);
    if (!found) return null;
    const reference = this.body.AutoKeepReference ? this.keep(found) : {};
    return { ...identityOf(found), ...reference };
  }

  query(action: Action): unknown {
    return queryObject(this.resolve(action.ObjectPathId), action.QueryInfo ?? {}, this.call);
  }

  invoke(action: Action): unknown {
    const target = this.resolve(action.ObjectPathId);
    if (!target) return null;
    if (action.Name === '_KeepReference') return this.keep(target);
    const args = this.args(action.ArgumentInfo);
    const method = findMethod(target, action.Name);
    const result = this.calling(target, action.Name, () => method(target.target as never, args, this.call));
    return result instanceof HostObject ? { ...identityOf(result) } : result;
  }

  setProperty(action: Action): undefined {
    const target = this.resolve(action.ObjectPathId);
    if (target) this.assign(target, action.Name, this.args(action.ArgumentInfo)[0]);
  }

  update(action: Action): undefined {
    const target = this.resolve(action.ObjectPathId);
    for (const [name, value] of Object.entries(action.ObjectState ?? {})) if (target) this.assign(target, name, value);
  }

  trace(action: Action): undefined {
    this.response.TraceIds.push(action.Id);
    this.response.Results.push({ ActionId: action.Id, Value: null });
  }

  private assign(target: HostObject, name: string, value: unknown): void {
    const set = classOf(target).properties?.[name]?.set;
    if (!set) throw apiNotFound(target.className, name);
    this.calling(target, name, () => set(target.target as never, value, this.call));
  }

  private calling<T>({ className }: HostObject, member: string, run: () => T): T {
    return at(className, member, () => {
      this.call.onMember?.(className, member);
      return run();
    });
  }

  private resolve(pathId: number): HostObject | null {
    const known = this.objects.get(pathId);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(pathId)];
    if (!path) throw new HostError('InvalidArgument', `Object path ${pathId}.`);
    const found = this.evaluate(path);
    this.objects.set(pathId, found);
    if (found) this.hold(found.target as object);
    return found;
  }

  private evaluate(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case ObjectPathType.GlobalObject:
        return object('Workbook', this.call.workbook);
      case ObjectPathType.ReferenceId:
        return this.referenced(path.Name);
      case ObjectPathType.NullObject:
        return null;
      case ObjectPathType.NewObject:
        throw new LocatedError(new HostError('ApiNotFound', path.Name), path.Name);
      default:
        return this.member(path);
    }
  }

  private member(path: ObjectPath): HostObject | null {
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const args = this.args(path.ArgumentInfo);
    if (path.ObjectPathType === ObjectPathType.Property) {
      return at(parent.className, path.Name, () => findObject(parent, path.Name, this.call));
    }
    if (path.ObjectPathType === ObjectPathType.Indexer) {
      return at(parent.className, 'getItem', () =>
        getItem(classOf(parent), parent.target as never, args[0], this.call),
      );
    }
    const method = findMethod(parent, path.Name);
    const result = this.calling(parent, path.Name, () => method(parent.target as never, args, this.call));
    return result instanceof HostObject ? result : null;
  }

  /** Arguments with referenced objects put in place, however deep. */
  private args(info: ArgumentInfo | undefined): unknown[] {
    return this.dereference(info?.Arguments ?? [], info?.ReferencedObjectPathIds ?? []) as unknown[];
  }

  private dereference(value: unknown, ids: unknown): unknown {
    if (typeof ids === 'number' && ids > 0) return this.resolve(ids);
    if (Array.isArray(value)) {
      if (!Array.isArray(ids) && !value.some(isRecord)) return value;
      return value.map((item, i) => this.dereference(item, Array.isArray(ids) ? ids[i] : 0));
    }
    if (!isRecord(value)) return value;
    // Objects inside a plain object are sent as {_ObjectPathId: id}.
    if (typeof value._ObjectPathId === 'number') return this.resolve(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.dereference(item, 0)]));
  }

  private keep(found: HostObject): Record<string, unknown> {
    const tracked = anchorsOf(found.target).length > 0;
    return tracked ? { _ReferenceId: this.call.session.keep(found.target as object) } : {};
  }

  private referenced(id: string): HostObject {
    const target = this.call.session.reference(id);
    if (!target) throw new HostError('InvalidReference');
    return object(classNameOf(target), target);
  }

  /** Ranges of this request move along with inserted and deleted cells until it ends. */
  private hold(target: object): void {
    for (const anchor of anchorsOf(target)) this.call.workbook.anchors.add(anchor);
    this.held.push(target);
  }

  private letGo(): void {
    this.call.workbook.calculationSuspended = false;
    for (const target of this.held) {
      if (this.call.session.isKept(target)) continue;
      for (const anchor of anchorsOf(target)) this.call.workbook.anchors.delete(anchor);
    }
  }
}

const ACTIONS: Record<number, (this: Execution, action: Action) => unknown> = {
  [ActionType.Instantiate]: Execution.prototype.instantiate,
  [ActionType.Query]: Execution.prototype.query,
  [ActionType.QueryAsJson]: Execution.prototype.query,
  [ActionType.Method]: Execution.prototype.invoke,
  [ActionType.SetProperty]: Execution.prototype.setProperty,
  [ActionType.Update]: Execution.prototype.update,
  [ActionType.Trace]: Execution.prototype.trace,
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const HTTP_STATUS: Record<string, number> = {
  ItemNotFound: 404,
  ApiNotFound: 404,
  AccessDenied: 403,
  GeneralException: 500,
};

/** How a failure of the action at `index` is answered. */
export function bodyError(error: unknown, index: number): NonNullable<ResponseBody['Error']> {
  const cause = error instanceof LocatedError ? error.cause : error;
  const code = cause instanceof HostError ? cause.code : 'GeneralException';
  const detail = cause instanceof Error ? cause.message : String(cause);
  const message = cause instanceof HostError ? detail : `${new HostError('GeneralException').message} ${detail}`;
  const location = error instanceof LocatedError ? error.location : '';
  return {
    Code: code,
    Message: message,
    Location: location,
    ActionIndex: index,
    HttpStatusCode: HTTP_STATUS[code] ?? 400,
  };
}
