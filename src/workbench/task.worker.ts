import { loadSolver } from '../disclosure/highs.ts';
import { protect } from '../disclosure/protect.ts';
import { bySheet, fillWorkbook } from '../files/fill-workbook.ts';
import { viewWorkbook } from '../files/view-workbook.ts';
import { lineNumbers } from '../files/lines.ts';
import { withoutBrokenQuotes } from '../files/quotes.ts';
import { unpack } from '../files/unpack.ts';
import { asProblem } from '../model/problem.ts';
import { readReturn } from '../return/read/read-return.ts';
import { writeReturn } from '../return/write.ts';
import { isTemplate, readTemplate } from '../template/read-template.ts';
import { writeTemplate } from '../template/write-template.ts';
import type { Reply, Task } from './task.ts';

const answer = (reply: Reply) => self.postMessage(reply);

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

async function perform(task: Task): Promise<Reply> {
  switch (task.task) {
    case 'unpack':
      return {
        reply: 'unpacked',
        found: await unpack(task.files, (progress) => answer({ reply: 'progress', progress })),
      };
    case 'number lines':
      return { reply: 'numbered', numbers: await lineNumbers(task.content, task.places) };
    case 'mend quotes':
      return { reply: 'mended', mended: await withoutBrokenQuotes(task.content, task.delimiter) };
    case 'protect': {
      const solve = await loadSolver(task.solver);
      const made = protect(task.asked, solve, (progress) =>
        answer({ reply: 'progress', progress }),
      );
      return { reply: 'protected', made };
    }
    case 'write return':
      return { reply: 'written', written: await writeReturn(task.contents, task.terms, task.form) };
    case 'read return': {
      const bytes = new Uint8Array(await task.content.arrayBuffer());
      return { reply: 'return read', read: await readReturn(bytes, task.name, task.known) };
    }
    case 'view workbook':
      return { reply: 'workbook viewed', sheets: await viewWorkbook(task.content) };
    case 'fill workbook': {
      const bytes = new Uint8Array(await task.content.arrayBuffer());
      return { reply: 'workbook filled', ...(await fillWorkbook(bytes, bySheet(task.cells))) };
    }
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
