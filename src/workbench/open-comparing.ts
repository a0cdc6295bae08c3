import { Benchmark } from '../compare/benchmark.ts';
import type { FigureColumns } from '../compare/columns.ts';
import { ownColumns } from '../compare/from-observations.ts';
import { publishedColumns } from '../compare/from-published.ts';
import { loadPublished } from '../compare/load-published.ts';
import type { ComparedSource } from '../model/comparison.ts';
import type { Day } from '../model/day.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Observation } from '../model/observation.ts';
import type { Profile } from '../model/profile.ts';
import type { ReferenceTable } from '../model/reference.ts';
import { spec } from '../spec/spec.ts';
import type {
  AddedFigures,
  ComparedArea,
  ComparedOwn,
  Comparer,
  Comparing,
  OwnFigures,
} from './comparing.ts';
import { knownTermsOf } from './known-terms.ts';
import { OpenComparer } from './open-comparer.ts';
import { perform } from './task-worker.ts';

const quietly = () => undefined;
const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
const { authorities, neighbours, sampleAuthority } = spec.reference;

/** Opens what compares. Nothing is fetched until it is asked for. */
export function openComparing(): Comparing {
  return new OpenComparing();
}

class OpenComparing implements Comparing {
  readonly #columns = new Map<string, FigureColumns>();
  #given = 0;
  #table: ReferenceTable | null = null;

  async begin(): Promise<void> {
    if (this.#columns.has('published')) return;
    const published = await loadPublished();
    this.#table = published.table;
    this.#columns.set('published', publishedColumns(published, authorities));
  }

  sources(): readonly ComparedSource[] {
    return [...this.#columns.values()].map(({ source }) => source);
  }

  async add({ path, file }: GivenFile, stop: AbortSignal): Promise<AddedFigures> {
    this.#given += 1;
    const ees = { terms: spec.published, authorities };
    const task = {
      task: 'read figures',
      ...{ name: path, content: file, id: `given-${this.#given}` },
      by: { known: knownTermsOf(spec), ees, sampleAuthority },
    } as const;
    const done = await perform(task, quietly, stop);
    if (done.reply !== 'figures read') throw new TypeError(`the task answered ${done.reply}`);
    const { columns, remarks } = done.read;
    this.#columns.set(columns.source.id, columns);
    return { sources: [columns.source], remarks };
  }

  remove(source: string): void {
    this.#columns.delete(source);
  }

  published(): ReferenceTable | null {
    return this.#table;
  }

  areas(): readonly ComparedArea[] {
    return this.#benchmark(null)
      .areas()
      .map(({ code, name, region, synthetic }) => ({ code, name, region: region ?? '', synthetic }))
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  }

  ready(
    area: string,
    observations: readonly Observation[],
    earlyHelp: Profile['earlyHelp'],
  ): Promise<OwnFigures> {
    const name = authorities.find(({ code }) => code === area)?.name ?? area;
    const own = { code: area, name, synthetic: area === sampleAuthority, earlyHelp };
    return ownColumns(observations, own, pause);
  }

  of(own: ComparedOwn | null, today: Day): Comparer {
    const { measures } = spec;
    const area = own?.area ?? null;
    return new OpenComparer({ benchmark: this.#benchmark(own), measures, area, today });
  }

  #benchmark(own: ComparedOwn | null): Benchmark {
    const { measures, breakdowns, earlyHelpQuestions, disclosure, published } = spec;
    const known = {
      ...{ authorities, neighbours, sampleAuthority, measures, breakdowns, earlyHelpQuestions },
      ...{ notAboutChildren: disclosure.notAboutChildren, published, groups: own?.groups ?? [] },
    };
    const columns = [...this.#columns.values(), ...(own?.figures ? [own.figures] : [])];
    return new Benchmark(known, columns);
  }
}
