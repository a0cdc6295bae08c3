import { describe, expect, it } from 'vitest';
import { cellsChart } from '../../../src/charts/cells.ts';
import { controlChartSpec } from '../../../src/charts/control-chart-spec.ts';
import { distribution } from '../../../src/charts/distribution.ts';
import { funnelChart } from '../../../src/charts/funnel-chart.ts';
import type { ChartMade } from '../../../src/charts/made.ts';
import { wordsOf } from '../../../src/charts/made.ts';
import { pathway } from '../../../src/charts/pathway.ts';
import { ranked } from '../../../src/charts/ranked.ts';
import { trendAgainst } from '../../../src/charts/trend-against.ts';
import {
  FIGURE,
  celled,
  compared,
  controlled,
  funnelled,
  manyPlaced,
  placed,
  stepped,
  trended,
} from './compared.ts';
import { drawn } from './drawn.ts';

const MANY = manyPlaced(Array.from({ length: 153 }, (_, at) => `Area ${at + 1}`));
const TEN = MANY.slice(20, 30).map(({ area }) => area);
const OWN = MANY[40]?.area ?? '';
const OWN_NAME = MANY[40]?.name ?? '';
const AMONG_MANY = compared(MANY, TEN, OWN);
const FEW = compared(MANY.slice(20, 31), TEN, MANY[30]?.area ?? '');
const TREND = { figure: FIGURE, name: OWN_NAME, peers: AMONG_MANY.peers, trend: trended() };
const FUNNEL = {
  figure: FIGURE,
  peers: AMONG_MANY.peers,
  own: OWN,
  funnel: funnelled(MANY),
  denominatorWords: 'referrals',
};
const CELLS = { title: 'Ethnicity', name: OWN_NAME, peers: AMONG_MANY.peers, cells: celled() };

const CHARTS: Readonly<Record<string, ChartMade>> = {
  'ranked, many': ranked(AMONG_MANY),
  'ranked, few': ranked(FEW),
  distribution: distribution(AMONG_MANY),
  'trend against': trendAgainst(TREND),
  funnel: funnelChart(FUNNEL),
  control: controlChartSpec(FIGURE, controlled()),
  cells: cellsChart(CELLS),
  pathway: pathway(stepped()),
};

describe.each(Object.entries(CHARTS))('%s', (_, made) => {
  it.each([300, 360, 640, 990])('is as wide as it is asked to be at %i pixels', async (width) => {
    expect((await drawn(made, width)).width).toBe(width);
  });

  it('has no letter smaller than 12 pixels, and compiles no code', async () => {
    const { svg } = await drawn(made, 330);
    const sizes = [...svg.matchAll(/font-size="([\d.]+)px"/g)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  it('has a cell under each heading of its table, and a description', () => {
    for (const { cells } of made.rows) expect(cells).toHaveLength(made.headings.length - 1);
    expect(made.says.length).toBeGreaterThan(40);
  });
});

describe('ranked bars', () => {
  it.each([
    ['few, lying', ranked(FEW), 990, 'x'],
    ['few, on a phone', ranked(FEW), 330, 'x'],
    ['many, standing', ranked(AMONG_MANY), 990, 'y'],
    ['many, on a phone', ranked(AMONG_MANY), 330, 'x'],
  ])('begin at zero: %s', async (_, made, width, scale) => {
    const [from, to] = (await drawn(made, width)).domain(scale);
    expect(from).toBe(0);
    expect(to).toBeGreaterThanOrEqual(Math.max(...FEW.numbers.map(({ shown }) => shown.value)));
  });

  it.each([330, 990])(
    'name the authority and its ten peers, and no other, at %i pixels',
    async (width) => {
      const { texts } = await drawn(ranked(AMONG_MANY), width);
      const named = texts.join(' ');
      for (const { area, name, shown } of MANY) {
        const words = `${name} ${shown.value.toFixed(1)}%`;
        if (area === OWN || TEN.includes(area)) expect(named).toContain(words);
        else expect(texts.some((text) => text.startsWith(`${name} `))).toBe(false);
      }
      expect(named).toContain('Median of its ten statistical neighbours');
    },
  );

  it('name only the authority where its peers are more than ten', async () => {
    const all = compared(
      MANY,
      MANY.map(({ area }) => area),
      OWN,
      'England',
    );
    const { texts } = await drawn(ranked(all), 990);
    expect(texts.filter((text) => text.startsWith('Area '))).toEqual([
      expect.stringContaining(OWN_NAME),
    ]);
  });

  it('put every number in the table, and who is not drawn, with why', () => {
    const { rows } = ranked(AMONG_MANY);
    expect(rows).toHaveLength(154);
    for (const { name, shown } of MANY) {
      const [value] = rows.find(({ head }) => head === name)?.cells ?? [];
      expect(value).toEqual({
        words: `${shown.value.toFixed(1)}%`,
        number: Number(shown.value.toFixed(1)),
      });
    }
    expect(rows.at(-1)).toMatchObject({ head: 'Isles of Elsewhere' });
    expect(wordsOf(rows.at(-1)?.cells[0] ?? '')).toBe('Withheld to protect children (c)');
  });

  it('draw the authority where it is no member of the peers, and nothing where there is no number', () => {
    expect(
      ranked(compared(MANY.slice(0, 5), ['200', '201'], '204')).rows.map(({ cells }) =>
        cells.at(-1),
      ),
    ).toContain('This authority');
    expect(ranked(compared([], [], null)).spec).toBeNull();
  });
});

describe('a distribution', () => {
  it('names its quartiles with their numbers, and has them in its table', async () => {
    const { summary } = AMONG_MANY;
    const { texts } = await drawn(distribution(AMONG_MANY), 990);
    const words = [summary?.lowerQuartile, summary?.median, summary?.upperQuartile].map(
      (value) => `${value?.toFixed(1)}%`,
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        `Lower quartile ${words[0]}`,
        `Median ${words[1]}`,
        `Upper quartile ${words[2]}`,
      ]),
    );
    expect(distribution(AMONG_MANY).rows[0]?.cells.map(wordsOf)).toEqual([words[2]]);
  });

  it('has points alone where there are too few for quartiles', async () => {
    const made = distribution(compared(MANY.slice(0, 2), ['200', '201'], '200'));
    const { texts } = await drawn(made, 330);
    expect(texts.join(' ')).not.toContain('quartile');
    expect(made.says).toContain('too few');
  });
});

describe('a trend against peers', () => {
  it('begins at zero, and says the last values and where the definition changes', async () => {
    const picture = await drawn(trendAgainst(TREND), 990);
    expect(picture.domain('y')[0]).toBe(0);
    const last = TREND.trend.at(-1);
    const own = last?.own?.kind === 'number' ? last.own.value.toFixed(1) : '';
    expect(picture.texts.join(' | ')).toContain(`${OWN_NAME} ${own}%`);
    expect(picture.texts).toContain(`Median ${last?.summary?.median.toFixed(1)}%`);
    expect(picture.texts).toContain('Definition 2 from here');
  });

  it('keeps a withheld period and one without peers in its table', () => {
    const { rows } = trendAgainst(TREND);
    expect(rows[5]?.cells[0]).toBe('Withheld to protect children');
    expect(rows[8]?.cells.at(-1)).toBe('Too few');
    expect(rows).toHaveLength(24);
  });

  it('draws nothing where nothing is known', () => {
    const trend = TREND.trend.map((each) => ({ ...each, own: null, summary: null }));
    expect(trendAgainst({ ...TREND, trend }).spec).toBeNull();
  });
});

describe('a funnel', () => {
  it('shows what lies outside by shape, and says each shape', async () => {
    const { texts } = await drawn(funnelChart(FUNNEL), 990);
    expect(texts).toEqual(
      expect.arrayContaining(['Above the 99.8% limit', 'Outside the 95% limit']),
    );
    expect(JSON.stringify(funnelChart(FUNNEL).spec?.(990))).toContain('triangle-up');
  });

  it('names the authority on a phone also where its name is long', async () => {
    const long = MANY.map((each) =>
      each.area === OWN ? { ...each, name: 'Bournemouth, Christchurch and Poole' } : each,
    );
    for (const width of [300, 330]) {
      const { texts } = await drawn(funnelChart({ ...FUNNEL, funnel: funnelled(long) }), width);
      expect(texts.find((text) => text.startsWith('Bournemouth, Ch'))).toMatch(/ [\d.]+%$/);
    }
  });

  it('names no one but the authority where many peers lie outside', async () => {
    const peers = { ...FUNNEL.peers, members: MANY.map(({ area }) => area) };
    const { texts } = await drawn(funnelChart({ ...FUNNEL, peers }), 990);
    expect(texts.filter((text) => text.startsWith('Area '))).toEqual([
      expect.stringContaining(OWN_NAME),
    ]);
  });

  it('names the authority, and has where each lies in its table', async () => {
    const { texts } = await drawn(funnelChart(FUNNEL), 330);
    expect(texts.join(' ')).toContain(OWN_NAME);
    const { rows } = funnelChart(FUNNEL);
    for (const { placed: each, lies } of FUNNEL.funnel.points) {
      const words = String(rows.find(({ head }) => head === each.name)?.cells[2] ?? '');
      expect(words.toLowerCase()).toContain(lies.split(' ')[0]);
    }
  });
});

describe('a control chart', () => {
  it('has a word for each signal, and its limits with their numbers', async () => {
    const { texts } = await drawn(controlChartSpec(FIGURE, controlled()), 990);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Outside a limit',
        'Seven on one side',
        'Seven rising',
        'Upper limit 24.3%',
        'Mean 17.6%',
        'Lower limit 10.9%',
      ]),
    );
  });

  it('says that limits are provisional where they are', async () => {
    const { texts } = await drawn(controlChartSpec(FIGURE, controlled(false)), 990);
    expect(texts.join(' ')).toContain('Upper limit (provisional)');
  });
});

describe('cells', () => {
  it('begin at zero, and have words where a share is withheld', async () => {
    const picture = await drawn(cellsChart(CELLS), 990);
    expect(picture.domain('x')[0]).toBe(0);
    expect(picture.texts).toContain('Withheld to protect children');
    expect(picture.texts).toContain('61.2%');
  });
});

describe('the pathway', () => {
  it('has each count, and the words of one that is withheld', async () => {
    const { texts } = await drawn(pathway(stepped()), 990);
    expect(texts).toEqual(
      expect.arrayContaining(['1,240', '412', '371', '236', '118', '57', '64']),
    );
    expect(texts.join(' ')).toContain('Withheld to protect children');
  });

  it('is the table alone where no step has a number', () => {
    const withheld = stepped().map((step) => ({
      ...step,
      shown: { kind: 'symbol', symbol: 'c', says: 'Withheld to protect children' } as const,
    }));
    expect(pathway(withheld).spec).toBeNull();
    expect(pathway(withheld).rows).toHaveLength(9);
  });
});

describe('names that look like code', () => {
  const NAMES = ['datum.x', '<b>Bold</b>', '"]', "'+datum+'", '{"signal":"width"}', '${x}'];
  const areas = NAMES.map((name, at) => placed(`0${at}`, name, 20 + at, 100));
  const all = compared(
    areas,
    areas.map(({ area }) => area),
    '01',
    '<i>"]datum</i>',
  );

  it.each([330, 990])('stay text in every chart at %i pixels', async (width) => {
    const { texts } = await drawn(ranked(all), width);
    for (const name of NAMES) expect(texts).toContain(name);
    const strip = await drawn(distribution(all), width);
    expect(strip.texts).toContain('<b>Bold</b> 21.0%');
    const trend = await drawn(
      trendAgainst({ ...TREND, name: '"] + datum.x', peers: all.peers }),
      990,
    );
    expect(trend.texts.join(' ')).toContain('"] + datum.x');
    const cells = await drawn(
      cellsChart({
        ...CELLS,
        cells: celled().map((cell, at) => ({ ...cell, title: NAMES[at] ?? '' })),
      }),
      width,
    );
    for (const name of NAMES) expect(cells.texts).toContain(name);
    const flow = await drawn(
      pathway(stepped().map((step) => ({ ...step, title: 'datum.x"]' }))),
      width,
    );
    expect(flow.texts).toContain('datum.x"]');
  });

  it('stay text among thin columns and in a funnel', async () => {
    const many = MANY.map((each, at) =>
      at < NAMES.length ? { ...each, name: NAMES[at] ?? '' } : each,
    );
    const named = many.slice(0, NAMES.length).map(({ area }) => area);
    const columns = await drawn(ranked(compared(many, named, named[0] ?? '')), 990);
    for (const name of NAMES)
      expect(columns.texts.some((text) => text.startsWith(name))).toBe(true);
    const funnel = funnelChart({
      ...FUNNEL,
      funnel: funnelled(many),
      own: named[1] ?? null,
      denominatorWords: '"] datum',
    });
    const { texts } = await drawn(funnel, 990);
    expect(texts.some((text) => text.startsWith('<b>Bold</b>'))).toBe(true);
    expect(texts).toContain('Number of "] datum');
  });
});
