import type { Script } from 'node:vm';
import type { ClientWindow } from './attach';

const CLIENT_FILE = '@microsoft/office-js/dist/excel-web-16.00.debug.js';

let script: Script | undefined;

/** Node's own modules, asked for at run time, so that the browser bundle of the host has no trace of them. */
function builtins() {
  const [fs, module, vm] = [
    process.getBuiltinModule('fs'),
    process.getBuiltinModule('module'),
    process.getBuiltinModule('vm'),
  ];
  return { fs, module, vm };
}

function clientScript(): Script {
  const { fs, module, vm } = builtins();
  const path = module.createRequire(`${process.cwd()}/package.json`).resolve(CLIENT_FILE);
  return (script ??= new vm.Script(fs.readFileSync(path, 'utf8'), { filename: path }));
}

/** The few browser globals that office.js looks at while loading. */
function windowGlobals(): Record<string, unknown> {
  const location = {
    protocol: 'https:',
    host: 'localhost',
    hostname: 'localhost',
    href: 'https://localhost/',
    search: '',
    hash: '',
    pathname: '/',
  };
  const element = () => ({ style: {}, setAttribute: () => undefined, appendChild: () => undefined });
  const document = {
    createElement: element,
    getElementsByTagName: () => [],
    getElementById: () => null,
    head: element(),
    body: element(),
    cookie: '',
    URL: location.href,
    documentElement: element(),
    addEventListener: () => undefined,
  };
  return {
    navigator: { userAgent: 'Node', platform: 'Linux', language: 'en-US' },
    location,
    document,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    performance,
  };
}

/**
 * Runs Microsoft's own Excel client, unchanged, in a context of its own, so that several clients can exist side by side.
 * The file is found from the working directory, because it is a development dependency only (decision 26).
 */
export function loadClientInNode(): ClientWindow {
  const { vm } = builtins();
  // An ordinary global object: one that is backed by another object makes every `Array` or `Object` a slow look-up.
  const window = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  Object.assign(window, windowGlobals(), { window, self: window });
  clientScript().runInContext(window);
  return window as unknown as ClientWindow;
}
