import type { Plugin } from 'vite';
import { HEADERS } from './policy.ts';

/** Writes, beside the page, what makes servers send its headers. */
export function hosting(): Plugin {
  return {
    name: 'hosting',
    generateBundle() {
      for (const [fileName, source] of hostingFiles())
        this.emitFile({ type: 'asset', fileName, source });
    },
  };
}

/** Gives what makes servers send the page's headers, by the name of the file that they look for: of one text, so that none differs. */
export function hostingFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['web.config', forIis()],
    ['.htaccess', forApache()],
    ['nginx-headers.conf', forNginx()],
    ['_headers', forHosts()],
  ]);
}

const NAMED = 'public, max-age=31536000, immutable';
const ASKED_AGAIN = 'no-cache';

/** Internet Information Services. It compresses by itself what it is told that it may. */
function forIis(): string {
  const headers = entries().map(
    ([name, value]) =>
      `<remove name="${name}" />\n        <add name="${name}" value="${inXml(value)}" />`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
        ${headers.join('\n        ')}
        <remove name="X-Powered-By" />
      </customHeaders>
    </httpProtocol>
    <staticContent>
      <clientCache cacheControlMode="DisableCache" />
      <remove fileExtension=".wasm" />
      <mimeMap fileExtension=".wasm" mimeType="application/wasm" />
      <remove fileExtension=".webmanifest" />
      <mimeMap fileExtension=".webmanifest" mimeType="application/manifest+json" />
    </staticContent>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <urlCompression doStaticCompression="true" doDynamicCompression="false" />
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`;
}

/** Apache. Without mod_headers it answers with an error: better than the page without its policy. */
function forApache(): string {
  const headers = entries().map(
    ([name, value]) => `Header always set ${name} "${inQuotes(value)}"`,
  );
  return `${headers.join('\n')}
AddType application/wasm .wasm
AddType application/manifest+json .webmanifest
DirectoryIndex index.html

Header set Cache-Control "${ASKED_AGAIN}"
<If "%{REQUEST_URI} =~ m#/assets/#">
  Header set Cache-Control "${NAMED}"
</If>

# Where the browser takes it, the file that was compressed when the page was built.
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)\\.(js|css|html|wasm|svg|json|csv|webmanifest)$ $1.$2.br [L]
  RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.+)\\.(js|css|html|wasm|svg|json|csv|webmanifest)$ $1.$2.gz [L]
</IfModule>
Header append Vary Accept-Encoding
${[...TYPES]
  .map(
    ([ending, type]) =>
      `<FilesMatch "\\.${ending}\\.(br|gz)$">\n  ForceType ${type}\n  SetEnv no-gzip 1\n</FilesMatch>`,
  )
  .join('\n')}
<FilesMatch "\\.br$">
  RemoveType .br
  Header set Content-Encoding br
</FilesMatch>
<FilesMatch "\\.gz$">
  RemoveType .gz
  RemoveEncoding .gz
  Header set Content-Encoding gzip
</FilesMatch>
`;
}

/** nginx, to be included in the \`server\` that has the page. \`always\`: also on what is not found. */
function forNginx(): string {
  const headers = entries().map(
    ([name, value]) => `add_header ${name} "${inQuotes(value)}" always;`,
  );
  return `${headers.join('\n')}
# An add_header in a location would take the place of all of these there: cache by "expires" alone.
expires -1;
location ~ /assets/ {
  expires 1y;
}
types {
${[...TYPES, ['zip', 'application/zip']].map(([ending, type]) => `  ${type} ${ending};`).join('\n')}
}
# What was compressed when the page was built. brotli_static takes the module ngx_brotli.
gzip_static on;
# brotli_static on;
`;
}

/** Hosts that read a file _headers. */
function forHosts(): string {
  const headers = entries().map(([name, value]) => `  ${name}: ${value}`);
  return `/*
${headers.join('\n')}
/assets/*
  Cache-Control: ${NAMED}
`;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['js', 'text/javascript'],
  ['css', 'text/css'],
  ['svg', 'image/svg+xml'],
  ['wasm', 'application/wasm'],
  ['json', 'application/json'],
  ['csv', 'text/csv'],
  ['webmanifest', 'application/manifest+json'],
]);

function entries(): (readonly [name: string, value: string])[] {
  return Object.entries(HEADERS);
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function inQuotes(text: string): string {
  return text.replaceAll('"', String.raw`\"`);
}
