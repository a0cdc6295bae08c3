/**
 * The Content-Security-Policy of every page and every worker. One text, sent as a header where there is a server and
 * written into the page for where there is none. `blob:` for workers only: a worker started from a blob is bound by the
 * page's policy, one started from a file is bound only by that file's own header.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
];

/** For the page's own meta element, where frame-ancestors is not allowed. */
export const META_POLICY = DIRECTIVES.join('; ');

/** The headers of every response. */
export const HEADERS = {
  'Content-Security-Policy': [...DIRECTIVES, "frame-ancestors 'none'"].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;
