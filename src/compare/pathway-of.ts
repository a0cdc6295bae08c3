import type { PathwayStep, Shown } from '../model/comparison.ts';

type Id = PathwayStep['id'];

/** Each step that is a count of its own, by the figure that counts it. */
const STEPS: readonly (readonly [id: Id, title: string, measure: string, figure: string])[] = [
  ['contacts', 'Contacts', 'eh-1', 'contacts'],
  ['stepped down', 'Children stepped down from social care', 'eh-7', 'either'],
  ['episodes', 'New episodes', 'eh-2', 'episodes'],
  ['assessments', 'Assessments completed', 'eh-4', 'assessments'],
  ['stepped up', 'Children stepped up to social care', 'eh-6', 'either'],
  ['closed', 'Episodes closed', 'eh-8', 'closed'],
];

/** How episodes ended, as a share of those closed. */
const OUTCOME = { measure: 'eh-9', figure: 'share' } as const;

/**
 * Takes what is shown of each step as a rate and of the outcome as a percentage, null where nothing is; gives the steps as
 * counts. Of what is a rate or a percentage here the count is its numerator.
 */
export function pathwayOf(
  shownOf: (measure: string, figure: string) => Shown | null,
): PathwayStep[] {
  const steps = STEPS.flatMap(([id, title, measure, figure]): PathwayStep[] => {
    const shown = shownOf(measure, figure);
    return shown ? [{ id, title, shown: countOf(shown) }] : [];
  });
  const outcome = shownOf(OUTCOME.measure, OUTCOME.figure);
  return outcome ? [...steps, ...outcomes(outcome)] : steps;
}

function countOf(shown: Shown): Shown {
  if (shown.kind === 'symbol' || shown.parts === null) return shown;
  return { ...shown, value: shown.parts.numerator, parts: null };
}

/** Where the outcome is withheld, so is each of its parts. */
function outcomes(shown: Shown): PathwayStep[] {
  const met = { id: 'met', title: 'Outcome met' } as const;
  const notMet = { id: 'not met', title: 'Outcome not met, or not known' } as const;
  if (shown.kind === 'symbol')
    return [
      { ...met, shown },
      { ...notMet, shown },
    ];
  if (shown.parts === null) return [];
  const { numerator, denominator } = shown.parts;
  return [
    { ...met, shown: { ...shown, value: numerator, parts: null } },
    { ...notMet, shown: { ...shown, value: denominator - numerator, parts: null } },
  ];
}
