import { describe, expect, it } from 'vitest';
import { ACCENT, BAND, OTHER, PEER } from '../../../src/charts/ink.ts';
import { fromZero, niceAxis } from '../../../src/charts/nice.ts';
import { layOut, ribbons } from '../../../src/charts/pathway-layout.ts';
import { placeWords } from '../../../src/charts/place-words.ts';
import { periodLabels } from '../../../src/charts/quarter-axis.ts';
import { sparkLines } from '../../../src/charts/spark-lines.ts';
import { spread } from '../../../src/charts/spread.ts';
import { stairs } from '../../../src/charts/stairs.ts';
import { swarm } from '../../../src/charts/swarm.ts';
import { cut, textWidth, wrapped } from '../../../src/charts/text-width.ts';
import { quartersBetween } from '../../../src/model/period.ts';
import { stepped, trended } from './compared.ts';

describe('spreading labels along a line', () => {
  it('leaves alone what has room', () => {
    expect(
      spread(
        [
          { at: 10, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 50]);
  });

  it('moves apart what lies over each other, to both sides', () => {
    expect(
      spread(
        [
          { at: 50, size: 10 },
          { at: 50, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([40, 50, 60]);
  });

  it('keeps between the ends, and pushes on what is there', () => {
    expect(
      spread(
        [
          { at: 0, size: 20 },
          { at: 1, size: 20 },
          { at: 45, size: 20 },
        ],
        0,
        100,
      ),
    ).toEqual([10, 30, 50]);
    expect(
      spread(
        [
          { at: 95, size: 20 },
          { at: 99, size: 20 },
        ],
        0,
        100,
      ),
    ).toEqual([70, 90]);
  });
});

describe('names over columns', () => {
  it('lie over no other, and no line runs through one', () => {
    const names = Array.from({ length: 11 }, (_, at) => ({
      x: 20 + at * 23,
      width: 90 + (at % 3) * 40,
    }));
    const placed = stairs(names, 600);
    for (const [at, one] of placed.entries())
      for (const [other, two] of placed.entries()) {
        if (at >= other) continue;
        const [a, b] = [names[at], names[other]];
        if (!a || !b) continue;
        if (one.row === two.row) expect(one.from + a.width).toBeLessThanOrEqual(two.from);
        const through = b.x > one.from && b.x < one.from + a.width;
        if (through) expect(two.row).toBeLessThan(one.row);
      }
  });

  it('stay inside the width', () => {
    for (const { from } of stairs(
      [
        { x: 590, width: 200 },
        { x: 2, width: 100 },
      ],
      600,
    )) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from).toBeLessThanOrEqual(500);
    }
  });
});

describe('points along a strip', () => {
  it('do not lie over each other where there is room', () => {
    const places = [10, 10, 11, 12, 30];
    const off = swarm(places, 8, 200);
    for (const [at, x] of places.entries())
      for (const [other, x2] of places.entries()) {
        if (at >= other) continue;
        expect(Math.hypot(x - x2, (off[at] ?? 0) - (off[other] ?? 0))).toBeGreaterThanOrEqual(
          8 - 1e-6,
        );
      }
  });

  it('draw together where there is not', () => {
    const off = swarm(
      Array.from({ length: 40 }, () => 10),
      8,
      60,
    );
    expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(30);
  });
});

describe('names of points', () => {
  it('leave out what has no place, and never what must be named', () => {
    const marks = Array.from({ length: 20 }, (_, at) => ({ x: 50 + (at % 5), y: 50 + (at % 7) }));
    const wanted = marks.map((mark, at) => ({
      ...mark,
      words: 'Somewhere',
      bold: at === 0,
      always: at === 0,
    }));
    const placed = placeWords(wanted, marks, 12, { width: 160, height: 100 });
    expect(placed.filter(({ bold }) => bold)).toHaveLength(1);
    expect(placed.length).toBeLessThan(8);
  });
});

describe('letters', () => {
  it('are cut and wrapped by their width', () => {
    expect(textWidth('iiii', 12)).toBeLessThan(textWidth('MMMM', 12));
    for (const line of wrapped('Bournemouth, Christchurch and Poole', 12, 90))
      expect(textWidth(line, 12)).toBeLessThanOrEqual(90);
    expect(wrapped('Bournemouth, Christchurch and Poole', 12, 90).join(' ')).toBe(
      'Bournemouth, Christchurch and Poole',
    );
    expect(cut('Bournemouth, Christchurch and Poole', 12, 90)).toMatch(/^Bourne.*…$/);
    expect(wrapped('Llanfairpwllgwyngyll', 12, 30).join('')).toBe('Llanfairpwllgwyngyll');
  });
});

describe('axes', () => {
  it.each([
    [[0.02, 0.05], 0],
    [[3, 19.4, 22], 0],
    [[12_345, 980_000], 0],
    [[0], 0],
  ])('hold %j from zero with few round marks', (numbers, from) => {
    const axis = fromZero(numbers);
    expect(axis.from).toBe(from);
    expect(axis.to).toBeGreaterThanOrEqual(Math.max(...numbers));
    expect(axis.to).toBeGreaterThan(axis.from);
    expect(axis.ticks.length).toBeLessThanOrEqual(7);
  });

  it('have marks without the dust of binary numbers', () => {
    expect(niceAxis(0.1, 0.7).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('name as many periods as there is room for, and years without losing the latest', () => {
    const quarters = quartersBetween('2019-20 Q3', '2025-26 Q2');
    expect(periodLabels(quarters, 80)).toHaveLength(24);
    expect(periodLabels(quarters, 34).at(-1)?.lines).toEqual(['Q1', '2025-26']);
    expect(periodLabels(quarters, 9).length).toBeLessThan(5);
    expect(periodLabels(['year to 2023-24 Q4', 'year to 2024-25 Q4'], 60)[0]?.lines).toEqual([
      'to',
      'Mar',
      '2024',
    ]);
  });
});

describe('the layout of the pathway', () => {
  const nodes = layOut(stepped(), 330, 100);

  it('has every step in proportion to its count, and a withheld one at its own width', () => {
    const size = (id: string) => nodes.find(({ step }) => step.id === id)?.size ?? 0;
    expect(size('contacts') / size('episodes')).toBeCloseTo(1240 / 412, 6);
    expect(size('met') / size('not met')).toBeCloseTo(236 / 118, 6);
    expect(size('unknown')).toBe(18);
  });

  it('keeps steps of a level apart and inside the width', () => {
    for (const level of [0, 1, 2, 3]) {
      const row = nodes.filter((node) => node.level === level);
      for (const [at, node] of row.entries()) {
        expect(node.across).toBeGreaterThanOrEqual(0);
        expect(node.across + node.size).toBeLessThanOrEqual(331);
        const next = row[at + 1];
        if (next) expect(node.across + node.size).toBeLessThan(next.across);
      }
    }
  });

  it('has flows that fill both their steps and no more', () => {
    for (const node of nodes) {
      const out = ribbons(nodes).filter(
        ({ from }) =>
          from.level === node.level &&
          from.across >= node.across - 1e-6 &&
          from.across < node.across + node.size,
      );
      if (out.length > 0)
        expect(out.reduce((sum, { from }) => sum + from.size, 0)).toBeCloseTo(node.size, 6);
    }
    expect(ribbons(nodes).filter(({ told }) => !told)).toHaveLength(1);
  });
});

describe('the small chart of a row', () => {
  it('breaks where there is no number, in line and band', () => {
    const { own, band, last } = sparkLines(trended().slice(0, 12));
    expect(own.match(/M/g)).toHaveLength(2);
    expect(band.match(/M/g)).toHaveLength(2);
    expect(last).not.toBeNull();
  });

  it('is drawn of nothing, and of one period', () => {
    expect(sparkLines([])).toMatchObject({ own: '', band: '', last: null });
    const one = sparkLines(trended().slice(0, 1));
    expect(`${one.own}${one.band}${one.median}`).not.toMatch(/NaN|Infinity/);
  });
});

describe('colours', () => {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => (light(one) + 0.05) / (light(other) + 0.05);

  it.each([ACCENT, PEER, OTHER])('%s stands out from white by three to one', (colour) => {
    expect(contrast('#ffffff', colour)).toBeGreaterThanOrEqual(3);
  });

  it('tell the authority and its peers from all others without hue, and words from a band', () => {
    expect(contrast(OTHER, ACCENT)).toBeGreaterThan(1.5);
    expect(contrast(OTHER, PEER)).toBeGreaterThan(1.5);
    expect(contrast(BAND, '#0b0c0c')).toBeGreaterThan(7);
  });
});
