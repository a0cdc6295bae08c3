import type {
  ComparedUnit,
  Funnel,
  FunnelLimits,
  Interval,
  PlacedNumber,
  ShownParts,
} from '../model/comparison.ts';
import { scaleOf } from './alike.ts';
import { Z_95, Z_998 } from './intervals.ts';
import { countsExpected } from './poisson.ts';

/** With fewer areas the baseline rests on too few to judge any by it. */
const FEWEST = 10;
/** How many denominators the limits are drawn at. */
const DRAWN = 60;

interface Counted {
  readonly placed: PlacedNumber;
  readonly parts: ShownParts;
}

/**
 * Takes numbers and their unit; gives their funnel: limits of 95 % (0.025 in each tail) and 99.8 % (0.001) around all of them together.
 * Null where the unit has no limits, or fewer than ten numbers have parts. A number without parts is not in it. Source: OHID, Fingertips.
 */
export function funnelOf(numbers: readonly PlacedNumber[], unit: ComparedUnit): Funnel | null {
  if (unit.kind === 'amount') return null;
  const counted = numbers.flatMap((placed): Counted[] => {
    const { parts } = placed.shown;
    return parts !== null && parts.denominator > 0 ? [{ placed, parts }] : [];
  });
  if (counted.length < FEWEST) return null;
  const share =
    sumOf(counted, ({ parts }) => parts.numerator) /
    sumOf(counted, ({ parts }) => parts.denominator);
  const limitsAt = (denominator: number) => limitsOf(share, denominator, unit);
  return {
    baseline: share * scaleOf(unit),
    limits: drawnAt(counted.map(({ parts }) => parts.denominator)).map(limitsAt),
    points: counted.map(({ placed, parts }) => ({
      placed,
      denominator: parts.denominator,
      lies: placeIn(
        limitsAt(parts.denominator),
        (parts.numerator / parts.denominator) * scaleOf(unit),
      ),
    })),
  };
}

function limitsOf(
  share: number,
  denominator: number,
  unit: Exclude<ComparedUnit, { kind: 'amount' }>,
): FunnelLimits {
  const [at95, at998] =
    unit.kind === 'percent'
      ? [shareLimits(share, denominator, Z_95), shareLimits(share, denominator, Z_998)]
      : [rateLimits(share, denominator, 0.025), rateLimits(share, denominator, 0.001)];
  const scale = scaleOf(unit);
  return {
    denominator,
    low95: at95.low * scale,
    high95: at95.high * scale,
    low998: at998.low * scale,
    high998: at998.high * scale,
  };
}

/** Takes the share of all together, a denominator and z; gives the shares whose own interval just touches it, from 0 to 1. */
function shareLimits(share: number, denominator: number, z: number): Interval {
  const reach = z * Math.sqrt((share * (1 - share)) / denominator);
  return { low: Math.max(0, share - reach), high: Math.min(1, share + reach) };
}

function rateLimits(share: number, denominator: number, tail: number): Interval {
  const counts = countsExpected(share * denominator, tail);
  return { low: counts.low / denominator, high: counts.high / denominator };
}

/** What lies on a limit is within it: a binary fraction's last place must not put it outside. */
function placeIn(limits: FunnelLimits, value: number): Funnel['points'][number]['lies'] {
  const slack = Math.max(1, Math.abs(value)) * 1e-9;
  if (value > limits.high998 + slack) return 'above 99.8';
  if (value < limits.low998 - slack) return 'below 99.8';
  if (value > limits.high95 + slack) return 'above 95';
  if (value < limits.low95 - slack) return 'below 95';
  return 'within';
}

/** Evenly spread by their square roots, as limits narrow by them: curves bend where denominators are small. */
function drawnAt(denominators: readonly number[]): number[] {
  const first = Math.min(...denominators);
  const last = Math.max(...denominators);
  if (first === last) return [first];
  const step = (Math.sqrt(last) - Math.sqrt(first)) / (DRAWN - 1);
  const inner = Array.from(
    { length: DRAWN - 2 },
    (_, at) => (Math.sqrt(first) + (at + 1) * step) ** 2,
  );
  return [first, ...inner, last];
}

function sumOf(counted: readonly Counted[], of: (one: Counted) => number): number {
  return counted.reduce((sum, one) => sum + of(one), 0);
}
