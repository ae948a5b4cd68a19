/** The part of the DOM that the stand-in uses. */
type Target = HTMLElement & { value?: string };

type Handler = (event: unknown) => unknown;

/** The few jQuery members that older Script Lab snippets use. */
class Elements {
  readonly length: number;

  constructor(private readonly elements: Target[]) {
    this.length = elements.length;
    Object.assign(this, elements);
  }

  private get first(): Target | undefined {
    return this.elements[0];
  }

  /** jQuery's own way: a getter without a value, a setter with one. */
  private access(value: unknown, read: (element: Target) => unknown, write: (element: Target) => void): unknown {
    if (value === undefined) return this.first && read(this.first);
    this.elements.forEach(write);
    return this;
  }

  on(event: string, handler: Handler): this {
    for (const element of this.elements) element.addEventListener(event, handler as EventListener);
    return this;
  }

  click(handler?: Handler): this {
    if (handler) return this.on('click', handler);
    for (const element of this.elements) element.click();
    return this;
  }

  change(handler: Handler): this {
    return this.on('change', handler);
  }

  /** The page is always ready. */
  ready(handler: () => unknown): this {
    handler();
    return this;
  }

  each(visit: (index: number, element: Target) => unknown): this {
    this.elements.forEach((element, index) => visit.call(element, index, element));
    return this;
  }

  val(value?: string): unknown {
    return this.access(
      value,
      (element) => element.value,
      (element) => (element.value = value),
    );
  }

  text(value?: string): unknown {
    return this.access(
      value,
      (element) => element.textContent,
      (element) => (element.textContent = String(value)),
    );
  }

  html(value: string): this {
    return this.empty().append(value);
  }

  attr(name: string, value?: string): unknown {
    return this.access(
      value,
      (element) => element.getAttribute(name) ?? undefined,
      (element) => element.setAttribute(name, String(value)),
    );
  }

  prop(name: string, value?: unknown): unknown {
    return this.access(
      value,
      (element) => Reflect.get(element, name) as unknown,
      (element) => void Reflect.set(element, name, value),
    );
  }

  append(html: string): this {
    for (const element of this.elements) {
      element.append(element.ownerDocument.createRange().createContextualFragment(html));
    }
    return this;
  }

  empty(): this {
    for (const element of this.elements) element.textContent = '';
    return this;
  }

  show(): this {
    for (const element of this.elements) element.hidden = false;
    return this;
  }

  hide(): this {
    for (const element of this.elements) element.hidden = true;
    return this;
  }

  addClass(name: string): this {
    for (const element of this.elements) element.classList.add(name);
    return this;
  }

  removeClass(name: string): this {
    for (const element of this.elements) element.classList.remove(name);
    return this;
  }
}

/** A stand-in for jQuery on one page: `$(selector)`, `$(element)` and `$(whenReady)`. */
export function createJQuery(document: Document): (what: unknown) => Elements {
  return (what) => {
    if (typeof what === 'function') return new Elements([]).ready(what as () => unknown);
    if (typeof what === 'string') return new Elements([...document.querySelectorAll<Target>(what)]);
    return new Elements([what as Target]);
  };
}
