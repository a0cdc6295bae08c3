import { CollationWork } from '../collate/work.ts';
import { loadSolver } from '../disclosure/highs.ts';
import { asProblem, isStopped } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import type { CollateAsk, CollateReply } from './collate-ask.ts';

const answer = (reply: CollateReply) => self.postMessage(reply);

let work: CollationWork | null = null;
let isStopping = false;
/** The solver's program, once a pack is asked for. */
let program: Blob | null = null;

self.addEventListener('message', ({ data }: MessageEvent<CollateAsk>) => {
  if (data.ask === 'stop') {
    isStopping = true;
    return;
  }
  isStopping = false;
  perform(data).then(answer, (thrown: unknown) => {
    if (isStopped(thrown)) return answer({ reply: 'stopped' });
    const problem = asProblem(
      thrown,
      'Something went wrong in the page.',
      'What was read before is still there. Try again.',
    );
    answer({ reply: 'failed', what: problem.message, hint: problem.hint });
  });
});

const tell: OnProgress = (progress) => {
  if (isStopping) throw new DOMException('Stopped', 'AbortError');
  answer({ reply: 'progress', progress });
};

async function perform(ask: Exclude<CollateAsk, { ask: 'stop' }>): Promise<CollateReply> {
  if (ask.ask === 'begin') {
    const { known, published, salt } = ask;
    work = new CollationWork(known, { published, salt, solver });
    return { reply: 'begun' };
  }
  if (!work) throw new TypeError('nothing was begun');
  return performWith(work, ask);
}

type WorkAsk = Exclude<CollateAsk, { ask: 'stop' | 'begin' }>;

async function performWith(on: CollationWork, ask: WorkAsk): Promise<CollateReply> {
  switch (ask.ask) {
    case 'read': {
      const given = ask.files.map(({ path, file }) => ({
        path,
        content: () => Promise.resolve(file),
      }));
      return { reply: 'view', view: await on.read(given, tell) };
    }
    case 'choose':
      return { reply: 'view', view: on.choose(ask.choices) };
    case 'take away':
      return { reply: 'view', view: on.takeAway(ask.place) };
    case 'view':
      return { reply: 'view', view: on.view() };
    case 'matrix':
      return { reply: 'matrix', matrix: on.matrix(ask.quarter) };
    case 'quarters':
      return { reply: 'quarters', rows: on.quarters(ask.quarters) };
    case 'chasing':
      return { reply: 'text', text: on.chasing(ask.quarter) };
    case 'totals':
      return { reply: 'totals', told: on.totals(ask.of) };
    case 'read before': {
      const { path, file } = ask.file;
      const content = () => Promise.resolve(file);
      return { reply: 'text', text: await on.readBefore({ path, content }) };
    }
    case 'pack':
      program = ask.solver;
      return { reply: 'pack', made: await on.pack(ask.wanted, tell) };
    case 'pack file':
      return { reply: 'file', file: await on.packFile(ask.form) };
    case 'project':
      return { reply: 'text', text: on.project() };
  }
}

async function solver() {
  if (!program) throw new TypeError('no solver was given');
  return loadSolver(program);
}
