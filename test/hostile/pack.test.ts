import { describe, expect, it } from 'vitest';
import type { BenchmarkPack } from '../../src/model/benchmark-pack.ts';
import { observationKey } from '../../src/model/observation.ts';
import type { ReturnForm } from '../../src/model/return.ts';
import { writePackAs } from '../../src/return/pack-forms.ts';
import { readPack } from '../../src/return/read/read-pack.ts';
import { KNOWN } from '../unit/collate/made.ts';
import { madeUpPack } from '../unit/return/packs.ts';
import { always, harmless, runs } from './harmless.ts';
import {
  byteMutations,
  jsonMutations,
  mutated,
  mutatedJson,
  mutatedText,
  textMutations,
} from './mutate.ts';
import { mutatedZip, zipMutations } from './zips.ts';

const { standard } = KNOWN.terms;
const PACK = small(await madeUpPack());
const GIVEN = {
  csv: await given('csv'),
  json: await given('json'),
  package: await given('package'),
};
const OBSERVATIONS = await observationsOf(GIVEN.package);
const WITHHELD = new Set(
  OBSERVATIONS.filter(({ outcome }) => outcome.kind === 'withheld').map(keyOf),
);

/** A pack of two authorities, with withheld figures, small enough to be read many times. */
function small(pack: BenchmarkPack): BenchmarkPack {
  const withholding = new Set(
    [...pack.observations]
      .filter(({ outcome, measure }) => outcome.kind === 'withheld' && measure === 'riia-04')
      .map(({ area }) => area),
  );
  const areas = pack.areas.filter(({ code }) => withholding.has(code)).slice(0, 2);
  const codes = new Set(areas.map(({ code }) => code));
  const measures = new Set(['riia-02', 'riia-04']);
  const kept = [...pack.observations].filter(
    ({ area, measure, cell }) =>
      codes.has(area) && measures.has(measure) && (cell === null || cell.by === 'sex'),
  );
  return {
    ...pack,
    ...{ areas, totals: [], remarks: [], observations: kept },
    definitions: pack.definitions.filter(({ id }) => measures.has(id)),
    provenance: pack.provenance.filter(({ area }) => codes.has(area)),
  };
}

async function given(form: ReturnForm): Promise<Uint8Array<ArrayBuffer>> {
  const { content } = await writePackAs(PACK, form, standard);
  return new Uint8Array(await content.arrayBuffer());
}

async function observationsOf(bytes: Uint8Array<ArrayBuffer>) {
  return [...(await readPack(bytes, 'pack', KNOWN.read)).pack.observations];
}

function keyOf(one: (typeof OBSERVATIONS)[number]): string {
  return `${one.area} ${one.measure} ${observationKey(one.figure, one.period, one.cell)}`;
}

describe('a pack of any bytes is refused, told to be another, or is the one that was written', () => {
  it('withholds something, so that it can be gained', () =>
    expect(WITHHELD.size).toBeGreaterThan(0));

  it('as CSV', async () => {
    const text = new TextDecoder().decode(GIVEN.csv);
    await always(textMutations, runs(20, 0.4), (changes) =>
      holdsOf(mutatedText(text, changes), 'csv'),
    );
  });

  it('as JSON', async () => {
    const text = new TextDecoder().decode(GIVEN.json);
    await always(jsonMutations, runs(20, 0.4), (changes) =>
      holdsOf(mutatedJson(text, changes), 'json'),
    );
  });

  it('as a package, its files changed and packed again', async () => {
    await always(zipMutations, runs(20, 0.15), async (changes) =>
      holdsOf(await mutatedZip(GIVEN.package, changes), 'package'),
    );
  });

  it('as a package, byte by byte', async () => {
    await always(byteMutations, runs(10, 0.05), (changes) =>
      holdsOf(mutated(GIVEN.package, changes), 'package'),
    );
  });
});

async function holdsOf(bytes: Uint8Array<ArrayBuffer>, form: ReturnForm): Promise<void> {
  const read = await harmless(() => readPack(bytes, 'given', KNOWN.read));
  if (!read) return;
  const observations = [...read.pack.observations];
  if (read.asWritten) expect(observations).toEqual(OBSERVATIONS);
  else expect(read.remarks).not.toEqual([]);
  const gained = observations.some(
    (one) => WITHHELD.has(keyOf(one)) && one.outcome.kind !== 'withheld',
  );
  if (gained) expect(read.remarks.some(({ kind }) => kind === 'changed')).toBe(true);
  // Of a pack that lost all its authorities nothing is left to be read again: that was told.
  if (observations.length === 0) return;
  const again = await harmless(() => writePackAs(read.pack, form, standard));
  if (!again) return;
  const back = await harmless(async () =>
    readPack(new Uint8Array(await again.content.arrayBuffer()), again.name, KNOWN.read),
  );
  expect(back && [...back.pack.observations]).toEqual(observations);
}
