/** An address that no computer has, and none can be given: the name is reserved for that. */
export const NOWHERE = 'https://quarterlight.invalid/';

/** Where something was asked for: of this page's own address, of what it made itself, of nowhere, as a person had it try, or elsewhere. */
export type Whence = 'own' | 'inside' | 'nowhere' | 'elsewhere';

/** Takes an address; tells where it is. */
export function whenceOf(address: string): Whence {
  const to = read(address);
  if (to?.protocol === 'blob:' || to?.protocol === 'data:') return 'inside';
  if (address.startsWith(NOWHERE)) return 'nowhere';
  return to && (isThisPage(to) || isBesideIt(to)) ? 'own' : 'elsewhere';
}

/**
 * Takes an address; tells whether the page may go there or save it: this page, whatever its place; what it made itself; and
 * another file that came with it, with nothing said in the address.
 */
export function isWithin(address: string): boolean {
  const to = read(address);
  if (!to) return false;
  if (to.protocol === 'blob:') return isMadeHere(to);
  return isThisPage(to) || (isBesideIt(to) && to.search === '');
}

/** What a file on a disk makes has the origin of nobody, by whatever name a browser calls that of the file. */
function isMadeHere({ origin }: URL): boolean {
  const own = new URL(document.baseURI);
  return own.protocol === 'file:' ? origin === 'null' : origin === own.origin;
}

function isThisPage({ href }: URL): boolean {
  return href.split('#')[0] === document.baseURI.split('#')[0];
}

/** All files have one origin, that of nobody: there a page has nothing beside it. */
function isBesideIt({ origin }: URL): boolean {
  const own = new URL(document.baseURI);
  return own.protocol !== 'file:' && origin === own.origin;
}

function read(address: string): URL | null {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return null;
  }
}
