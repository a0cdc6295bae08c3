import { version as appVersion } from '../../package.json';
import type { CollateKnown } from '../collate/known.ts';
import { publishedColumns } from '../compare/from-published.ts';
import { loadPublished } from '../compare/load-published.ts';
import { startBoundWorker } from '../engine/bound-worker.ts';
import { endOf } from '../engine/worker-end.ts';
import type { CollationView, MadePack, PackWanted, TotalsAsked } from '../model/collation-view.ts';
import type { CollationChoices } from '../model/collation.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Quarter } from '../model/period.ts';
import { Problem } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { Download, ReturnForm } from '../model/return.ts';
import { spec } from '../spec/spec.ts';
import type { CollateAsk, CollateReply } from './collate-ask.ts';
import { bringSolver } from './bring-solver.ts';
import address from './collate.worker.ts?worker&url';
import type { Collating } from './collating.ts';
import { DeskLog } from './desk-log.ts';
import { knownTermsOf } from './known-terms.ts';

type Done = Exclude<CollateReply, { reply: 'progress' | 'failed' | 'stopped' }>;

const quietly = () => undefined;
const unstopped = () => new AbortController().signal;

/** Opens what collates. Nothing is started until it is given something. */
export function openCollating(): Collating {
  return new OpenCollating();
}

class OpenCollating implements Collating {
  #worker: Promise<Worker> | null = null;
  /** What a worker that takes the place of one that died is asked, so that it has what that one had. */
  #log = new DeskLog();
  #salt = newSalt();
  /** One thing is asked at a time. */
  #last: Promise<unknown> = Promise.resolve();
  /** Ends what is asked of a worker that is ended. */
  #end = new AbortController();

  async read(
    files: readonly GivenFile[],
    on: OnProgress,
    stop: AbortSignal,
  ): Promise<CollationView> {
    return viewIn(await this.#ask({ ask: 'read', files }, on, stop));
  }

  async choose(choices: CollationChoices): Promise<CollationView> {
    return viewIn(await this.#ask({ ask: 'choose', choices }));
  }

  async takeAway(place: number): Promise<CollationView> {
    return viewIn(await this.#ask({ ask: 'take away', place }));
  }

  async view(): Promise<CollationView> {
    return viewIn(await this.#ask({ ask: 'view' }));
  }

  async matrix(quarter: Quarter) {
    const done = await this.#ask({ ask: 'matrix', quarter });
    if (done.reply !== 'matrix') throw unexpected(done);
    return done.matrix;
  }

  async quarters(quarters: readonly Quarter[]) {
    const done = await this.#ask({ ask: 'quarters', quarters });
    if (done.reply !== 'quarters') throw unexpected(done);
    return done.rows;
  }

  async chasing(quarter: Quarter): Promise<Download> {
    const text = textIn(await this.#ask({ ask: 'chasing', quarter }));
    const name = `outstanding-${quarter.replace(' ', '-')}.csv`;
    return { name, content: new Blob([text], { type: 'text/csv' }) };
  }

  async totals(of: TotalsAsked) {
    const done = await this.#ask({ ask: 'totals', of });
    if (done.reply !== 'totals') throw unexpected(done);
    return done.told;
  }

  async readBefore(file: GivenFile): Promise<string> {
    return textIn(await this.#ask({ ask: 'read before', file }));
  }

  async pack(wanted: PackWanted, on: OnProgress, stop: AbortSignal): Promise<MadePack> {
    const solver = await bringSolver(stop);
    const done = await this.#ask({ ask: 'pack', wanted, solver }, on, stop);
    if (done.reply !== 'pack') throw unexpected(done);
    return done.made;
  }

  async packFile(form: ReturnForm): Promise<Download> {
    const done = await this.#ask({ ask: 'pack file', form });
    if (done.reply !== 'file') throw unexpected(done);
    return done.file;
  }

  async project(): Promise<Download> {
    const text = textIn(await this.#ask({ ask: 'project' }));
    const name = 'quarterlight-collation_NEVER-TO-BE-PUBLISHED.json';
    return { name, content: new Blob([text], { type: 'application/json' }) };
  }

  clear(): void {
    const worker = this.#worker;
    this.#worker = null;
    [this.#log, this.#salt] = [new DeskLog(), newSalt()];
    this.#last = Promise.resolve();
    this.#end.abort();
    this.#end = new AbortController();
    void worker?.then((started) => started.terminate()).catch(quietly);
  }

  #ask(ask: CollateAsk, on: OnProgress = quietly, stop = unstopped()): Promise<Done> {
    const turn = this.#last.then(async () => {
      stop.throwIfAborted();
      this.#worker ??= this.#start(on, stop).catch((thrown: unknown) => {
        this.#worker = null;
        throw thrown;
      });
      return this.#logged(await this.#worker, ask, on, stop);
    });
    this.#last = turn.catch(quietly);
    return turn;
  }

  /** What was given before a worker died is given again to the one that takes its place. */
  async #start(on: OnProgress, stop: AbortSignal): Promise<Worker> {
    const published = await loadPublished().catch(() => null);
    const { authorities } = spec.reference;
    const worker = await startBoundWorker(address);
    const begin: CollateAsk = {
      ...{ ask: 'begin', known: collateKnown() },
      published: published && publishedColumns(published, authorities),
      salt: this.#salt,
    };
    try {
      await this.#hear(worker, begin, quietly, stop);
      await this.#giveAgain(worker, on, stop);
    } catch (thrown) {
      worker.terminate();
      throw thrown;
    }
    void endOf(worker).then(() => this.#forget(worker));
    return worker;
  }

  async #logged(worker: Worker, ask: CollateAsk, on: OnProgress, stop: AbortSignal): Promise<Done> {
    const log = this.#log;
    try {
      const done = await this.#hear(worker, ask, on, stop);
      log.done(ask);
      if (done.reply === 'view') log.held(done.view.files.length);
      return done;
    } catch (thrown) {
      // Where the worker died it holds nothing: what was asked is not done.
      if (this.#worker !== null) log.brokeOff(ask);
      throw thrown;
    }
  }

  async #giveAgain(worker: Worker, on: OnProgress, stop: AbortSignal): Promise<void> {
    for (const { ask, files } of this.#log.all) {
      const done = await this.#hear(worker, ask, on, stop);
      if (files === null || done.reply !== 'view') continue;
      for (let more = done.view.files.length; more > files; more -= 1) {
        await this.#hear(worker, { ask: 'take away', place: more - 1 }, quietly, stop);
      }
    }
  }

  /** A worker that ended is not asked again. */
  async #forget(ended: Worker): Promise<void> {
    const asked = this.#worker;
    if ((await asked?.catch(() => null)) === ended && this.#worker === asked) this.#worker = null;
  }

  #hear(worker: Worker, ask: CollateAsk, on: OnProgress, stop: AbortSignal): Promise<Done> {
    const heard = new AbortController();
    const { signal } = heard;
    const done = new Promise<Done>((resolve, reject) => {
      void endOf(worker).then(async () => {
        await this.#forget(worker);
        reject(gone());
      });
      stop.addEventListener('abort', () => worker.postMessage({ ask: 'stop' }), { signal });
      const ended = () => reject(new DOMException('Stopped', 'AbortError'));
      this.#end.signal.addEventListener('abort', ended, { signal });
      const hear = ({ data }: MessageEvent<CollateReply>) => {
        if (data.reply === 'progress') on(data.progress);
        else if (data.reply === 'failed') reject(new Problem(data.what, data.hint));
        else if (data.reply === 'stopped') reject(new DOMException('Stopped', 'AbortError'));
        else resolve(data);
      };
      worker.addEventListener('message', hear, { signal });
      worker.postMessage(ask);
    });
    return done.finally(() => heard.abort());
  }
}

/** What returns are collated by, of the spec that the page is built with. */
function collateKnown(): CollateKnown {
  const { measures, breakdowns, disclosure, reference, returnStandard: standard } = spec;
  const { notAboutChildren } = disclosure;
  return {
    terms: { measures, breakdowns, standard, notAboutChildren, appVersion },
    earlier: spec.earlier,
    read: knownTermsOf(spec),
    authorities: reference.authorities,
    sampleAuthority: reference.sampleAuthority,
    regions: spec.published.regions,
    ...{ disclosure, ...spec.collate },
  };
}

function viewIn(done: Done): CollationView {
  if (done.reply !== 'view') throw unexpected(done);
  return done.view;
}

function textIn(done: Done): string {
  if (done.reply !== 'text') throw unexpected(done);
  return done.text;
}

function unexpected({ reply }: Done): TypeError {
  return new TypeError(`the worker answered ${reply}`);
}

function gone(): Problem {
  return new Problem(
    'The part of the page that collates stopped working, perhaps for want of memory.',
    'Nothing that you chose or wrote is lost. Close other pages and programs, then try again: what was given before is read again first.',
  );
}

/** A text that nobody can guess. */
function newSalt(): string {
  return crypto.getRandomValues(new Uint32Array(8)).join('-');
}
