import type { CollateKnown } from '../collate/known.ts';
import type { FigureColumns } from '../compare/columns.ts';
import type {
  CollationMatrix,
  CollationView,
  MadePack,
  PackWanted,
  QuarterRow,
  ToldTotals,
  TotalsAsked,
} from '../model/collation-view.ts';
import type { CollationChoices } from '../model/collation.ts';
import type { GivenFile } from '../model/extract.ts';
import type { Quarter } from '../model/period.ts';
import type { Download, ReturnForm } from '../model/return.ts';
import type { Progress } from '../model/progress.ts';

/** What the worker that holds a collation can be asked. `stop` is heard while another is answered. */
export type CollateAsk =
  | {
      readonly ask: 'begin';
      readonly known: CollateKnown;
      readonly published: FigureColumns | null;
      readonly salt: string;
    }
  | { readonly ask: 'read'; readonly files: readonly GivenFile[] }
  | { readonly ask: 'choose'; readonly choices: CollationChoices }
  | { readonly ask: 'take away'; readonly place: number }
  | { readonly ask: 'view' }
  | { readonly ask: 'matrix'; readonly quarter: Quarter }
  | { readonly ask: 'quarters'; readonly quarters: readonly Quarter[] }
  | { readonly ask: 'chasing'; readonly quarter: Quarter }
  | { readonly ask: 'totals'; readonly of: TotalsAsked }
  | { readonly ask: 'read before'; readonly file: GivenFile }
  | { readonly ask: 'pack'; readonly wanted: PackWanted; readonly solver: Blob }
  | { readonly ask: 'pack file'; readonly form: ReturnForm }
  | { readonly ask: 'project' }
  | { readonly ask: 'stop' };

/** What it answers: any number of `progress`, then one of the others. To `stop` it answers nothing. */
export type CollateReply =
  | { readonly reply: 'progress'; readonly progress: Progress }
  | { readonly reply: 'begun' }
  | { readonly reply: 'view'; readonly view: CollationView }
  | { readonly reply: 'matrix'; readonly matrix: CollationMatrix }
  | { readonly reply: 'quarters'; readonly rows: readonly QuarterRow[] }
  | { readonly reply: 'text'; readonly text: string }
  | { readonly reply: 'totals'; readonly told: ToldTotals }
  | { readonly reply: 'pack'; readonly made: MadePack }
  | { readonly reply: 'file'; readonly file: Download }
  | { readonly reply: 'stopped' }
  | { readonly reply: 'failed'; readonly what: string; readonly hint: string };
