import type { Line } from './lines.ts';
import { type Counted, type Definitions, type NameOf, cellsOf, placesIn } from './numbers.ts';
import { quartersOfYear } from './quarters.ts';
import { type Relation, addsUp, noMore } from './relation.ts';

/** What a child is in every period, in one extract: its year can be held against its quarters cell by cell. */
const STAYS = ['sex', 'ethnicity', 'disability'];
const CHILDREN = ['child', 'young person'];

/** Takes lines; gives what holds between the numbers of one measure. */
export function withinMeasure(
  lines: readonly Line[],
  definitions: Definitions,
  nameOf: NameOf,
): Relation[] {
  return lines.flatMap((line) => [
    ...cellsAddUp(line, definitions, nameOf),
    ...yearsAndQuarters(line, definitions, nameOf),
    ...partOfOthers(line, lines, definitions, nameOf),
  ]);
}

function cellsAddUp(
  { counted, period, by }: Line,
  definitions: Definitions,
  nameOf: NameOf,
): Relation[] {
  return [...by].map((breakdown) =>
    addsUp(
      nameOf(counted, period, null),
      cellsOf(definitions, breakdown).map((cell) => nameOf(counted, period, cell)),
    ),
  );
}

function yearsAndQuarters(
  { counted, period, by }: Line,
  definitions: Definitions,
  nameOf: NameOf,
): Relation[] {
  const quarters = quartersOfYear(period);
  if (!quarters) return [];
  const sums = yearIsSum(counted);
  const breakdowns = [...by].filter((breakdown) => sums || STAYS.includes(breakdown));
  return placesIn(definitions, breakdowns).flatMap((cell) => {
    const year = nameOf(counted, period, cell);
    const each = quarters.map((quarter) => nameOf(counted, quarter, cell));
    if (sums) return [addsUp(year, each)];
    return [noMore(year, each), ...each.map((quarter) => noMore(quarter, [year]))];
  });
}

/** An event happens in one quarter; a child may be counted in several, and in their year once. */
function yearIsSum({ measure, unit, conditions }: Counted): boolean {
  if (measure.kind !== 'records' || !measure.yearsAddUp) return !CHILDREN.includes(unit);
  return !measure.yearsAddUp.firsts.some(({ column }) => conditions.includes(column));
}

/** Records that meet more conditions are some of those that meet fewer. */
function partOfOthers(
  { counted, period, by }: Line,
  lines: readonly Line[],
  definitions: Definitions,
  nameOf: NameOf,
): Relation[] {
  return lines
    .filter((other) => other.period === period && isPart(counted, other.counted))
    .flatMap((other) =>
      placesIn(
        definitions,
        [...by].filter((breakdown) => other.by.has(breakdown)),
      ).map((cell) => noMore(nameOf(counted, period, cell), [nameOf(other.counted, period, cell)])),
    );
}

function isPart({ measure, conditions }: Counted, whole: Counted): boolean {
  return (
    measure.id === whole.measure.id &&
    conditions.length > whole.conditions.length &&
    whole.conditions.every((condition) => conditions.includes(condition))
  );
}
