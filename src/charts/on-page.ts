import { arrived } from '../model/arrival.ts';
import type { ChartSpec, Drawable, Drawing, Pause } from './draw.ts';

/** Charts further below than this are not drawn yet. */
const NEAR = '400px 0px';
/** A4 without its margins, at the size that letters are drawn in. */
const PRINTED = 640;
const NARROWEST = 280;

type Library = typeof import('./draw.ts');

const kept = new Set<Kept>();
let library: Library | null = null;
let listens = false;

const between: Pause = () => new Promise((resolve) => setTimeout(resolve));
const atOnce: Pause = () => Promise.resolve();

/** Draws every chart of the page that still waits to come into view: for what must be whole, such as a page that is printed. */
export async function drawAll(): Promise<void> {
  await Promise.all([...kept].map((each) => each.draw()));
}

/**
 * Takes a chart, the element to draw it in, and what is called where it cannot be drawn; draws it when it comes near the view, again when
 * its width changes, and for the page that is printed. Gives what ends this.
 */
export function keepDrawn(chart: Drawable, host: HTMLElement, failed: () => void): () => void {
  if (!listens) listenForPrinting();
  const each = new Kept(chart, host, failed);
  kept.add(each);
  return () => {
    kept.delete(each);
    each.end();
  };
}

/** A chart that has its place on the page. Each drawing is a turn: one that a later has overtaken is thrown away. */
class Kept {
  readonly #chart: Drawable;
  readonly #host: HTMLElement;
  readonly #failed: () => void;
  readonly #near: IntersectionObserver;
  readonly #sized = new ResizeObserver(() => this.#fit());
  #drawing: Drawing | null = null;
  #turn = 0;
  #width = 0;

  constructor(chart: Drawable, host: HTMLElement, failed: () => void) {
    this.#chart = chart;
    this.#host = host;
    this.#failed = failed;
    this.#reserve();
    this.#near = whenNear(host, () => {
      void this.draw();
      this.#sized.observe(host);
    });
  }

  async draw(width = this.#room(), pause = between): Promise<void> {
    const mine = ++this.#turn;
    this.#width = width;
    try {
      library ??= await arrived(() => import('./draw.ts'));
      const fresh = document.createElement('div');
      const drawn = await library.draw(this.#chart, fresh, width, pause);
      if (mine !== this.#turn) return drawn.end();
      this.#drawing?.end();
      this.#drawing = drawn;
      this.#host.replaceChildren(fresh);
    } catch {
      if (mine === this.#turn) this.#failed();
    }
  }

  end(): void {
    this.#turn += 1;
    this.#near.disconnect();
    this.#sized.disconnect();
    this.#drawing?.end();
    this.#host.replaceChildren();
  }

  #room(): number {
    return Math.max(NARROWEST, this.#host.clientWidth);
  }

  #fit(): void {
    if (this.#host.clientWidth === 0 || this.#room() === this.#width) return;
    this.#reserve();
    void this.draw();
  }

  // So that nothing jumps when the drawing arrives.
  #reserve(): void {
    this.#host.style.minHeight = `${heightOf(this.#chart, this.#room())}px`;
  }
}

function whenNear(host: HTMLElement, near: () => void): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      near();
    },
    { rootMargin: NEAR },
  );
  observer.observe(host);
  return observer;
}

// The browser prints as soon as its listeners are done and what they left for at once: nothing may wait for a timer.
function listenForPrinting(): void {
  listens = true;
  window.addEventListener('beforeprint', () => {
    if (!library) return;
    for (const each of kept) void each.draw(PRINTED, atOnce);
  });
  window.addEventListener('afterprint', () => {
    if (!library) return;
    for (const each of kept) void each.draw();
  });
}

function heightOf(chart: Drawable, width: number): number {
  const spec: ChartSpec = typeof chart === 'function' ? chart(width) : chart;
  const plot = 'height' in spec && typeof spec.height === 'number' ? spec.height : 0;
  const { padding } = spec;
  const around =
    padding && typeof padding === 'object' && 'top' in padding
      ? (padding.top ?? 0) + (padding.bottom ?? 0)
      : 0;
  return plot + around;
}
