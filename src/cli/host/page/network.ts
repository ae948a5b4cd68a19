import { RunnerError } from '../failure';

/** There is no network: what a browser does when it is offline, at once and every time. */
export function offlineFetch(url: unknown): Promise<never> {
  return Promise.reject(new RunnerError('Offline', `Not fetched, the page has no network: ${String(url)}`));
}

/** `XMLHttpRequest` without a network: raises `error` a turn after `send`. */
export class OfflineRequest extends EventTarget {
  readonly status = 0;
  readonly readyState = 4;
  readonly responseText = '';
  onerror: ((event: Event) => void) | null = null;
  onload: ((event: Event) => void) | null = null;
  onreadystatechange: ((event: Event) => void) | null = null;

  open(): void {}
  setRequestHeader(): void {}
  abort(): void {}

  send(): void {
    setTimeout(() => {
      const event = new Event('error');
      this.onreadystatechange?.(event);
      this.onerror?.(event);
      this.dispatchEvent(event);
    }, 0);
  }
}

/** Makes `new Image()`: its picture never arrives, and it says so. */
export function createImageClass(document: Document) {
  return function Image(): HTMLImageElement {
    const image = document.createElement('img');
    Object.defineProperty(image, 'src', {
      set(url: string) {
        image.setAttribute('src', url);
        setTimeout(() => image.onerror?.(`Not loaded, the page has no network: ${url}`), 0);
      },
      get: () => image.getAttribute('src') ?? '',
    });
    return image;
  };
}
