import { buffersOf } from '../compare/columns.ts';
import { loadSolver } from '../disclosure/highs.ts';
import { protect } from '../disclosure/protect.ts';
import { bySheet, fillWorkbook } from '../files/fill-workbook.ts';
import { viewWorkbook } from '../files/view-workbook.ts';
import { lineNumbers } from '../files/lines.ts';
import { withoutBrokenQuotes } from '../files/quotes.ts';
import { unpack } from '../files/unpack.ts';
import { asProblem } from '../model/problem.ts';
import type { OnProgress } from '../model/progress.ts';
import { readReturn } from '../return/read/read-return.ts';
import { writeReturn } from '../return/write.ts';
import { isTemplate, readTemplate } from '../template/read-template.ts';
import { writeTemplate } from '../template/write-template.ts';
import { readFigures } from './read-figures.ts';
import type { Reply, Task } from './task.ts';

// Columns of figures are handed over, and not copied.
const answer = (reply: Reply) =>
  self.postMessage(reply, {
    transfer: reply.reply === 'figures read' ? buffersOf(reply.read.columns) : [],
  });

self.addEventListener('message', (event: MessageEvent<Task>) => {
  perform(event.data).then(answer, (thrown: unknown) => {
    const problem = asProblem(
      thrown,
      'Something went wrong in the page.',
      'Nothing that was loaded is lost. Try again.',
    );
    answer({ reply: 'failed', what: problem.message, hint: problem.hint });
  });
});

const tell: OnProgress = (progress) => answer({ reply: 'progress', progress });

const bytesOf = async (content: Blob) => new Uint8Array(await content.arrayBuffer());

async function perform(task: Task): Promise<Reply> {
  switch (task.task) {
    case 'unpack':
      return {
        reply: 'unpacked',
        found: await unpack(task.files, tell),
      };
    case 'number lines':
      return { reply: 'numbered', numbers: await lineNumbers(task.content, task.places) };
    case 'mend quotes':
      return { reply: 'mended', mended: await withoutBrokenQuotes(task.content, task.delimiter) };
    case 'protect': {
      const solve = await loadSolver(task.solver);
      return { reply: 'protected', made: protect(task.asked, solve, tell) };
    }
    case 'write return':
      return { reply: 'written', written: await writeReturn(task.contents, task.terms, task.form) };
    case 'read return':
      return {
        reply: 'return read',
        read: await readReturn(await bytesOf(task.content), task.name, task.known),
      };
    case 'read figures':
      return {
        reply: 'figures read',
        read: await readFigures(task.content, task.name, task.id, task.by),
      };
    default:
      return performOnWorkbook(task);
  }
}

type WorkbookTask = Extract<
  Task,
  { task: 'view workbook' | 'fill workbook' | 'write template' | 'read template' }
>;

async function performOnWorkbook(task: WorkbookTask): Promise<Reply> {
  switch (task.task) {
    case 'view workbook':
      return { reply: 'workbook viewed', sheets: await viewWorkbook(task.content) };
    case 'fill workbook':
      return {
        reply: 'workbook filled',
        ...(await fillWorkbook(await bytesOf(task.content), bySheet(task.cells))),
      };
    case 'write template':
      return { reply: 'template written', bytes: await writeTemplate(task.of) };
    case 'read template': {
      const read = (await isTemplate(task.content))
        ? await readTemplate(task.content, task.by)
        : null;
      return { reply: 'template read', read };
    }
  }
}
