import type { PathwayStep } from '../model/comparison.ts';

type StepId = PathwayStep['id'];

/** A step as it lies: `along` is the way that the flow runs, `across` where it has its width. */
export interface Node {
  readonly step: PathwayStep;
  /** Null where it is not told. */
  readonly count: number | null;
  readonly level: number;
  readonly across: number;
  readonly size: number;
  /** The room it has for its words. */
  readonly room: { readonly from: number; readonly to: number };
}

/** A flow from one step to another, with its width at both ends. */
export interface Ribbon {
  readonly from: { readonly level: number; readonly across: number; readonly size: number };
  readonly to: { readonly level: number; readonly across: number; readonly size: number };
  /** Whether its width says a number. */
  readonly told: boolean;
}

interface Flow {
  readonly from: StepId;
  readonly to: StepId;
}

export const LEVELS: readonly (readonly StepId[])[] = [
  ['contacts', 'stepped down'],
  ['episodes', 'assessments'],
  ['closed', 'stepped up'],
  ['met', 'not met', 'unknown'],
];
/** In the order in which they lie beside each other. Assessments are counted beside the flow: not each leads to an episode. */
const FLOWS: readonly Flow[] = [
  { from: 'contacts', to: 'episodes' },
  { from: 'stepped down', to: 'episodes' },
  { from: 'episodes', to: 'closed' },
  { from: 'episodes', to: 'stepped up' },
  { from: 'closed', to: 'met' },
  { from: 'closed', to: 'not met' },
  { from: 'closed', to: 'unknown' },
];
/** How wide what is not told is drawn. */
const UNTOLD = 18;
const THINNEST = 2;

/** Takes steps, the width across the flow and what each step's words need of it; gives where the steps lie, all to one scale. */
export function layOut(steps: readonly PathwayStep[], across: number, words: number): Node[] {
  const levels = LEVELS.map((ids) =>
    ids.flatMap((id) => steps.find((step) => step.id === id) ?? []),
  );
  const most = Math.max(1, ...steps.map((step) => countOf(step) ?? 0));
  const room = (level: readonly PathwayStep[], scale: number) =>
    level.reduce((sum, step) => sum + Math.max(words, sizeOf(step, scale)), 0);
  let scale = across / most;
  while (scale * most > 8 && levels.some((level) => room(level, scale) > across)) scale *= 0.97;
  return levels.flatMap((level, nth) => {
    const spare = Math.max(0, across - room(level, scale)) / Math.max(1, level.length);
    let edge = 0;
    return level.map((step) => {
      const size = sizeOf(step, scale);
      const slot = Math.max(words, size) + spare;
      const node = {
        step,
        count: countOf(step),
        level: nth,
        size,
        across: edge + (slot - size) / 2,
        room: { from: edge, to: edge + slot },
      };
      edge += slot;
      return node;
    });
  });
}

/**
 * Takes steps as they lie; gives the flows between them. A flow that divides is as wide as the step it leads to; the last of a step's
 * flows, and what comes into one, takes what is left, so that widths always say a step's own count.
 */
export function ribbons(nodes: readonly Node[]): Ribbon[] {
  const find = (id: StepId) => nodes.find(({ step }) => step.id === id);
  return FLOWS.flatMap(({ from, to }) => {
    const [source, target] = [find(from), find(to)];
    if (!source || !target) return [];
    const leaving = part(
      source,
      target,
      FLOWS.filter((flow) => flow.from === from).flatMap((flow) => find(flow.to) ?? []),
    );
    const coming = part(
      target,
      source,
      FLOWS.filter((flow) => flow.to === to).flatMap((flow) => find(flow.from) ?? []),
    );
    return [
      {
        from: { level: source.level, ...leaving },
        to: { level: target.level, ...coming },
        told: source.count !== null && target.count !== null,
      },
    ];
  });
}

// Which part of a step's edge a flow has: all where it is alone, else by the sizes of those that share it.
function part(node: Node, other: Node, sharing: readonly Node[]): { across: number; size: number } {
  const sizes = sharing.map(({ size }) => size);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const before = sizes.slice(0, sharing.indexOf(other)).reduce((total, size) => total + size, 0);
  const scale = sum === 0 ? 0 : node.size / sum;
  return { across: node.across + before * scale, size: other.size * scale };
}

function sizeOf(step: PathwayStep, scale: number): number {
  const count = countOf(step);
  return count === null ? UNTOLD : Math.max(THINNEST, count * scale);
}

function countOf({ shown }: PathwayStep): number | null {
  return shown.kind === 'number' ? shown.value : null;
}
