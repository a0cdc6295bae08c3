import type { Authority, Neighbour } from '../model/authority.ts';
import type { Balance } from '../model/balance.ts';
import type { Check } from '../model/check.ts';
import type { DisclosurePolicy } from '../model/disclosure.ts';
import type { Breakdown, Measure } from '../model/measure.ts';
import type { EarlyHelpQuestion } from '../model/profile.ts';
import type { AskedBreakdown } from '../template/asked.ts';
import type { AskedNumber } from '../model/given.ts';
import type { ReferenceTables } from '../model/reference.ts';
import type { WordList } from '../model/word.ts';
import type { Template } from './templates.ts';

/** What the page knows before it is given anything: the definitions, and the tables that come with it. */
export interface Known {
  readonly version: string;
  /** Each by its newest version. */
  readonly measures: readonly Measure[];
  /** The versions of their definitions before those. */
  readonly earlier: readonly Measure[];
  readonly breakdowns: readonly Breakdown[];
  /** What must add up. */
  readonly balances: readonly Balance[];
  /** The rules of data quality. */
  readonly checks: readonly Check[];
  readonly authorities: readonly Authority[];
  /** The code of the made-up authority that the sample belongs to. */
  readonly sampleAuthority: string;
  /** By the code of the authority: the ten that are most like it, nearest first. */
  readonly neighbours: Readonly<Record<string, readonly Neighbour[]>>;
  /** The national lists that local words are mapped to. */
  readonly wordLists: readonly WordList[];
  /** What every authority is asked about what counts as early help. */
  readonly earlyHelpQuestions: readonly EarlyHelpQuestion[];
  /** Tables that an authority can fill in itself, where no system gives them. */
  readonly templates: readonly Template[];
  /** What an authority without an extract is asked for: of the whole, and of the cells of each headline figure. */
  readonly asked: {
    readonly wholes: readonly AskedNumber[];
    readonly breakdowns: readonly AskedBreakdown[];
  };
  /** Where the tables that figures lean on come from, and the day each is good to. */
  readonly referenceTables: ReferenceTables;
  /** The ways of treating small numbers, the one that is used unless another is chosen first. */
  readonly policies: readonly DisclosurePolicy[];
}
