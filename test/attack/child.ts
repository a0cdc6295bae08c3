import type { Chance } from './random.ts';

/** A made-up child. Quarters are counted from the first that is looked at. */
export interface Child {
  readonly number: number;
  /** By breakdown, the cell that the child is in whatever the day. */
  readonly stays: Readonly<Record<string, string>>;
  /** The quarter of birth. */
  readonly born: number;
}

/** Cells, each with how often it is met beside the others. */
export type Weights = readonly (readonly [cell: string, weight: number])[];

const SEX: Weights = [
  ['female', 48],
  ['male', 50],
  ['unknown', 1],
];
const ETHNICITY: Weights = [
  ['white', 74],
  ['mixed', 8],
  ['asian', 7],
  ['black', 6],
  ['other', 3],
  ['unknown', 2],
];
const DISABILITY: Weights = [
  ['disabled', 12],
  ['unknown', 88],
];

/** Takes how many, and chance; gives so many made-up children, of 0 to 18 years in the first quarter, some yet to be born. */
export function children(count: number, chance: Chance): Child[] {
  return Array.from({ length: count }, (_, number) => ({
    number,
    born: chance.whole(-74, 6),
    stays: {
      sex: drawn(SEX, chance),
      ethnicity: drawn(ETHNICITY, chance),
      disability: drawn(DISABILITY, chance),
    },
  }));
}

/** Takes cells with their weights, and chance; gives a cell. */
export function drawn(cells: Weights, chance: Chance): string {
  const [cell] = cells[chance.weighed(cells.map(([, weight]) => weight))] ?? ['unknown'];
  return cell;
}

/** Takes a child and a quarter; gives the cell of its age. */
export function ageIn({ born }: Child, quarter: number): string {
  const quarters = quarter - born;
  if (quarters < 0) return 'unborn';
  const bands = [
    [1, 'under_1'],
    [5, '1_to_4'],
    [10, '5_to_9'],
    [16, '10_to_15'],
    [18, '16_to_17'],
  ] as const;
  return bands.find(([years]) => quarters < years * 4)?.[1] ?? '18_and_over';
}
