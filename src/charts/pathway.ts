import type { EncodeEntry, Mark, Spec } from 'vega';
import type { PathwayStep } from '../model/comparison.ts';
import type { ChartSpec } from './draw.ts';
import { counting } from './figure-words.ts';
import { ACCENT, BAND, CONFIG, INK, OTHER, PAPER, SMALL } from './ink.ts';
import type { ChartMade } from './made.ts';
import { LEVELS, type Node, type Ribbon, layOut, ribbons } from './pathway-layout.ts';
import { textWidth, wrapped } from './text-width.ts';

/** Where there is less width, the flow runs from top to bottom. */
const ACROSS = 620;
const BAR = 16;
const LINE_HEIGHT = 16;
const HATCH = 6;
const NUMBER = 15;

/** How a flow lies on the page: turned, it runs from top to bottom. */
interface Laid {
  readonly turned: boolean;
  readonly nodes: readonly Node[];
  readonly step: number;
  readonly width: number;
  readonly height: number;
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly bold: boolean;
  readonly size: number;
}

/** Takes the steps of the early help pathway; gives them as a flow with its counts. */
export function pathway(steps: readonly PathwayStep[]): ChartMade {
  const counted = steps.some(({ shown }) => shown.kind === 'number');
  const words = steps.map((step) => `${step.title}: ${countWords(step)}`);
  return {
    spec: counted ? (width) => specOf(steps, width) : null,
    says: `Flow of early help: ${words.join('; ')}. The steps are counted in the same period, and are not the same children.`,
    headings: ['Step', 'Number'],
    rows: steps.map((step) => ({
      head: step.title,
      cells: [
        step.shown.kind === 'number'
          ? { words: countWords(step), number: step.shown.value }
          : step.shown.says,
      ],
    })),
  };
}

function countWords({ shown }: PathwayStep): string {
  return shown.kind === 'number' ? counting(shown.value) : shown.says;
}

function specOf(steps: readonly PathwayStep[], width: number): ChartSpec {
  const laid = lay(steps, width);
  const boxes = laid.nodes.map((node) => boxOf(node, laid));
  const labels = laid.nodes.flatMap((node) => labelOf(node, laid));
  const spec: Spec = {
    width: laid.width,
    height: laid.height,
    padding: { left: 2, right: 2, top: 4, bottom: 4 },
    autosize: 'none',
    data: [
      { name: 'flows', values: ribbons(laid.nodes).map((each) => flowOf(each, laid)) },
      {
        name: 'boxes',
        values: boxes.map(({ path, told }) => ({ path, fill: told ? ACCENT : PAPER })),
      },
      {
        name: 'hatches',
        values: boxes.flatMap(({ hatch }) => (hatch === '' ? [] : [{ path: hatch }])),
      },
      { name: 'labels', values: labels },
    ],
    marks: [
      paths('flows', {
        fill: { value: BAND },
        stroke: { value: OTHER },
        strokeDash: { field: 'dash' },
      }),
      paths('boxes', { fill: { field: 'fill' }, stroke: { value: ACCENT } }),
      paths('hatches', { stroke: { value: ACCENT } }),
      words(laid.turned ? 'center' : 'left', {
        stroke: { value: PAPER },
        strokeWidth: { value: 4 },
        strokeJoin: { value: 'round' },
      }),
      words(laid.turned ? 'center' : 'left', { fill: { value: INK } }),
    ],
  };
  return spec;
}

function lay(steps: readonly PathwayStep[], width: number): Laid {
  const turned = width < ACROSS;
  const whole = width - 4;
  const across = turned ? whole : 320;
  const needs = turned ? Math.min(104, whole / 3) : 52;
  const nodes = layOut(steps, across, needs);
  const last = LEVELS.length - 1;
  const step = turned ? 128 : (whole - BAR - 150) / last;
  return {
    turned,
    nodes,
    step,
    width: whole,
    height: turned ? step * last + BAR + 4 * LINE_HEIGHT : across,
  };
}

function ribbonPath({ from, to }: Ribbon, { turned, step }: Laid): string {
  const [start, end] = [from.level * step + BAR, to.level * step];
  const middle = (start + end) / 2;
  const point = (along: number, across: number) => {
    const [x, y] = turned ? [across, along] : [along, across];
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const curve = (a: number, b: number, until: number) =>
    `C${point(middle, a)} ${point(middle, b)} ${point(until, b)}`;
  return [
    `M${point(start, from.across)}`,
    curve(from.across, to.across, end),
    `L${point(end, to.across + to.size)}`,
    curve(to.across + to.size, from.across + from.size, start),
    'Z',
  ].join('');
}

function flowOf(ribbon: Ribbon, laid: Laid) {
  return { path: ribbonPath(ribbon, laid), dash: ribbon.told ? [] : [4, 3] };
}

/** A step's own mark: filled where its number is told, hatched where it is not. */
function boxOf({ level, across, size, count }: Node, { turned, step }: Laid) {
  const [x, y] = turned ? [across, level * step] : [level * step, across];
  const [wide, high] = turned ? [size, BAR] : [BAR, size];
  return {
    told: count !== null,
    path: `M${x},${y}h${wide}v${high}h${-wide}Z`,
    hatch: count === null ? hatchOf(x, y, wide, high) : '',
  };
}

function hatchOf(x: number, y: number, wide: number, high: number): string {
  const count = Math.ceil((wide + high) / HATCH);
  return Array.from({ length: count }, (_, nth) => {
    const reach = (nth + 0.5) * HATCH;
    const [x1, y1] = [Math.min(reach, wide), Math.max(0, reach - wide)];
    const [x2, y2] = [Math.max(0, reach - high), Math.min(reach, high)];
    return `M${x + x1},${y + y1}L${x + x2},${y + y2}`;
  }).join('');
}

// Beside its mark, or below it where the flow runs down: the number first, bold, then what it counts.
function labelOf(node: Node, { turned, step, width }: Laid): Label[] {
  const { step: told, room, across, size, level } = node;
  const isLast = level === LEVELS.length - 1;
  const space = turned ? room.to - room.from - 6 : isLast ? 144 : step - BAR - 24;
  const number = told.shown.kind === 'number';
  const first = wrapped(countWords(told), number ? NUMBER : SMALL, space, number).map((text) => ({
    text,
    bold: number,
  }));
  const then = wrapped(told.title, SMALL, space).map((text) => ({ text, bold: false }));
  const lines = [...first, ...then];
  const half =
    Math.max(...lines.map(({ text, bold }) => textWidth(text, bold ? NUMBER : SMALL, bold))) / 2;
  const centre = Math.max(half, Math.min(across + size / 2, width - half));
  const x = turned ? centre : level * step + BAR + 8;
  const top = turned
    ? level * step + BAR + 12
    : across + size / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  return lines.map(({ text, bold }, nth) => ({
    x,
    y: top + nth * LINE_HEIGHT,
    words: text,
    bold,
    size: bold ? NUMBER : SMALL,
  }));
}

function paths(data: string, look: EncodeEntry): Mark {
  return {
    type: 'path',
    from: { data },
    encode: { enter: { path: { field: 'path' }, strokeWidth: { value: 1 }, ...look } },
  };
}

function words(align: 'center' | 'left', look: EncodeEntry): Mark {
  return {
    type: 'text',
    from: { data: 'labels' },
    encode: {
      enter: {
        x: { field: 'x' },
        y: { field: 'y' },
        text: { field: 'words' },
        align: { value: align },
        baseline: { value: 'middle' },
        font: { value: CONFIG.font },
        fontSize: { field: 'size' },
        fontWeight: [{ test: 'datum.bold', value: 'bold' }, { value: 'normal' }],
        ...look,
      },
    },
  };
}
