import { readFileSync } from 'node:fs';
import { countryOf } from '../../../fixtures/country/country.ts';
import { collate } from '../../../src/collate/collate.ts';
import { makePack } from '../../../src/collate/make-pack.ts';
import { remarksOn } from '../../../src/collate/plausible/remarks.ts';
import type { BenchmarkPack } from '../../../src/model/benchmark-pack.ts';
import { readPack } from '../../../src/return/read/read-pack.ts';
import { published } from '../../../src/spec/published.ts';
import { spec } from '../../../src/spec/spec.ts';
import { KNOWN, choices, collected, files } from '../collate/made.ts';

/** Gives the pack of made-up authorities, which is shareable and has withheld figures. */
export async function madeUpPack(): Promise<BenchmarkPack> {
  const bytes = new Uint8Array(readFileSync('public/benchmark-pack/made-up.zip'));
  return (await readPack(bytes, 'made-up.zip', KNOWN.read)).pack;
}

/** Gives a full pack of a region of the made-up country, with totals, what they cover, a group, and remarks that were accepted. */
export function regionPack(withBreakdowns = true): BenchmarkPack {
  const asked = { seed: 3, region: 'North East', withBreakdowns } as const;
  const country = countryOf(
    { spec, published },
    { ...asked, from: '2024-25 Q4', to: '2025-26 Q1' },
  );
  const treatment = { kind: 'collator', agreement: '=Agreement, “of 2025”' } as const;
  const returns = [...country.expected()].map((whose) =>
    collected(whose.authority.code, whose.quarter, country.observations(whose), { treatment }),
  );
  const members = country.authorities.slice(0, 3).map(({ code }) => code);
  const groups = [{ code: 'three', name: 'Three of them', members }];
  const given = files(...returns);
  const first = remarksOn(collate(given, choices({ groups })), KNOWN, null);
  const accepted = Object.fromEntries(first.slice(0, 9).map(({ id }) => [id, `Known: ${id}`]));
  const collation = collate(given, choices({ groups, accepted }));
  const remarks = remarksOn(collation, KNOWN, null);
  const told = { title: '+North East', made: '2025-08-01T09:00:00Z', remarks } as const;
  const full = { kind: 'full', agreement: treatment.agreement } as const;
  return makePack(collation, { ...told, treatment: full }, KNOWN);
}

/** Takes a pack; gives another that says the same, and shares nothing with it. */
export function copyOf({ observations, ...rest }: BenchmarkPack): BenchmarkPack {
  return { ...structuredClone(rest), observations: structuredClone([...observations]) };
}
