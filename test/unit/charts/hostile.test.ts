import { describe, expect, it } from 'vitest';
import { distribution } from '../../../src/charts/distribution.ts';
import type { ChartMade } from '../../../src/charts/made.ts';
import { ranked } from '../../../src/charts/ranked.ts';
import { hostileTexts } from '../../hostile/texts.ts';
import { compared, manyPlaced } from './compared.ts';
import { drawn } from './drawn.ts';

const { html, expression, style, link, order, name, sql } = hostileTexts();
const NAMES = [...html, ...expression, ...style, ...link, ...order, ...name, ...sql].map(
  (text, at) => `${at} ${text}`,
);
const ALL = manyPlaced(NAMES);
const CHARTS: Readonly<Record<string, ChartMade>> = {
  'ranked, many': ranked(
    compared(
      ALL,
      ALL.map(({ area }) => area),
      '204',
      NAMES[0],
    ),
  ),
  ...Object.fromEntries(
    [0, 10, 20, 30, 40, 50, 60, 70].map((from) => {
      const few = ALL.slice(from, from + 10);
      const own = few[0]?.area ?? '';
      return [
        `ranked, from ${from}`,
        ranked(
          compared(
            few,
            few.map(({ area }) => area),
            own,
          ),
        ),
      ];
    }),
  ),
  distribution: distribution(compared(ALL, ['201', '202', '203'], '204', NAMES[1])),
};

describe('a chart of areas whose names try something', () => {
  it.each(Object.entries(CHARTS))('draws them as text, and nothing else: %s', async (_, chart) => {
    if (chart.spec === null) throw new Error('there is nothing to draw');
    const { svg } = await drawn(chart, 660);
    expect(svg).not.toMatch(/<(script|image|img|iframe|a|use|foreignObject|link|style)\b/i);
    expect(svg).not.toMatch(/<[a-z]+[^>]*\s(on\w+|href|xlink:href)=/i);
    expect(svg.replaceAll('http://www.w3.org/', '')).not.toMatch(
      /<[^>]*(https?:|javascript:|url\(\s*['"]?http)/i,
    );
    expect('planted' in globalThis).toBe(false);
    expect(chart.rows.some(({ head }) => NAMES.some((one) => head.includes(one)))).toBe(true);
  });
});
