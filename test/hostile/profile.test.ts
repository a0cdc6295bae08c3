import { expect, it } from 'vitest';
import type { Profile } from '../../src/model/profile.ts';
import { readProfile } from '../../src/profile/profile.ts';
import { writeProfile } from '../../src/profile/write.ts';
import { spec } from '../../src/spec/spec.ts';
import { always, harmless, runs } from './harmless.ts';
import { jsonMutations, mutatedJson } from './mutate.ts';
import { PROFILE } from './given.ts';

it('a profile of any bytes is refused, or is the profile that it is written as again', async () => {
  await always(jsonMutations, runs(400), async (changes) => {
    const text = new TextDecoder().decode(mutatedJson(PROFILE, changes));
    const read = await harmless(() => readProfile(text, spec));
    if (!read) return;
    expect(readProfile(writeProfile(read, spec), spec)).toEqual(sorted(read));
    for (const number of numbersIn(read)) expect(number).toSatisfy(isOneOf(text));
  });
});

/** In the order in which it is written. */
function sorted(profile: Profile): Profile {
  return readProfile(writeProfile(profile, spec), spec);
}

function numbersIn({ byHand, given, settings }: Profile): number[] {
  return [
    ...Object.values(settings),
    ...byHand.flatMap(({ parts }) => Object.values(parts)),
    ...given.flatMap(({ outcome }) => (outcome.kind === 'count' ? [outcome.value] : [])),
  ];
}

function isOneOf(text: string): (number: number) => boolean {
  const written = new Set((text.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi) ?? []).map(Number));
  return (number) => Number.isFinite(number) && number >= 0 && written.has(number);
}
