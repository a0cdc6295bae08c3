import { type Loader, View, parse } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { type TopLevelSpec, compile } from 'vega-lite';

export type ChartSpec = TopLevelSpec;

/** A chart on the page: it can be given another width, and must be ended. */
export interface Drawing {
  resize(width: number): Promise<void>;
  end(): void;
}

const refuse = () => Promise.reject(new Error('A chart loads nothing.'));
const NOTHING_LOADS: Loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** Takes a spec, the element to draw in and its width; draws it without compiling code, as the page's policy asks. */
export async function draw(spec: ChartSpec, host: HTMLElement, width: number): Promise<Drawing> {
  const runtime = parse(compile(spec).spec, undefined, { ast: true });
  const view = new View(runtime, {
    expr: expressionInterpreter,
    loader: NOTHING_LOADS,
    renderer: 'svg',
    container: host,
    hover: false,
  });
  await view.width(width).runAsync();
  return {
    resize: async (to) => {
      await view.width(to).runAsync();
    },
    end: () => {
      view.finalize();
    },
  };
}
