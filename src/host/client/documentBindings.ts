type ExcelNamespace = typeof Excel;
type Handler = (args: unknown) => void;

interface DocumentEvents {
  register(eventId: number, targetId: string, handler: Handler): Promise<null>;
  unregister(eventId: number, targetId: string, handler: Handler): Promise<null>;
}

interface AsyncResult<T> {
  status: 'succeeded' | 'failed';
  value?: T;
  error?: { code: string; name: string; message: string };
  asyncContext?: unknown;
}

interface Options {
  id?: string;
  asyncContext?: unknown;
  coercionType?: string;
  handler?: Handler;
}

/** The old API's words for Excel's kinds of binding. */
const KINDS: Readonly<Record<string, 'Range' | 'Table' | 'Text'>> = { matrix: 'Range', table: 'Table', text: 'Text' };
const EVENTS: Readonly<Record<string, number>> = { bindingSelectionChanged: 3, bindingDataChanged: 4 };

function oldKind(type: string): string {
  return Object.keys(KINDS).find((kind) => KINDS[kind] === type) ?? 'matrix';
}

/** The optional arguments of an old call: options, then a callback. */
function optionsOf(args: readonly unknown[]): Options {
  return (args.find((arg) => typeof arg === 'object' && arg !== null) ?? {}) as Options;
}

/** Answers an old call by its callback, with what a promise comes to. */
function answer<T>(args: readonly unknown[], work: Promise<T>): void {
  const callback = args.find((arg): arg is (result: AsyncResult<T>) => void => typeof arg === 'function');
  const { asyncContext } = optionsOf(args);
  void work.then(
    (value) => callback?.({ status: 'succeeded', value, asyncContext }),
    (error: { code?: string; name?: string; message?: string }) => {
      const { code = '', name = 'Error', message = '' } = error;
      callback?.({ status: 'failed', error: { code, name, message }, asyncContext });
    },
  );
}

/** `Office.context.document.bindings` over the bindings of the new API: they are the same ones. */
export function createBindings(excel: ExcelNamespace, events: DocumentEvents) {
  /** Runs something with bindings, and describes the ones it gives back. */
  const describe = (pick: (bindings: Excel.BindingCollection) => Excel.Binding): Promise<DocumentBinding> =>
    excel.run(async (context) => {
      const binding = pick(context.workbook.bindings).load('id,type');
      await context.sync();
      return new DocumentBinding(excel, events, binding.id, oldKind(binding.type));
    });
  const newId = (args: readonly unknown[]) => optionsOf(args).id ?? `binding${(nextBinding += 1)}`;
  const kindOf = (type: string) => KINDS[type] ?? 'Range';
  let nextBinding = 0;
  return {
    addFromNamedItemAsync: (name: string, type: string, ...args: unknown[]) =>
      answer(
        args,
        describe((bindings) => bindings.addFromNamedItem(name, kindOf(type), newId(args))),
      ),
    addFromSelectionAsync: (type: string, ...args: unknown[]) =>
      answer(
        args,
        describe((bindings) => bindings.addFromSelection(kindOf(type), newId(args))),
      ),
    getByIdAsync: (id: string, ...args: unknown[]) =>
      answer(
        args,
        describe((bindings) => bindings.getItem(id)),
      ),
    getAllAsync: (...args: unknown[]) =>
      answer(
        args,
        excel.run(async (context) => {
          const bindings = context.workbook.bindings.load('items/id,items/type');
          await context.sync();
          return bindings.items.map(({ id, type }) => new DocumentBinding(excel, events, id, oldKind(type)));
        }),
      ),
    releaseByIdAsync: (id: string, ...args: unknown[]) =>
      answer(
        args,
        excel.run(async (context) => {
          context.workbook.bindings.getItem(id).delete();
          await context.sync();
        }),
      ),
  };
}

/** `Office.Binding`: matrix, table or text. */
export class DocumentBinding {
  private readonly wrapped = new Map<Handler, Handler>();

  constructor(
    private readonly excel: ExcelNamespace,
    private readonly events: DocumentEvents,
    readonly id: string,
    readonly type: string,
  ) {}

  /** Values as a matrix, or the text of a text binding. */
  getDataAsync(...args: unknown[]): void {
    const coercion = optionsOf(args).coercionType ?? this.type;
    answer(
      args,
      this.excel.run(async (context) => {
        const range = context.workbook.bindings.getItem(this.id).getRange().load('values,text');
        await context.sync();
        const [headers, ...rows] = range.values as unknown[][];
        if (coercion === 'table') return { headers: [headers], rows };
        return coercion === 'text' ? range.text.map((row) => row.join('\t')).join('\r\n') : range.values;
      }),
    );
  }

  /** Writes a matrix or a text from the first cell on. */
  setDataAsync(data: unknown, ...args: unknown[]): void {
    const values = Array.isArray(data) ? (data as unknown[][]) : [[data]];
    answer(
      args,
      this.excel.run(async (context) => {
        const first = context.workbook.bindings.getItem(this.id).getRange().getCell(0, 0);
        first.getResizedRange(values.length - 1, (values[0]?.length ?? 1) - 1).values = values;
        await context.sync();
      }),
    );
  }

  addHandlerAsync(type: string, handler: Handler, ...args: unknown[]): void {
    const own: Handler = (told) => handler({ ...(told as object), type, binding: this });
    this.wrapped.set(handler, own);
    answer(args, this.events.register(EVENTS[type] ?? 0, this.id, own));
  }

  /** Without a handler among the options all of them go. */
  removeHandlerAsync(type: string, ...args: unknown[]): void {
    const { handler } = optionsOf(args);
    const gone = [...this.wrapped].filter(([given]) => !handler || given === handler);
    for (const [given] of gone) this.wrapped.delete(given);
    const removals = gone.map(([, own]) => this.events.unregister(EVENTS[type] ?? 0, this.id, own));
    answer(
      args,
      Promise.all(removals).then(() => null),
    );
  }
}

/** `Office.select('bindings#id')`: a binding that is looked up when it is used. */
export function selectBinding(excel: ExcelNamespace, events: DocumentEvents, expression: string): DocumentBinding {
  return new DocumentBinding(excel, events, expression.replace(/^bindings#/i, ''), 'matrix');
}
