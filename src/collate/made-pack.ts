import type { Solve } from '../disclosure/solver.ts';
import type { FigureColumns } from '../compare/columns.ts';
import type { BenchmarkPack, PackTreatment } from '../model/benchmark-pack.ts';
import type { MadePack, PackWanted } from '../model/collation-view.ts';
import type { CollationRemark, PseudonymKey } from '../model/collation.ts';
import { csvField } from '../model/csv-field.ts';
import { quarterIn } from '../model/period.ts';
import { Problem } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import { packFileName } from '../return/pack-forms.ts';
import type { Collation } from './collate.ts';
import type { CollateKnown } from './known.ts';
import { makePack } from './make-pack.ts';
import { remarksOn } from './plausible/remarks.ts';
import { withPseudonyms } from './pseudonyms.ts';
import { type Sharing, shareableCollation } from './shareable.ts';

/** What a pack is made from. */
export interface PackFrom {
  readonly collation: Collation;
  /** All that is odd in it. */
  readonly remarks: readonly CollationRemark[];
  readonly published: FigureColumns | null;
  /** Packs that were given out before. */
  readonly before: Sharing['before'];
  /** A text that nobody can guess, by which pseudonyms are drawn. */
  readonly salt: string;
  readonly solver: () => Promise<Solve>;
}

/** A pack with what must be said of it, before it is written. */
export interface PackMade {
  readonly pack: BenchmarkPack;
  readonly key: PseudonymKey | null;
  readonly leftOut: readonly string[];
}

/**
 * Takes what a pack is made from, what is wanted and what is known; gives the pack. A shareable one has every small number
 * withheld and audited first, and its remarks are made anew from what it shows: no sentence says what a cell does not.
 */
export async function packAsked(
  from: PackFrom,
  { title, treatment, names, made }: PackWanted,
  known: CollateKnown,
  on: OnProgress,
): Promise<PackMade> {
  const asked = { title: title.trim(), made };
  const { pack, leftOut } =
    treatment.kind === 'full'
      ? { pack: fullPack(from, { ...asked, treatment }, known), leftOut: [] }
      : await shareablePack(from, { ...asked, policy: treatment.policy }, known, on);
  if (names === 'names') return { pack, key: null, leftOut };
  const hidden = await withPseudonyms(pack, from.salt);
  return { ...hidden, leftOut };
}

function fullPack(
  { collation, remarks }: PackFrom,
  asked: { title: string; made: string; treatment: Extract<PackTreatment, { kind: 'full' }> },
  known: CollateKnown,
): BenchmarkPack {
  if (asked.treatment.agreement.trim() === '') {
    throw new Problem(
      'A full pack has complete figures, and the agreement that allows it is not named.',
      'Name the agreement, or make a shareable pack.',
    );
  }
  return makePack(collation, { ...asked, remarks }, known);
}

async function shareablePack(
  { collation, published, before, solver }: PackFrom,
  asked: { title: string; made: string; policy: string },
  known: CollateKnown,
  on: OnProgress,
): Promise<Pick<PackMade, 'pack' | 'leftOut'>> {
  const policy = known.disclosure.policies.find(({ id }) => id === asked.policy);
  if (!policy) throw new RangeError(`there is no policy ${asked.policy}`);
  const sharing = { policy, before, solve: await solver() };
  const shared = await shareableCollation(collation, sharing, known, on);
  const remarks = remarksOn(shared.collation, known, published);
  const treatment = { kind: 'shareable', policy } as const;
  const { title, made } = asked;
  const pack = makePack(shared.collation, { title, made, treatment, remarks }, known);
  return { pack, leftOut: shared.leftOut };
}

/** Takes a pack that was made; gives how much is in it, and its key as a file. */
export function madeTold({ pack, key, leftOut }: PackMade): MadePack {
  const authorities = new Set(
    pack.areas.flatMap(({ kind, code }) => (kind === 'authority' ? [code] : [])),
  );
  const counted = { figures: 0, withheld: 0 };
  const quarters = new Set<string>();
  for (const { area, outcome, period } of pack.observations) {
    if (!authorities.has(area)) continue;
    counted.figures += 1;
    counted.withheld += Number(outcome.kind === 'withheld');
    quarters.add(quarterIn(period));
  }
  const name = packFileName(pack, 'csv').replace(/\.csv$/, '_KEY-keep-apart.csv');
  return {
    key: key && { name, content: new Blob([keyCsv(key)], { type: 'text/csv' }) },
    ...{ leftOut, authorities: authorities.size, quarters: quarters.size, ...counted },
  };
}

function keyCsv({ names }: PseudonymKey): string {
  const rows = Object.entries(names).map(([code, shown]) => [shown.code, shown.name, code]);
  const lines = [['code_in_pack', 'name_in_pack', 'authority_code'], ...rows];
  return `\uFEFF${lines.map((line) => line.map(csvField).join(',')).join('\r\n')}\r\n`;
}
