import type { ComparedSource, PeerSet } from '../model/comparison.ts';
import type { GivenFile } from '../model/extract.ts';
import { type Problem, asProblem } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import { pastInWords } from '../model/reference.ts';
import type {
  AddedFigures,
  ComparedArea,
  ComparedOwn,
  Comparer,
  OwnFigures,
} from '../workbench/comparing.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Answered } from './answered.ts';
import { fetchSamplePack } from './sample.ts';
import { Task } from './task.svelte.ts';
import { today } from './today.ts';

const FAILING = {
  what: 'The file could not be read.',
  hint: 'What is compared already stands. Try again, or ask for the file again.',
} as const;

/** What of the session a comparison leans on. */
interface Around {
  la: string | null;
  /** Null while no extract is loaded. */
  readonly report: object | null;
  readonly answered: Answered | null;
  readonly profile: Profile | null;
  said: string;
}

/** What came of a file that was given to be compared with. */
export type Given =
  | { readonly name: string; readonly added: AddedFigures }
  | { readonly name: string; readonly problem: Problem };

/** Who is compared, with whom, and by whose figures. */
export class Compared {
  readonly #workbench: Workbench;
  readonly #around: Around;
  readonly adding = new Task(FAILING);
  readonly opening = new Task({
    what: 'The published figures did not arrive.',
    hint: 'Nothing is lost. Try again; you can compare with a benchmark pack all the same.',
  });

  /** What came of the files that were given last. */
  given = $state.raw<readonly Given[]>([]);
  sources = $state.raw<readonly ComparedSource[]>([]);
  areas = $state.raw<readonly ComparedArea[]>([]);
  /** The authority that was chosen to be compared, where it is not the extract's own. */
  #chosen = $state.raw<string | null>(null);
  #set = $state.raw<PeerSet | null>(null);
  #ready = $state.raw<{ readonly of: Answered; readonly figures: OwnFigures } | null>(null);
  /** Whose figures are on their way. */
  #readying: Answered | null = null;

  readonly area = $derived.by(() => this.#chosen ?? this.#around.la);
  readonly comparer = $derived.by(() => {
    // What comes or goes among the sources makes every comparison another.
    void this.sources;
    return this.#workbench.comparing.of(this.#own(), today());
  });
  /** Neighbours are the likest; an authority that is made up, or none, has only all of them. */
  readonly set = $derived.by((): PeerSet => {
    const { comparer } = this;
    const wanted = this.#set ?? { kind: 'neighbours' };
    return comparer.peersOf(wanted).members.length > 0 ? wanted : { kind: 'england' };
  });

  constructor(workbench: Workbench, around: Around) {
    this.#workbench = workbench;
    this.#around = around;
  }

  /** Takes the authority's own figures as they may be shown; gives its comparisons by these. */
  comparerWith(figures: OwnFigures): Comparer {
    const own = this.#own();
    return this.#workbench.comparing.of(own && { ...own, figures }, today());
  }

  /** Makes what was worked out ready to be compared, unless it is: it is much, and takes a moment. */
  async getReady(): Promise<void> {
    const { la, answered, profile } = this.#around;
    if (!answered || la === null || answered.question.la !== la) return;
    if (this.#ready?.of === answered || this.#readying === answered) return;
    this.#readying = answered;
    const observations = answered.answer.results.flatMap((result) => result.observations);
    const earlyHelp = profile?.earlyHelp ?? {};
    const figures = await this.#workbench.comparing.ready(la, observations, earlyHelp);
    if (this.#readying === answered) this.#ready = { of: answered, figures };
  }

  /** Loads what comes with the page, once. */
  async begin(): Promise<void> {
    void this.getReady();
    if (this.sources.length > 0 || this.opening.work.kind === 'working') return;
    await this.opening.run('Loading the published figures', () =>
      this.#workbench.comparing.begin(),
    );
    this.#show();
  }

  /** What to say of the published figures that come with the page, where newer ones are due; null where none are. */
  get past(): string | null {
    void this.sources;
    const table = this.#workbench.comparing.published();
    return table && table.coversTo < today() ? pastInWords(table) : null;
  }

  /** Takes files; reads each, and keeps what came of it. What cannot be read takes nothing away. */
  async add(files: readonly GivenFile[]): Promise<void> {
    const given = await this.adding.run('Reading', async (on, stop) => {
      const all: Given[] = [];
      for (const [at, file] of files.entries()) {
        on({ step: `Reading ${file.path}`, share: at / files.length });
        all.push(await this.#addOne(file, stop));
      }
      return all;
    });
    if (!given) return;
    this.given = given;
    this.#show();
    this.#around.said = 'The files are read.';
  }

  /** Adds the made-up pack that comes with the page. */
  async addSample(): Promise<void> {
    const file = await this.adding.run('Fetching the sample pack', (_on, stop) =>
      fetchSamplePack(stop),
    );
    if (file) await this.add([file]);
  }

  remove(source: ComparedSource): void {
    this.#workbench.comparing.remove(source.id);
    this.given = [];
    this.#show();
  }

  /**
   * Takes the code of the authority to compare; empty for none. Where nothing is loaded that belongs to another, it is whose profile is
   * shown: groups of its own are kept in it.
   */
  choose(area: string): void {
    const around = this.#around;
    const isReal = this.areas.some(({ code, synthetic }) => code === area && !synthetic);
    if (isReal && !around.report && !around.answered) around.la = area;
    this.#chosen = area === '' || area === around.la ? null : area;
  }

  compareWith(set: PeerSet): void {
    this.#set = set;
  }

  clear(): void {
    this.adding.stop();
    for (const { id, removable } of this.sources)
      if (removable) this.#workbench.comparing.remove(id);
    [this.given, this.#chosen, this.#set] = [[], null, null];
    [this.#ready, this.#readying] = [null, null];
    this.#show();
  }

  async #addOne(file: GivenFile, stop: AbortSignal): Promise<Given> {
    try {
      return { name: file.path, added: await this.#workbench.comparing.add(file, stop) };
    } catch (thrown) {
      stop.throwIfAborted();
      return { name: file.path, problem: asProblem(thrown, FAILING.what, FAILING.hint) };
    }
  }

  #show(): void {
    this.sources = [...this.#workbench.comparing.sources()];
    this.areas = this.#workbench.comparing.areas();
  }

  #own(): ComparedOwn | null {
    const { area } = this;
    const { la, answered, profile } = this.#around;
    if (area === null) return null;
    if (area !== la) return { area, figures: null, groups: [] };
    const ready = this.#ready;
    return {
      area,
      figures: ready && ready.of === answered ? ready.figures : null,
      groups: profile?.peers ?? [],
    };
  }
}
