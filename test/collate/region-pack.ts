import { countryFiles } from '../../fixtures/country/files.ts';
import { asStandIn } from '../../fixtures/country/safe-to-share.ts';
import { collate } from '../../src/collate/collate.ts';
import { makePack } from '../../src/collate/make-pack.ts';
import type { BenchmarkPack } from '../../src/model/benchmark-pack.ts';
import { NO_CHOICES } from '../../src/model/collation.ts';
import { writePack } from '../../src/return/pack.ts';
import { spec } from '../../src/spec/spec.ts';
import { KNOWN } from '../unit/collate/made.ts';
import { madeCountry, readAll } from './made-country.ts';
import { oddIn } from './told.ts';

/** Gives the full pack of what a region sent of its last quarter, with groups that overlap, and all that is odd in it accepted. */
export async function regionPack(): Promise<{
  readonly pack: BenchmarkPack;
  readonly bytes: Uint8Array<ArrayBuffer>;
}> {
  const country = madeCountry({ isSmall: true });
  const from = country.asked.to;
  const read = await readAll(countryFiles(country, asStandIn(spec), { from }));
  const ended = country.authorities.filter(({ validTo }) => validTo !== null);
  // Of an authority that had ended the SQL knows no more than a pack says.
  const files = read.flatMap(({ file }) =>
    file.kind === 'accepted' &&
    file.returns.every(({ area }) => ended.every(({ code }) => code !== area))
      ? [file]
      : [],
  );
  const codes = country.authorities.map(({ code }) => code);
  const groups = [0, 3].map((first) => ({
    ...{ code: `group-${first}`, name: `Group, “from ${first}”` },
    members: codes.slice(first, first + 4),
  }));
  const choices = { ...NO_CHOICES, groups };
  const notes = oddIn(collate(files, choices)).map(({ id }) => [id, 'Asked, and right']);
  const collation = collate(files, { ...choices, accepted: Object.fromEntries(notes) });
  const treatment = { kind: 'full', agreement: 'Agreement of 2019, made up for a test' } as const;
  const asked = { title: 'A region, made up', made: '2024-03-01T09:00:00Z', treatment };
  const pack = makePack(collation, { ...asked, remarks: oddIn(collation) }, KNOWN);
  return { pack, bytes: await writePack(pack, KNOWN.terms.standard) };
}
