import { type Spec, View, parse } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import type { ChartSpec } from '../../../src/charts/draw.ts';
import type { ChartMade } from '../../../src/charts/made.ts';

/** A chart as it was drawn, without a page. */
export interface Drawn {
  readonly svg: string;
  /** Every text in it, as it is read, once: the paper around letters is a text as well. */
  readonly texts: readonly string[];
  readonly width: number;
  domain(scale: string): number[];
}

/** Takes a chart and a width; draws it with the interpreter that the page draws with. */
export async function drawn({ spec }: Pick<ChartMade, 'spec'>, width: number): Promise<Drawn> {
  if (!spec) throw new Error('There is nothing to draw.');
  return drawnSpec(spec(width));
}

async function drawnSpec(chart: ChartSpec): Promise<Drawn> {
  const plain = isVega(chart) ? chart : compile(chart).spec;
  const view = new View(parse(plain, undefined, { ast: true }), {
    expr: expressionInterpreter,
    renderer: 'none',
  });
  await view.runAsync();
  const svg = await view.toSVG();
  const found = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inner = '']) =>
    plainText(inner.replaceAll(/<tspan[^>]*>/g, ' ').replaceAll('</tspan>', '')),
  );
  return {
    svg,
    texts: [...new Set(found)],
    width: Number(/ width="([\d.]+)"/.exec(svg)?.[1]),
    domain: (scale) => {
      const found: unknown = view.scale(scale);
      return hasDomain(found) ? found.domain() : [];
    },
  };
}

function plainText(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function isVega(chart: ChartSpec): chart is Spec {
  return 'marks' in chart;
}

function hasDomain(scale: unknown): scale is { domain(): number[] } {
  return typeof scale === 'function' && 'domain' in scale && typeof scale.domain === 'function';
}
