import { isWithin } from './whence.ts';

/**
 * What a browser lets a page do that no Content-Security-Policy refuses, closed as far as a page can close it. Importing this
 * closes it: nothing else of the page may run before. What stays open is told in the threat model.
 */

/** Ways to another computer, or to another window, that are taken from the page for good. Workers never have them. */
const TAKEN = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'mozRTCPeerConnection',
  'RTCDataChannel',
  'RTCIceTransport',
  'PresentationRequest',
  'PaymentRequest',
  'open',
] as const;

/** A document within this one would have all of that anew. */
const FRAMES = 'iframe, frame, object, embed, fencedframe, portal';

for (const name of TAKEN)
  Reflect.defineProperty(window, name, { value: undefined, writable: false, configurable: false });

new MutationObserver(() => {
  for (const frame of document.querySelectorAll(FRAMES)) frame.remove();
}).observe(document, { childList: true, subtree: true });

// Where a click would go is known before it goes there, by every browser; where a script goes, by the newer ones.
for (const press of ['click', 'auxclick'])
  window.addEventListener(press, refuseElsewhere, { capture: true });

const going: unknown = Reflect.get(window, 'navigation');
if (going instanceof EventTarget)
  going.addEventListener('navigate', (event) => {
    const to: unknown = Reflect.get(Object(Reflect.get(event, 'destination')), 'url');
    if (!isWithin(String(to))) event.preventDefault();
  });

function refuseElsewhere(event: Event): void {
  const link = event
    .composedPath()
    .find((each) => each instanceof HTMLAnchorElement || each instanceof SVGAElement);
  if (!link) return;
  const to = link instanceof HTMLAnchorElement ? link.href : link.href.baseVal;
  if (!isWithin(to)) event.preventDefault();
}

/** Gives the ways that are closed, and whether each truly is, as it can be seen from within the page. */
export function closedWays(): { readonly name: string; readonly isClosed: boolean }[] {
  return TAKEN.map((name) => ({ name, isClosed: Reflect.get(window, name) === undefined }));
}
