import type { LocalWord, MappedWord } from '../model/word.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Answered } from './answered.ts';
import type { Kept } from './kept.svelte.ts';
import { isSame } from './profile-changes.ts';
import { Task } from './task.svelte.ts';

/** What of the session the words lean on. */
interface Around {
  readonly kept: Kept;
  readonly la: string | null;
  readonly answered: Answered | null;
  measure(): Promise<boolean>;
}

/** The words of the extract, what each stands for, and what moved when that was last changed. */
export class Vocabulary {
  readonly #workbench: Workbench;
  readonly #around: Around;
  readonly listing = new Task({
    what: 'The words of the extract could not be listed.',
    hint: 'The extract is still loaded, and what you mapped is kept. Try again.',
  });

  /** Null until they are listed. */
  words = $state.raw<readonly LocalWord[] | null>(null);
  /** The answer before words were last mapped; null where none were, or nothing was worked out. */
  before = $state.raw<Answered | null>(null);

  /** By which words of the authority’s own they were listed. */
  #listedBy: readonly MappedWord[] | null = null;

  constructor(workbench: Workbench, around: Around) {
    this.#workbench = workbench;
    this.#around = around;
  }

  /** Those that rows wait for: until they are mapped the rows count as not known. */
  get waiting(): readonly LocalWord[] {
    return this.words?.filter(({ waiting }) => waiting > 0) ?? [];
  }

  /** What the authority chosen maps; nothing while none is chosen. */
  get own(): readonly MappedWord[] {
    const { kept, la } = this.#around;
    return la === null ? [] : kept.of(la).words;
  }

  /** Lists the words of the extract that is loaded, by what the authority maps, unless they are listed by it already. */
  async list(): Promise<void> {
    const { own } = this;
    if (this.words && this.#listedBy && isSame(own, this.#listedBy)) return;
    const words = await this.listing.run('Looking at the words of the extract', () =>
      this.#workbench.words(own),
    );
    if (!words) return;
    this.words = words;
    this.#listedBy = own;
  }

  /** Takes words with their groups; keeps them in place of what they stood for, and works the measures out again. */
  async map(mapped: readonly MappedWord[]): Promise<void> {
    await this.#change([...this.#without(mapped), ...mapped]);
  }

  /** Takes a word of the authority's own; it stands for what the national list says again, if anything. */
  async takeBack(word: Pick<MappedWord, 'list' | 'word'>): Promise<void> {
    await this.#change(this.#without([word]));
  }

  /** Lets go of the words of an extract that is gone. */
  forget(): void {
    this.listing.stop();
    this.words = null;
    this.#listedBy = null;
    this.before = null;
  }

  async #change(words: readonly MappedWord[]): Promise<void> {
    const { kept, la, answered } = this.#around;
    if (la === null) return;
    kept.change(la, { words });
    await this.list();
    if (!answered) return;
    this.before = answered;
    await this.#around.measure();
  }

  #without(taken: readonly Pick<MappedWord, 'list' | 'word'>[]): MappedWord[] {
    const isTaken = (one: MappedWord) =>
      taken.some(({ list, word }) => list === one.list && word === one.word);
    return this.own.filter((one) => !isTaken(one));
  }
}
