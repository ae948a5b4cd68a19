/**
 * The two manifests made from the committed one: text in, text out. Kept as plain CommonJS because webpack's
 * configuration reads it before any TypeScript is compiled.
 */
const localHost = 'https://localhost:3000/';

/** What the dev add-in has for itself: Excel tells add-ins apart by id, and formulas by namespace. */
const dev = {
  id: '53667eab-3be7-4797-9b20-797f78274d27',
  namespace: 'CRMDEV',
  suffix: ' (dev)',
};

/** A host as people type it -> `https://name/path/`. Throws on anything that Excel would not load an add-in from. */
function normalizeHost(host) {
  const url = new URL(host);
  if (url.protocol !== 'https:' || url.search || url.hash) throw new Error(`not an https folder: ${host}`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** Production: every URL moved to `host`, nothing else changed. */
function productionManifest(manifest, host) {
  const base = normalizeHost(host);
  const origin = new URL(base).origin;
  return manifest
    .replaceAll(localHost, base)
    .replaceAll(`<AppDomain>${localHost.slice(0, -1)}<`, `<AppDomain>${origin}<`);
}

/** Development: localhost URLs, own id, own namespace, marked names in both languages. */
function devManifest(manifest) {
  return manifest
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${dev.id}</Id>`)
    .replace(/(id="Functions\.Namespace" DefaultValue=")[^"]*/, `$1${dev.namespace}`)
    .replace(/<(DisplayName|bt:String id="Crm\.Group\.Label")[^]*?<\/(DisplayName|bt:String)>/g, (element) =>
      element.replace(/((?:Default)?Value=")([^"]*)/g, `$1$2${dev.suffix}`),
    );
}

module.exports = { localHost, dev, normalizeHost, productionManifest, devManifest };
