import type {
  CollationMatrix,
  CollationView,
  MadePack,
  PackWanted,
  QuarterRow,
  ToldTotals,
} from '../model/collation-view.ts';
import type { CollationChoices } from '../model/collation.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Quarter } from '../model/period.ts';
import type { Download, ReturnForm } from '../model/return.ts';
import { type Problem, asProblem } from '../model/problem.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { Task } from './task.svelte.ts';

const SAFE = 'What was read before is still there.';

/** What of the session a collation leans on. */
interface Around {
  said: string;
}

/** Many authorities' returns on their way to one pack: what was given, what was chosen, and what was made of it. */
export class Collated {
  readonly #workbench: Workbench;
  readonly #around: Around;
  /** One more each time that all is cleared. */
  #round = 0;
  readonly reading = new Task({
    what: 'The files could not be read.',
    hint: `${SAFE} Try again, or give them in smaller lots.`,
  });
  readonly choosing = new Task({
    what: 'What you chose could not be taken up.',
    hint: `${SAFE} Try again.`,
  });
  readonly packing = new Task({
    what: 'The pack could not be made.',
    hint: 'What was read and chosen stands. Try again.',
  });

  view = $state.raw<CollationView | null>(null);
  matrix = $state.raw<CollationMatrix | null>(null);
  rows = $state.raw<readonly QuarterRow[]>([]);
  totals = $state.raw<ToldTotals | null>(null);
  /** Titles of the packs that went out before. */
  before = $state.raw<readonly string[]>([]);
  made = $state.raw<MadePack | null>(null);
  /** Why something small did not work. */
  problem = $state.raw<Problem | null>(null);
  /** Read again what could not be read, and choose again: what was chosen or written is not asked for twice. */
  readAgain = $state.raw<(() => void) | null>(null);
  chooseAgain = $state.raw<(() => void) | null>(null);
  /** Whether anything was chosen that no file holds. */
  hasUnsaved = $state.raw(false);

  constructor(workbench: Workbench, around: Around) {
    this.#workbench = workbench;
    this.#around = around;
  }

  /** Takes the quarter that the address names; gives the one to show: the newest that there is, where that is none of them. */
  quarterShown(wanted: Quarter | null): Quarter | null {
    const quarters = this.view?.quarters ?? [];
    return wanted !== null && quarters.includes(wanted) ? wanted : (quarters[0] ?? null);
  }

  /** Takes files; reads them beside those that there are. Where it is stopped or fails, what was read until then stays. */
  async add(files: readonly GivenFile[]): Promise<void> {
    if (files.length === 0) return;
    this.readAgain = () => void this.add(files);
    const [collating, round] = [this.#workbench.collating, this.#round];
    const view = await this.reading.run('Reading', (on, stop) =>
      collating.read(files, on, stop).catch(async (thrown: unknown) => {
        if (this.#round === round) this.#show(await collating.view());
        throw thrown;
      }),
    );
    if (!view) return;
    this.#show(view);
    this.#around.said = 'The files are read.';
  }

  async takeAway(place: number): Promise<void> {
    this.chooseAgain = () => void this.takeAway(place);
    await this.#change('Taking the file away', () => this.#workbench.collating.takeAway(place));
  }

  /** Takes what is chosen anew; the rest stands. */
  async choose(changed: Partial<CollationChoices>): Promise<void> {
    const { view } = this;
    if (!view) return;
    this.chooseAgain = () => void this.choose(changed);
    const choices = { ...view.choices, ...changed };
    this.hasUnsaved = true;
    await this.#change('Putting the returns together', () =>
      this.#workbench.collating.choose(choices),
    );
  }

  /** Takes a remark's id and the note that it is accepted with; null to open it again. */
  async accept(id: string, note: string | null): Promise<void> {
    const others = without(this.view?.choices.accepted ?? {}, id);
    await this.choose({ accepted: note === null ? others : { ...others, [id]: note } });
  }

  /** Takes a quarter; asks who gave what of it, and how much of each quarter. */
  async look(quarter: Quarter): Promise<void> {
    const of = this.view;
    if (!of) return;
    await this.#quietly(async () => {
      const { collating } = this.#workbench;
      const matrix = await collating.matrix(quarter);
      const rows = await collating.quarters(of.quarters.slice(0, 8));
      if (this.view === of) [this.matrix, this.rows] = [matrix, rows];
    });
  }

  async lookAtTotals(area: string, quarter: Quarter): Promise<void> {
    const of = this.view;
    // Those of another area never stand under its name.
    this.totals = null;
    await this.#quietly(async () => {
      const told = await this.#workbench.collating.totals({ area, quarter });
      if (this.view === of) this.totals = told;
    });
  }

  chasing(quarter: Quarter) {
    return this.#quietly(() => this.#workbench.collating.chasing(quarter));
  }

  /** Gives the work as a file. Once that is handed to the browser, nothing is unsaved. */
  project() {
    return this.#quietly(() => this.#workbench.collating.project());
  }

  async addBefore(files: readonly GivenFile[]): Promise<void> {
    await this.#quietly(async () => {
      for (const file of files) {
        const title = await this.#workbench.collating.readBefore(file);
        this.before = [...this.before, title];
      }
    });
    this.made = null;
  }

  async pack(wanted: PackWanted): Promise<void> {
    this.made = null;
    const made = await this.packing.run('Making the pack', (on, stop) =>
      this.#workbench.collating.pack(wanted, on, stop),
    );
    this.made = made;
    if (made) this.#around.said = 'The pack is made.';
  }

  /** Takes a form; gives the pack that was made in it, or null where it cannot be written. */
  packFile(form: ReturnForm): Promise<Download | null> {
    return this.#quietly(() => this.#workbench.collating.packFile(form));
  }

  clear(): void {
    this.#round += 1;
    for (const task of [this.reading, this.choosing, this.packing]) task.stop();
    this.#workbench.collating.clear();
    [this.view, this.made, this.problem] = [null, null, null];
    [this.before, this.hasUnsaved] = [[], false];
    [this.readAgain, this.chooseAgain] = [null, null];
    this.#forget();
  }

  async #change(step: string, does: () => Promise<CollationView>): Promise<void> {
    const view = await this.choosing.run(step, does);
    if (view) this.#show(view);
  }

  #show(view: CollationView): void {
    this.view = view;
    this.made = null;
    this.#forget();
  }

  #forget(): void {
    [this.totals, this.problem] = [null, null];
    if (!this.view) [this.matrix, this.rows] = [null, []];
  }

  async #quietly<T>(does: () => Promise<T>): Promise<T | null> {
    this.problem = null;
    try {
      return await does();
    } catch (thrown) {
      this.problem = asProblem(thrown, 'That did not work.', `${SAFE} Try again.`);
      return null;
    }
  }
}

/** Takes a record and a key; gives the record without it. */
export function without<T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([own]) => own !== key));
}
