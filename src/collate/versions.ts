import { type Measure, versionAt } from '../model/measure.ts';
import { type Period, quarterIn } from '../model/period.ts';
import type { CollateKnown } from './known.ts';

/** By which version of its definition each figure should be made, and which other counts as the same. */
export class Versions {
  readonly #measures: ReadonlyMap<string, Measure>;
  readonly #known: Pick<CollateKnown, 'earlier' | 'migrations'>;
  readonly #inForce = new Map<string, number | null>();

  constructor({
    terms,
    earlier,
    migrations,
  }: Pick<CollateKnown, 'terms' | 'earlier' | 'migrations'>) {
    this.#measures = new Map(terms.measures.map((measure) => [measure.id, measure]));
    this.#known = { earlier, migrations };
  }

  /** Takes a measure and a period; gives the version that is valid for it, or null where the measure is not known. */
  inForce(measure: string, period: Period): number | null {
    const key = `${measure} ${quarterIn(period)}`;
    const known = this.#inForce.get(key);
    if (known !== undefined) return known;
    const found = this.#measures.get(measure);
    const valid = found && versionAt(found, this.#known.earlier, quarterIn(period));
    const version = valid === undefined || valid.kind === 'breakdown' ? null : valid.version;
    this.#inForce.set(key, version);
    return version;
  }

  /** Takes a figure, its period and the version it was made by; tells whether it stands with those by the version in force. */
  counts(measure: string, figure: string, period: Period, version: number): boolean {
    const valid = this.inForce(measure, period);
    return valid === null || this.migrated(measure, figure, version, valid);
  }

  /** Takes a figure and two versions; tells whether the one is the other, or a rule makes it so, in as many steps as there are. */
  migrated(measure: string, figure: string, from: number, to: number): boolean {
    if (from === to) return true;
    return this.#known.migrations.some(
      (rule) =>
        rule.measure === measure &&
        rule.from === from &&
        rule.figures.includes(figure) &&
        this.migrated(measure, figure, rule.to, to),
    );
  }
}
