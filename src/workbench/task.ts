import type { FoundFile } from '../files/found.ts';
import type { Mended } from '../files/quotes.ts';
import type { ProtectAsked } from '../disclosure/views.ts';
import type { ReadTemplate } from '../model/given.ts';
import type { ProtectedReturn } from '../model/disclosure.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Progress } from '../model/progress.ts';
import type { Return, ReturnForm } from '../model/return.ts';
import type { ReadReturn } from '../model/return-document.ts';
import type { KnownTerms } from '../return/read/known.ts';
import type { Terms } from '../return/terms.ts';
import type { BookSheet, CellNotFilled, CellToFill } from '../model/workbook-map.ts';
import type { WrittenReturn } from '../return/write.ts';
import type { FiguresReadBy, ReadFigures } from './read-figures.ts';
import type { TemplateReadBy } from '../template/read-template.ts';
import type { TemplateOf } from '../template/write-template.ts';

/** What the task worker can be asked to do. */
export type Task =
  | { readonly task: 'unpack'; readonly files: readonly GivenFile[] }
  | { readonly task: 'number lines'; readonly content: Blob; readonly places: readonly number[] }
  | { readonly task: 'mend quotes'; readonly content: Blob; readonly delimiter: string }
  | { readonly task: 'protect'; readonly asked: ProtectAsked; readonly solver: Blob }
  | {
      readonly task: 'write return';
      readonly contents: Return;
      readonly terms: Terms;
      readonly form: ReturnForm;
    }
  | {
      readonly task: 'read return';
      readonly name: string;
      readonly content: Blob;
      readonly known: KnownTerms;
    }
  | {
      readonly task: 'read figures';
      readonly name: string;
      readonly content: Blob;
      readonly id: string;
      readonly by: FiguresReadBy;
    }
  | { readonly task: 'view workbook'; readonly content: Blob }
  | {
      readonly task: 'fill workbook';
      readonly content: Blob;
      readonly cells: readonly CellToFill[];
    }
  | { readonly task: 'write template'; readonly of: TemplateOf }
  | { readonly task: 'read template'; readonly content: Blob; readonly by: TemplateReadBy };

/** What it answers: any number of `progress`, then one of the others. */
export type Reply =
  | { readonly reply: 'progress'; readonly progress: Progress }
  | { readonly reply: 'unpacked'; readonly found: readonly FoundFile[] }
  | { readonly reply: 'numbered'; readonly numbers: number[] }
  | { readonly reply: 'mended'; readonly mended: Mended }
  | { readonly reply: 'protected'; readonly made: ProtectedReturn }
  | { readonly reply: 'written'; readonly written: WrittenReturn }
  | { readonly reply: 'return read'; readonly read: ReadReturn }
  | { readonly reply: 'figures read'; readonly read: ReadFigures }
  | { readonly reply: 'workbook viewed'; readonly sheets: readonly BookSheet[] }
  | {
      readonly reply: 'workbook filled';
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly notFilled: readonly CellNotFilled[];
    }
  | { readonly reply: 'template written'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly reply: 'template read'; readonly read: ReadTemplate | null }
  | { readonly reply: 'failed'; readonly what: string; readonly hint: string };
