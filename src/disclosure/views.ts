import type { DisclosurePolicy, DisclosureRules, ProtectionAsked } from '../model/disclosure.ts';
import type { Measure } from '../model/measure.ts';
import { type Observation, observationKey } from '../model/observation.ts';
import type { Known } from './finder.ts';
import { byQuantity } from './narrow.ts';
import { Quantities, type Told } from './quantities.ts';
import { rounded } from './rounding.ts';
import type { Ground } from './search.ts';
import type { Viewed } from './sight.ts';
import { tiesOf, unite } from './ties.ts';
import { untoldOf } from './untold.ts';

/** What is asked to be made safe, and what it goes by. */
export interface ProtectAsked extends ProtectionAsked {
  readonly measures: readonly Measure[];
  readonly rules: DisclosureRules;
}

/** An observation of this return, by its place in it. */
export interface View extends Viewed {
  readonly kind: 'now';
  readonly place: number;
}

/** An observation of a return that was sent before, which shows what it shows. */
export interface EarlierView extends Viewed {
  readonly kind: 'earlier';
  readonly isShown: boolean;
}

/** All that a reader can meet, add and subtract. */
export interface Reading {
  readonly ground: Ground;
  readonly views: readonly View[];
  readonly earlier: readonly EarlierView[];
}

/** Takes what is asked; gives all that a reader of this return, and of those before, can meet, add and subtract. */
export function readingOf(asked: ProtectAsked): Reading {
  const { measures, rules } = asked;
  const quantities = new Quantities(
    measures.filter(({ id }) => !rules.notAboutChildren.includes(id)),
  );
  const told = asked.observations.map((observation) => quantities.learn(observation));
  const before = agreeing(asked).map((pair) => ({ ...pair, told: quantities.learn(pair.today) }));
  const known = [
    ...told.flatMap((each, place) => knownOf(each, asked.observations[place])),
    ...before.flatMap((each) => knownOf(each.told, each.observation)),
  ];
  const untold = untoldOf({ measures, rules, quantities, known });
  const ground = { measures, rules, quantities, known: [...known, ...untold.known] };
  unite(ground);
  const standing = (each: Told) => standingFor(each, quantities);
  const ties = tiesOf(ground, untold.sums);
  const { truth } = quantities;
  return {
    ground: { ties, of: byQuantity(ties, truth.length), truth },
    views: told.flatMap((each, place) => {
      const observation = asked.observations[place];
      if (!each || !observation) return [];
      const group = groupOf(observation, 0);
      return [{ kind: 'now', told: standing(each), group, policy: asked.policy, of: 0, place }];
    }),
    earlier: before.flatMap(({ told: each, observation, policy, of }) => {
      if (!each) return [];
      const isShown = observation.outcome.kind !== 'withheld';
      const group = groupOf(observation, of);
      return [{ kind: 'earlier', told: standing(each), group, policy, of, isShown }];
    }),
  };
}

function knownOf(told: Told | null, observation: Observation | undefined): Known[] {
  return told && observation ? [{ at: observation, told }] : [];
}

function standingFor(told: Told, quantities: Quantities): Told {
  return told.shape === 'count'
    ? { shape: 'count', count: quantities.standing(told.count) }
    : {
        shape: 'ratio',
        numerator: quantities.standing(told.numerator),
        denominator: quantities.standing(told.denominator),
        rest: quantities.standing(told.rest),
      };
}

function groupOf({ measure, figure, period, cell }: Observation, of: number): string | null {
  return cell && `${of}|${measure}|${figure}|${period}|${cell.by}`;
}

/**
 * What was sent before and is true today. Where a measure's figures for a period have been revised since, the two do not
 * add up, and what was sent is left out of what a reader can add and subtract.
 */
function agreeing({ before, today }: ProtectAsked) {
  const truth = new Map(today.map((each) => [keyOf(each), each]));
  return before.flatMap(({ observations, policy }, place) => {
    const paired = observations.flatMap((observation) => {
      const now = truth.get(keyOf(observation));
      return now ? [{ observation, today: now, policy, of: place + 1 }] : [];
    });
    const revised = new Set(
      paired
        .filter((pair) => !agrees(pair.observation, pair.today, policy))
        .map(({ observation: { measure, period } }) => `${measure}|${period}`),
    );
    return paired.filter(
      ({ observation: { measure, period } }) => !revised.has(`${measure}|${period}`),
    );
  });
}

function agrees(sent: Observation, now: Observation, policy: DisclosurePolicy): boolean {
  if (sent.outcome.kind === 'withheld') return true;
  const shown = policy.roundedTo === null ? now.outcome : rounded(now, policy.roundedTo);
  return JSON.stringify(partsOf(sent.outcome)) === JSON.stringify(partsOf(shown));
}

function partsOf(outcome: Observation['outcome']): readonly unknown[] {
  if (outcome.kind === 'count') return [outcome.kind, outcome.value];
  if (outcome.kind === 'ratio') return [outcome.kind, outcome.numerator, outcome.denominator];
  return [outcome.kind];
}

function keyOf({ measure, figure, period, cell }: Observation): string {
  return `${measure}|${observationKey(figure, period, cell)}`;
}
