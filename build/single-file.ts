import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { filesIn } from './files-in.ts';
import { pack } from './pack.ts';
import { singlePolicy } from './single-policy.ts';

/** In bytes: what is larger is refused by too many mail servers and shared drives to be of use. */
const LARGEST = 20_000_000;
/** What the page fetches by name from where it is hosted. */
const FETCHED = /^(sample|benchmark-pack)\//;

type Bundle = Rolldown.OutputBundle;

/** Makes one file of the whole page: takes its name; writes it, and its SHA-256 beside it. */
export function singleFile(name: string): Plugin {
  let said = '';
  return {
    name: 'single-file',
    config: () => ({
      build: {
        outDir: 'dist-single',
        copyPublicDir: false,
        modulePreload: false,
        cssCodeSplit: false,
        chunkSizeWarningLimit: LARGEST / 1000,
        reportCompressedSize: false,
        rolldownOptions: { output: { codeSplitting: false } },
      },
      // A part is named as `within.ts` looks it up.
      experimental: {
        renderBuiltUrl: (file, { hostType }) =>
          hostType === 'js' ? { runtime: JSON.stringify(file) } : { relative: true },
      },
    }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const publicFolder = this.environment.config.publicDir;
        const page = wholePage(bundle, publicFolder);
        if (page.length > LARGEST) this.error(`${name} has ${page.length} bytes`);
        for (const file of Object.keys(bundle)) Reflect.deleteProperty(bundle, file);
        const hash = createHash('sha256').update(page).digest('hex');
        this.emitFile({ type: 'asset', fileName: name, source: page });
        this.emitFile({ type: 'asset', fileName: `${name}.sha256`, source: `${hash}  ${name}\n` });
        said = `${name}: ${(page.length / 1e6).toFixed(2)} MB, SHA-256 ${hash}`;
      },
    },
    closeBundle() {
      if (said) this.info(said);
    },
  };
}

function wholePage(bundle: Bundle, publicFolder: string): Buffer {
  const html = textOf(taken(bundle, (file) => file === 'index.html'));
  const style = textOf(taken(bundle, (file) => file.endsWith('.css')));
  const script = inElement(scriptOf(bundle), 'script');
  const needs = inElement(readFileSync(join(publicFolder, 'needs.js'), 'utf8'), 'script');
  const parts = new Map<string, Uint8Array>();
  for (const [file, one] of Object.entries(bundle)) {
    if (one.type === 'asset') parts.set(file, Buffer.from(one.source));
  }
  for (const file of filesIn(publicFolder).filter((path) => FETCHED.test(path))) {
    parts.set(file, readFileSync(join(publicFolder, file)));
  }
  const icon = readFileSync(join(publicFolder, 'icon.svg')).toString('base64');
  const within = [...parts].map(
    ([file, bytes]) =>
      `<script type="application/gzip" data-part="${file}">${pack(bytes).toString('base64')}</script>\n`,
  );
  const page = edited(html, [
    [
      /(?<=http-equiv="Content-Security-Policy"\s+content=")[^"]*/,
      singlePolicy([needs, script], style),
    ],
    [/<link rel="icon"[^>]*>/, `<link rel="icon" href="data:image/svg+xml;base64,${icon}" />`],
    [/ *<link rel="manifest"[^>]*>\n/, ''],
    [/ *<link rel="stylesheet"[^>]*>/, `<style>${inElement(style, 'style')}</style>`],
    [/ *<script[^>]* src="\.\/needs\.js"[^>]*><\/script>/, `<script>${needs}</script>`],
    [/ *<script type="module"[^>]*><\/script>/, `<script type="module">${script}</script>`],
    [/<\/body>/, `${within.join('')}</body>`],
  ]);
  return Buffer.from(page);
}

/** Each place must be there, and once. All are found before anything is put in: a text that is put in may look like one. */
function edited(html: string, edits: readonly (readonly [place: RegExp, text: string])[]): string {
  const found = edits.map(([place, text]) => {
    const [only, ...more] = html.matchAll(new RegExp(place, 'g'));
    if (!only || more.length > 0) throw new Error(`${place}: not once`);
    return { from: only.index, to: only.index + only[0].length, text };
  });
  let page = '';
  let at = 0;
  for (const { from, to, text } of found.sort((one, other) => one.from - other.from)) {
    page += html.slice(at, from) + text;
    at = to;
  }
  return page + html.slice(at);
}

/** A browser reads neither text further than its end tag, and takes line ends and NUL for others than they are. */
function inElement(text: string, element: 'script' | 'style'): string {
  const safe =
    element === 'script' ? text.replaceAll(/<(?=\/script|!--)/gi, String.raw`\x3C`) : text;
  if (/[\r\0]/.test(safe) || new RegExp(`</${element}|<!--`, 'i').test(safe)) {
    throw new Error(`the ${element} cannot stand in a page as it is`);
  }
  return safe;
}

function scriptOf(bundle: Bundle): string {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
  const [only] = chunks;
  if (!only || chunks.length > 1) throw new Error(`${chunks.length} scripts, and not one`);
  return only.code;
}

function taken(bundle: Bundle, wanted: (file: string) => boolean): Rolldown.OutputAsset {
  const found = Object.entries(bundle).filter(([file]) => wanted(file));
  const [only] = found;
  if (!only || only[1].type !== 'asset' || found.length > 1) throw new Error('not one such file');
  Reflect.deleteProperty(bundle, only[0]);
  return only[1];
}

function textOf({ source }: Rolldown.OutputAsset): string {
  return typeof source === 'string' ? source : Buffer.from(source).toString('utf8');
}
