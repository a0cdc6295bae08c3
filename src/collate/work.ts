import type { FigureColumns } from '../compare/columns.ts';
import type { Solve } from '../disclosure/solver.ts';
import type {
  CollationMatrix,
  CollationView,
  MadePack,
  PackWanted,
  QuarterRow,
  ToldTotals,
  TotalsAsked,
} from '../model/collation-view.ts';
import {
  type CollationChoices,
  type CollationRemark,
  type CollectedFile,
  NO_CHOICES,
} from '../model/collation.ts';
import { type Quarter, quarterIn } from '../model/period.ts';
import { LIMITS, limitInWords } from '../model/limits.ts';
import { Problem } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Download, ReturnForm } from '../model/return.ts';
import { writePackAs } from '../return/pack-forms.ts';
import { readPack } from '../return/read/read-pack.ts';
import { type Collation, collate } from './collate.ts';
import { Completeness, chasingCsv } from './completeness.ts';
import { expectedOf } from './expected.ts';
import type { CollateKnown } from './known.ts';
import { type PackMade, madeTold, packAsked } from './made-pack.ts';
import { matrixOf, quarterRows } from './matrix.ts';
import type { GivenContent } from './open-given.ts';
import { remarksOn } from './plausible/remarks.ts';
import { PackPopulations } from './populations.ts';
import { writeProject } from './project.ts';
import { readFiles } from './read-files.ts';
import { readProject } from './read-project.ts';
import type { Sharing } from './shareable.ts';
import { sha256 } from '../files/sha256.ts';
import { totalAreas } from './total-areas.ts';
import { Totals } from './totals.ts';
import { viewOf } from './view.ts';

/** What the work leans on beside what is known. */
export interface WorkWith {
  readonly published: FigureColumns | null;
  /** A text that nobody can guess. */
  readonly salt: string;
  readonly solver: () => Promise<Solve>;
}

/** All that a collator has on the desk: the files that were given, and what was chosen. Everything shown is worked out from these. */
export class CollationWork {
  readonly #known: CollateKnown;
  readonly #with: WorkWith;
  #files: readonly CollectedFile[] = [];
  #choices: CollationChoices = NO_CHOICES;
  #before: Sharing['before'] = [];
  #made: { readonly collation: Collation; readonly remarks: readonly CollationRemark[] } | null =
    null;
  #pack: { readonly by: string; readonly of: Collation; readonly pack: PackMade } | null = null;

  constructor(known: CollateKnown, work: WorkWith) {
    this.#known = known;
    this.#with = work;
  }

  /** Takes files; reads them beside those that there are. A project among them brings its own files and choices. Throws what `on` throws: what was read before that stays. */
  async read(given: readonly GivenContent[], on: OnProgress): Promise<CollationView> {
    const others: GivenContent[] = [];
    for (const file of given) {
      if (!(await this.#takeProject(file))) others.push(file);
    }
    let read = 0;
    for await (const file of readFiles(others, this.#known, (progress) =>
      on({ ...progress, share: Math.min(read / others.length, 1) }),
    )) {
      read += 1;
      this.#files = [...this.#files, file];
      this.#made = null;
    }
    on({ step: 'Looking for what is odd', share: null });
    return this.view();
  }

  choose(choices: CollationChoices): CollationView {
    this.#choices = choices;
    this.#made = null;
    return this.view();
  }

  /** Takes the place of a file; lets go of it. */
  takeAway(place: number): CollationView {
    this.#files = this.#files.filter((_, at) => at !== place);
    this.#made = null;
    return this.view();
  }

  view(): CollationView {
    const { collation, remarks } = this.#collated();
    return viewOf(collation, remarks, this.#known);
  }

  matrix(quarter: Quarter): CollationMatrix {
    return matrixOf(this.#collated().collation, this.#known, quarter);
  }

  quarters(quarters: readonly Quarter[]): QuarterRow[] {
    return quarterRows(this.#collated().collation, this.#known, quarters);
  }

  /** Takes a quarter; gives who is outstanding, and with what, as a CSV. */
  chasing(quarter: Quarter): string {
    const { collation } = this.#collated();
    const choices = { ...collation.choices, expected: expectedOf(collation, this.#known) };
    const completeness = new Completeness({ ...collation, choices }, this.#known);
    return chasingCsv([
      ...completeness.outstanding(quarter),
      ...completeness.missingMeasures(quarter),
    ]);
  }

  totals({ area, quarter }: TotalsAsked): ToldTotals {
    const { collation } = this.#collated();
    const found = totalAreas(collation, this.#known).find(({ code }) => code === area);
    if (!found) return { totals: [], populationYear: null };
    const totals = new Totals(collation, this.#known);
    return {
      totals: [...totals.of(found)].filter(
        ({ at }) => at.cell === null && quarterIn(at.period) === quarter,
      ),
      populationYear: new PackPopulations(collation, this.#known).year,
    };
  }

  /** Takes a shareable pack that was given out before: what is made next is audited together with it. Throws a Problem where it is none. */
  async readBefore({ path, content }: GivenContent): Promise<string> {
    const bytes = new Uint8Array(await (await content()).arrayBuffer());
    const { pack } = await readPack(bytes, path, this.#known.read);
    if (pack.treatment.kind !== 'shareable') {
      throw new Problem(
        `${path} is a full pack, and was not to be given to everyone.`,
        'Give the shareable pack that went out.',
      );
    }
    this.#before = [...this.#before, { pack, sha256: await sha256(bytes) }];
    this.#pack = null;
    return pack.title;
  }

  async pack(wanted: PackWanted, on: OnProgress): Promise<MadePack> {
    const { collation, remarks } = this.#collated();
    const by = JSON.stringify(wanted);
    if (this.#pack?.by !== by || this.#pack.of !== collation) {
      const from = { ...this.#with, collation, remarks, before: this.#before };
      const pack = await packAsked(from, wanted, this.#known, on);
      this.#pack = { by, of: collation, pack };
    }
    return madeTold(this.#pack.pack);
  }

  /** Takes a form; gives the pack that was made last in it. Throws a Problem where it is too large for the form. */
  packFile(form: ReturnForm): Promise<Download> {
    if (!this.#pack) throw new RangeError('no pack was made');
    return writePackAs(this.#pack.pack.pack, form, this.#known.terms.standard);
  }

  project(): string {
    const { appVersion } = this.#known.terms;
    return writeProject({ files: this.#files, choices: this.#choices }, appVersion);
  }

  /** Whether it is a project; then its files and choices are taken. */
  async #takeProject({ content }: GivenContent): Promise<boolean> {
    const start = await (await content()).slice(0, 200).text();
    if (!/"holds":\s*"collation"/.test(start)) return false;
    const { size } = await content();
    if (size > LIMITS.project.most) throw tooLargeProject();
    const { files, choices } = readProject(await (await content()).text());
    this.#files = [...this.#files, ...files];
    this.#choices = choices;
    this.#made = null;
    return true;
  }

  #collated() {
    if (!this.#made) {
      const collation = collate(this.#files, this.#choices);
      const remarks = remarksOn(collation, this.#known, this.#with.published);
      this.#made = { collation, remarks };
    }
    return this.#made;
  }
}

function tooLargeProject(): Problem {
  const { project } = LIMITS;
  return new Problem(`The project is larger than ${limitInWords(project)}.`, project.todo);
}
