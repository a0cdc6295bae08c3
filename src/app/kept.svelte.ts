import { type Profile, emptyProfile } from '../model/profile.ts';
import { NOTHING_SETTLED, type Reading } from '../model/reading.ts';
import { type Section, changedIn, isSame } from './profile-changes.ts';

/** What is kept from one quarter to the next: in memory only, until the person saves it as a file. */
export class Kept {
  /** How files are read. It is settled before anybody says whose files they are. */
  reading = $state.raw<Reading>(NOTHING_SETTLED);
  /** How files are read by what was read from a file, or saved to one. */
  #readingInFile = $state.raw<Reading>(NOTHING_SETTLED);
  /** One for an authority at most. */
  #profiles = $state.raw<readonly Profile[]>([]);
  /** The same, as each was read from a file, or saved to one. */
  #inFile = $state.raw<readonly Profile[]>([]);

  /** Takes an authority's code; gives what is kept for it, or an empty profile. */
  of(authority: string): Profile {
    return { ...found(this.#profiles, authority), reading: this.reading };
  }

  /** Takes an authority's code; gives the sections of what is kept for it that are in no file yet. */
  unsavedOf(authority: string): readonly Section[] {
    const inFile = { ...found(this.#inFile, authority), reading: this.#readingInFile };
    return changedIn(inFile, this.of(authority));
  }

  /** Whether anything was changed that would be lost with the page. */
  get hasUnsaved(): boolean {
    return (
      !isSame(this.reading, this.#readingInFile) ||
      this.#profiles.some(({ authority }) => this.unsavedOf(authority).length > 0)
    );
  }

  /** Takes a profile as it was read from a file; it takes the place of what was kept for its authority. */
  read(profile: Profile): void {
    this.#profiles = [...without(this.#profiles, profile.authority), profile];
    this.reading = profile.reading;
    this.saved(profile.authority);
  }

  /** Takes an authority's code and what is to be changed of what is kept for it. */
  change(authority: string, changed: Partial<Omit<Profile, 'authority' | 'reading'>>): void {
    const profile = { ...this.of(authority), ...changed };
    this.#profiles = [...without(this.#profiles, authority), profile];
  }

  /** Takes the code of an authority whose profile the person has saved. */
  saved(authority: string): void {
    this.#inFile = [...without(this.#inFile, authority), this.of(authority)];
    this.#readingInFile = this.reading;
  }

  /** Takes an authority's code; lets go of what is kept for it. */
  forget(authority: string): void {
    this.#profiles = without(this.#profiles, authority);
    this.#inFile = without(this.#inFile, authority);
  }

  /** Lets go of everything. */
  clear(): void {
    this.#profiles = [];
    this.#inFile = [];
    this.reading = NOTHING_SETTLED;
    this.#readingInFile = NOTHING_SETTLED;
  }
}

function found(profiles: readonly Profile[], authority: string): Profile {
  return profiles.find((one) => one.authority === authority) ?? emptyProfile(authority);
}

function without(profiles: readonly Profile[], authority: string): Profile[] {
  return profiles.filter((one) => one.authority !== authority);
}
