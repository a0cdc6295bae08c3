/** What is kept of the page to be used without internet: every file that ships with it, and no other. */
export interface Precache {
  /** Another for every build that differs. */
  readonly build: string;
  readonly files: readonly KeptFile[];
}

interface KeptFile {
  /** From where the page is; '' for the page itself. */
  readonly path: string;
  /** `sha256-` and base64, as a browser checks it: a file that is not as it was built is not kept. */
  readonly integrity: string;
}

/** What the page says to a version that waits, and what it answers. */
export const USE_NOW = 'use it now';
export type UseAnswer = 'used' | 'open elsewhere';

/** The status that stands for no answer of the host: were it a failure, the browser would write so into the page's console. */
export const NOBODY = 204;

/** Takes where a copy of the page is; gives what the names of its caches begin with: a host may have more than one copy. */
export function cachesOf(scope: string): string {
  return `quarterlight ${scope} `;
}

/** Takes a request's address and method, and where the page is; gives the path of what it asks for, or null where that is none of the page's files. */
export function pathAsked(
  { url, method }: Pick<Request, 'url' | 'method'>,
  scope: string,
  files: Precache['files'],
): string | null {
  const [address = ''] = url.split('#');
  if (method !== 'GET' || !address.startsWith(scope)) return null;
  const asked = address.slice(scope.length);
  const path = asked === 'index.html' ? '' : asked;
  return files.some((file) => file.path === path) ? path : null;
}
