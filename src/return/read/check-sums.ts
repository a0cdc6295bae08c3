import type { Observation } from '../../model/observation.ts';
import type { ReturnDocument } from '../../model/return-document.ts';
import { placeOf } from './check-withheld.ts';
import type { Remarks } from './remarks.ts';

/** A figure for one period, whole, and the cells of one of its breakdowns. */
interface Partition {
  readonly whole: Observation | undefined;
  readonly by: string;
  readonly cells: Observation[];
}

/** What of an outcome can be added up. */
const PARTS = ['count', 'numerator', 'denominator'] as const;
type Part = (typeof PARTS)[number];

/** Takes a document; remarks on each breakdown whose cells do not add up to the whole. Rounded counts cannot be held to that. */
export function checkSums({ treatment, observations }: ReturnDocument, remarks: Remarks): void {
  const rounded = treatment.kind === 'shareable' && treatment.policy.roundedTo !== null;
  if (rounded) return;
  for (const { whole, by, cells } of partitions(observations)) {
    if (!whole) continue;
    for (const part of PARTS) {
      const total = numberIn(whole, part);
      const shown = cells.map((cell) => numberIn(cell, part));
      if (total === null || shown.every((value) => value === null)) continue;
      const sum = shown.reduce<number>((all, value) => all + (value ?? 0), 0);
      const hidden = cells.filter((cell) => isHidden(cell, part)).length;
      // What is withheld may make up the rest, and never more than the rest.
      if (sum === total || (hidden > 0 && sum < total)) continue;
      const named = part === 'count' ? '' : ` (${part})`;
      remarks.add(
        'wrong',
        `The cells by ${by} add up to ${sum}${named}, and the whole is ${total}.`,
        'Ask whoever sent it which of them is right.',
        placeOf(whole),
      );
    }
  }
}

function partitions(observations: readonly Observation[]): Iterable<Partition> {
  const wholes = new Map(observations.filter(({ cell }) => !cell).map((one) => [keyOf(one), one]));
  const found = new Map<string, Partition>();
  for (const observation of observations) {
    if (!observation.cell) continue;
    const { by } = observation.cell;
    const key = `${keyOf(observation)} ${by}`;
    const partition = found.get(key) ?? { whole: wholes.get(keyOf(observation)), by, cells: [] };
    partition.cells.push(observation);
    found.set(key, partition);
  }
  return found.values();
}

function keyOf({ measure, figure, period, area }: Observation): string {
  return `${area} ${measure} ${figure} ${period}`;
}

function numberIn({ outcome, denominatorFrom }: Observation, part: Part): number | null {
  if (outcome.kind === 'count') return part === 'count' ? outcome.value : null;
  // A rate is over one population, whatever it is broken down by.
  if (outcome.kind !== 'ratio' || part === 'count' || denominatorFrom !== null) return null;
  return outcome[part];
}

/** Over none is nought of none, and adds nothing. */
function isHidden({ outcome }: Observation, part: Part): boolean {
  if (outcome.kind === 'not applicable') return part === 'count';
  return (
    outcome.kind === 'withheld' || outcome.kind === 'missing' || outcome.kind === 'not available'
  );
}
