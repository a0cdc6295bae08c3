import { type Country, countryOf } from '../../fixtures/country/country.ts';
import { type CountryFile, countryFiles } from '../../fixtures/country/files.ts';
import type { Plant } from '../../fixtures/country/plants.ts';
import { asStandIn } from '../../fixtures/country/safe-to-share.ts';
import { type Collation, collate } from '../../src/collate/collate.ts';
import { readFiles } from '../../src/collate/read-files.ts';
import { NO_CHOICES, type CollectedFile } from '../../src/model/collation.ts';
import { type Quarter, stepQuarter } from '../../src/model/period.ts';
import { published } from '../../src/spec/published.ts';
import { spec } from '../../src/spec/spec.ts';
import { KNOWN } from '../unit/collate/made.ts';

/** How many quarters of the whole country are taken; without it a region has four. */
const QUARTERS = process.env['QUARTERLIGHT_RUNS'];
const SEED = Number(process.env['QUARTERLIGHT_SEED'] ?? 20_250_714);
/** With these an authority ends within the quarters, and others take its place. */
const REGION = 'North West';
const LAST: Quarter = '2023-24 Q3';

/** Gives the country that is collated: a region, or all of it where that is asked for and it need not be small. */
export function madeCountry({ isSmall = QUARTERS === undefined } = {}): Country {
  const quarters = isSmall ? 4 : Number(QUARTERS);
  return countryOf(
    { spec, published },
    {
      ...{ seed: SEED, from: stepQuarter(LAST, 1 - quarters), to: LAST },
      ...(isSmall ? { region: REGION } : {}),
    },
  );
}

/** Gives the whole country by its whole figures alone, or with all its breakdowns where all of it is asked for. */
export function wholeCountry(): Country {
  const quarters = Number(QUARTERS ?? 2);
  return countryOf(
    { spec, published },
    {
      ...{ seed: SEED, from: stepQuarter(LAST, 1 - quarters), to: LAST },
      withBreakdowns: QUARTERS !== undefined,
    },
  );
}

/** A file that was read, and what is planted in it. */
export interface Read {
  readonly file: CollectedFile;
  readonly plants: readonly Plant[];
}

/** Takes a country; gives what becomes of its files, clean and with what is planted. Both have the same of all quarters but the last. */
export async function readCountry(
  country: Country,
): Promise<{ readonly clean: readonly Read[]; readonly planted: readonly Read[] }> {
  const last = country.quarters.at(-1) ?? LAST;
  const clean = await readAll(countryFiles(country, asStandIn(spec), { clean: true }));
  const planted = await readAll(countryFiles(country, asStandIn(spec), { from: last }));
  const before = clean.filter(({ file }) => !file.path.startsWith(last));
  return { clean, planted: [...before, ...planted] };
}

/** Takes files; gives what becomes of each. */
export async function readAll(
  sent: AsyncIterable<CountryFile> | Iterable<CountryFile>,
): Promise<Read[]> {
  const read: Read[] = [];
  for await (const { bytes, path, plants } of sent) {
    const given = [{ path, content: async () => new Blob([bytes]) }];
    for await (const file of readFiles(given, KNOWN, () => undefined)) read.push({ file, plants });
  }
  return read;
}

/** Takes what was read; gives the collation of it, in which the country's authorities are expected. */
export function collated(read: readonly Read[], country: Country): Collation {
  const expected = country.authorities.map(({ code }) => code);
  const files = read.map(({ file }) => file);
  return collate(files, { ...NO_CHOICES, expected });
}
