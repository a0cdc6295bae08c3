import { type Profile, emptyProfile } from '../model/profile.ts';
import { NOTHING_SETTLED, type Reading } from '../model/reading.ts';

/** What is kept from one quarter to the next: in memory only, until the person saves it as a file. */
export class Kept {
  /** How files are read. It is settled before anybody says whose files they are. */
  reading = $state.raw<Reading>(NOTHING_SETTLED);
  /** One for an authority at most. */
  #profiles = $state.raw<readonly Profile[]>([]);
  /** Codes of those whose profile has changed since it was read from a file, or saved to one. */
  #changed = $state.raw<readonly string[]>([]);

  /** Takes an authority's code; gives what is kept for it, or an empty profile. */
  of(authority: string): Profile {
    const profile =
      this.#profiles.find((one) => one.authority === authority) ?? emptyProfile(authority);
    return { ...profile, reading: this.reading };
  }

  /** Whether anything was changed that would be lost with the page. */
  get hasUnsaved(): boolean {
    return this.#changed.length > 0;
  }

  /** Takes a profile as it was read from a file; it takes the place of what was kept for its authority. */
  read(profile: Profile): void {
    this.forget(profile.authority);
    this.#profiles = [...this.#profiles, profile];
    this.reading = profile.reading;
  }

  /** Takes an authority's code and what is to be changed of what is kept for it. */
  change(authority: string, changed: Partial<Omit<Profile, 'authority' | 'reading'>>): void {
    const profile = { ...this.of(authority), ...changed };
    this.forget(authority);
    this.#profiles = [...this.#profiles, profile];
    this.#changed = [...this.#changed, authority];
  }

  /** Takes the code of an authority whose profile the person has saved. */
  saved(authority: string): void {
    this.#changed = this.#changed.filter((code) => code !== authority);
  }

  /** Takes an authority's code; lets go of what is kept for it. */
  forget(authority: string): void {
    this.#profiles = this.#profiles.filter((one) => one.authority !== authority);
    this.saved(authority);
  }

  /** Lets go of everything. */
  clear(): void {
    this.#profiles = [];
    this.#changed = [];
    this.reading = NOTHING_SETTLED;
  }
}
