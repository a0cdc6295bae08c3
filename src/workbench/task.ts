import type { FoundFile } from '../files/found.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Progress } from '../model/progress.ts';
import type { Return, ReturnForm } from '../model/return.ts';
import type { Terms } from '../return/terms.ts';
import type { WrittenReturn } from '../return/write.ts';

/** What the task worker can be asked to do. */
export type Task =
  | { readonly task: 'unpack'; readonly files: readonly GivenFile[] }
  | {
      readonly task: 'write return';
      readonly contents: Return;
      readonly terms: Terms;
      readonly form: ReturnForm;
    };

/** What it answers: any number of `progress`, then one of the others. */
export type Reply =
  | { readonly reply: 'progress'; readonly progress: Progress }
  | { readonly reply: 'unpacked'; readonly found: readonly FoundFile[] }
  | { readonly reply: 'written'; readonly written: WrittenReturn }
  | { readonly reply: 'failed'; readonly what: string; readonly hint: string };
