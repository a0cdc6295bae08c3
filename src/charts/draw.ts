import { type Loader, type Spec as VegaSpec, View, parse } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { type TopLevelSpec, compile } from 'vega-lite';

/** What Vega-Lite compiles, or what Vega draws as it is. */
export type ChartSpec = TopLevelSpec | VegaSpec;

/** One layer of a chart of Vega-Lite. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** A chart that is stretched to its place, or one that is laid out anew for each width. */
export type Drawable = ChartSpec | ((width: number) => ChartSpec);

/** A chart on the page: it must be ended. */
export interface Drawing {
  end(): void;
}

/** Lets the page do what waits, between one step of work and the next. */
export type Pause = () => Promise<void>;

const refuse = () => Promise.reject(new Error('A chart loads nothing.'));
const NOTHING_LOADS: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/**
 * Takes a chart, the element to draw in, its width, and what pauses between the steps; draws it without compiling code, as the
 * page's policy asks. Without pauses everything is done before the page does anything else, as printing needs it.
 */
export async function draw(
  chart: Drawable,
  host: HTMLElement,
  width: number,
  pause: Pause = () => Promise.resolve(),
): Promise<Drawing> {
  const view = await viewOf(chart, width, pause);
  await pause();
  await view.initialize(host).runAsync();
  return {
    end: () => {
      view.finalize();
    },
  };
}

/** Takes a chart and a width; gives it as the text of an SVG of that width. */
export async function svgOf(chart: Drawable, width: number): Promise<string> {
  const view = await viewOf(chart, width, () => Promise.resolve());
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

async function viewOf(chart: Drawable, width: number, pause: Pause): Promise<View> {
  const spec = typeof chart === 'function' ? chart(width) : { ...chart, width };
  const plain = isVega(spec) ? spec : compile(spec).spec;
  await pause();
  const runtime = parse(plain, undefined, { ast: true });
  await pause();
  return new View(runtime, {
    expr: expressionInterpreter,
    loader: NOTHING_LOADS,
    renderer: 'svg',
    hover: false,
  });
}

function isVega(spec: ChartSpec): spec is VegaSpec {
  return 'marks' in spec;
}
