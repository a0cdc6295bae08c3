import type { DisclosurePolicy } from '../../src/model/disclosure.ts';
import { acrossMeasures } from './across.ts';
import { type Definitions, naming } from './numbers.ts';
import { type Range, type Relation, addsUp } from './relation.ts';
import { linesOf } from './lines.ts';
import { type Rows, lookAt } from './seen.ts';
import { withinMeasure } from './within.ts';

/** What a reader has before them: the rows of one return, or of several, and how they were made. */
export interface View {
  readonly files: readonly Rows[];
  readonly policy: DisclosurePolicy;
  readonly definitions: Definitions;
  /** The true numbers, by name. A reader may know where figures agree that need not, and so is told. */
  readonly truth: ReadonlyMap<string, number>;
}

/** What a reader knows: what each number can be by itself, and what holds between them. */
export interface Known {
  readonly ranges: ReadonlyMap<string, Range>;
  readonly relations: readonly Relation[];
  /** Numbers that are nought, or more than this. */
  readonly noughtOrAbove: { readonly names: ReadonlySet<string>; readonly above: number };
}

/** Takes a view; gives what a reader knows who has not begun to add and subtract. */
export function knownFrom({ files, policy, definitions, truth }: View): Known {
  const nameOf = naming(definitions);
  const { met, ranges, ratios, restsShown } = lookAt(files, policy, definitions, nameOf);
  const lines = linesOf(met);
  const relations = [
    ...ratios.map(({ numerator, denominator, rest }) => addsUp(denominator, [numerator, rest])),
    ...withinMeasure(lines, definitions, nameOf),
    ...acrossMeasures({ lines, definitions, nameOf, truth }),
  ];
  return {
    ranges,
    relations: unlike(relations),
    noughtOrAbove: { names: restsShown, above: policy.withheldTo },
  };
}

/** Each relation once: two files, or two figures, may say the same. */
function unlike(relations: readonly Relation[]): Relation[] {
  return [...new Map(relations.map((one) => [JSON.stringify(one), one])).values()];
}
