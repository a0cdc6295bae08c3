import type { GivenFile } from '../model/extract.ts';
import type { AskedPeriod, TakenNumbers, WrittenNumber, WrittenProblem } from '../model/given.ts';
import { type Quarter, lastEndedBy, quarterIn } from '../model/period.ts';
import { type Problem, asProblem } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { Download } from '../model/return.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { doubtsOf } from './note-check.ts';
import { today } from './today.ts';

/** What of the session figures by hand lean on. */
interface Around {
  la: string | null;
  readonly profile: Profile | null;
  keep(changed: Pick<Profile, 'byHand' | 'given'>): Promise<void>;
  measure(): Promise<boolean>;
}

/** What is written for one number and one period. */
type Written = Pick<WrittenNumber, 'text' | 'why' | 'place'>;

/** By number and period. */
type AllWritten = Readonly<Record<string, Written>>;

/** A template that was read into the form. */
interface TemplateRead {
  readonly name: string;
  readonly problems: readonly WrittenProblem[];
  readonly figures: number;
  /** What stood in the form before, where that was anything. */
  readonly before: AllWritten | null;
}

/** The figures that an authority without an extract writes itself: a form's, or a template's read into it. */
export class ByHand {
  readonly #workbench: Workbench;
  readonly #around: Around;

  quarter = $state.raw<Quarter>(lastEndedBy(today()));
  from = $state.raw<TemplateRead | null>(null);
  /** Why the template that was given last cannot be read. */
  problem = $state.raw<Problem | null>(null);
  /** Whether anything was written in the form, or read into it, that the profile has not taken. */
  hasUnsaved = $state.raw(false);
  #written = $state.raw<AllWritten>({});
  #taken = $derived.by(() => this.#workbench.takeNumbers(this.quarter, this.#all()));

  constructor(workbench: Workbench, around: Around) {
    this.#workbench = workbench;
    this.#around = around;
  }

  /** Gives the blank template. */
  template(): Promise<Download> {
    return this.#workbench.writeTemplate(today());
  }

  /** What the numbers make, and what is wrong with them. */
  get taken(): TakenNumbers {
    return this.#taken;
  }

  /** How many figures are written that can be taken. */
  get figures(): number {
    return this.#taken.given.length + this.#taken.byHand.length;
  }

  /** Takes the name of a number and its period; gives what is written for it. */
  at(key: string, period: AskedPeriod): Pick<Written, 'text' | 'why'> {
    return this.#written[`${key}|${period}`] ?? { text: '', why: '' };
  }

  write(key: string, period: AskedPeriod, changed: Partial<Pick<Written, 'text' | 'why'>>): void {
    const before = this.#written[`${key}|${period}`] ?? { text: '', why: '', place: '' };
    this.#written = { ...this.#written, [`${key}|${period}`]: { ...before, ...changed } };
    this.hasUnsaved = true;
  }

  /** Takes a quarter, and whose figures they are; shows what is kept of them. */
  show(la: string, quarter: Quarter): void {
    this.#around.la = la;
    this.quarter = quarter;
    this.from = null;
    this.hasUnsaved = false;
    this.#written = this.#kept();
  }

  /** Shows what is kept, unless something is written already. */
  begin(): void {
    if (!this.#isAnyWritten && this.#around.profile) this.#written = this.#kept();
  }

  /** Takes a file; tells whether it is a template, and was read into the form, or cannot be. */
  async read(given: GivenFile): Promise<boolean> {
    this.problem = null;
    try {
      const read = await this.#workbench.readTemplate(given, new AbortController().signal);
      if (!read) return false;
      const { authority, quarter, written, problems } = read;
      this.show(authority, quarter);
      const before = this.#isAnyWritten ? this.#written : null;
      this.#written = byPlace(written);
      this.hasUnsaved = true;
      const figures = read.given.length + read.byHand.length;
      this.from = { name: given.path, problems, figures, before };
    } catch (thrown) {
      this.problem = asProblem(thrown, 'The template could not be read.', 'Try again.');
    }
    return true;
  }

  /** Shows again what stood in the form before the template was read. */
  goBack(): void {
    if (this.from?.before) this.#written = this.from.before;
    this.from = null;
  }

  /** Keeps what is written in place of what was kept for the quarter, and puts the measures together from it. */
  async use(): Promise<boolean> {
    const { profile } = this.#around;
    if (!profile) return false;
    const { quarter, given, byHand } = this.#taken;
    const forms = this.#formMeasures();
    await this.#around.keep({
      given: [...profile.given.filter(({ period }) => quarterIn(period) !== quarter), ...given],
      byHand: [
        ...profile.byHand.filter((one) => one.quarter !== quarter || !forms.includes(one.measure)),
        ...byHand,
      ],
    });
    this.from = null;
    this.hasUnsaved = false;
    return this.#around.measure();
  }

  clear(): void {
    this.quarter = lastEndedBy(today());
    this.from = null;
    this.problem = null;
    this.hasUnsaved = false;
    this.#written = {};
  }

  get #isAnyWritten(): boolean {
    return Object.keys(this.#written).length > 0;
  }

  #formMeasures(): string[] {
    return this.#workbench.known.measures.flatMap(({ kind, id }) => (kind === 'form' ? [id] : []));
  }

  #kept(): AllWritten {
    const { profile } = this.#around;
    return profile ? byPlace(this.#workbench.numbersFrom(profile, this.quarter)) : {};
  }

  /** Every number that is asked for, written or not: what is missing is seen beside what is there. */
  #all(): WrittenNumber[] {
    const { wholes, breakdowns } = this.#workbench.known.asked;
    const cells = breakdowns.flatMap(({ sums }) => sums.flatMap((sum) => sum.cells));
    return [...wholes, ...cells].flatMap(({ key, hasYear, title, label }) => {
      const place = `${title}: ${label.replace(/\.$/, '')}`;
      const periods = hasYear ? (['quarter', 'year'] as const) : (['quarter'] as const);
      return periods.map((period) => {
        const { text, why } = this.at(key, period);
        // What looks like a child is no reason that could be sent.
        return { key, period, place, text, why: doubtsOf(why).length > 0 ? '' : why };
      });
    });
  }
}

function byPlace(written: readonly WrittenNumber[]): AllWritten {
  return Object.fromEntries(
    written
      .filter(({ text, why }) => text !== '' || why !== '')
      .map(({ key, period, text, why, place }) => [`${key}|${period}`, { text, why, place }]),
  );
}
