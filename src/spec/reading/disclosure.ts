import { z } from 'zod';
import {
  type DisclosureRules,
  type Identity,
  type NumberNamed,
  numbersOf,
} from '../../model/disclosure.ts';
import type { Measure } from '../../model/measure.ts';
import type { SpecBreakdown } from '../types.ts';
import { readYaml, specFile } from './files.ts';
import { SpecProblem } from './problem.ts';
import { name, sentence } from './shapes.ts';

const POLICIES = 'spec/return/disclosure.yaml';
const IDENTITIES = 'spec/return/identities.yaml';

const policies = z.strictObject({
  symbol: sentence,
  words: sentence,
  policies: z
    .array(
      z.strictObject({
        id: sentence,
        title: sentence,
        withheldFrom: z.literal(1),
        withheldTo: z.int().min(1),
        roundedTo: z.int().min(2).nullable(),
        says: sentence,
      }),
    )
    .min(1),
  notAboutChildren: z.array(z.string()),
  leastUsed: z.array(name),
});

/** A number as it is written: `riia-02.referrals`, `riia-04.repeat denominator`, `eh-8.closed (end_reason met)`. */
const WRITTEN = /^([a-z]+-\d+)\.([a-z]\w*)(?: (numerator|denominator))?(?: \((\w+) (\w+)\))?$/;

const number = z.string().transform((text, context): NumberNamed => {
  const [, measure, figure, part, by, cell] = WRITTEN.exec(text) ?? [];
  if (measure === undefined || figure === undefined) {
    context.addIssue({ code: 'custom', message: `${text} is no number such as riia-02.referrals` });
    return z.NEVER;
  }
  return {
    measure,
    figure,
    part: part === 'numerator' || part === 'denominator' ? part : 'count',
    cell: by !== undefined && cell !== undefined ? { by, cell } : null,
  };
});

const common = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be lower case, digits and hyphens'),
  cells: z.array(name).default([]),
  where_they_agree: z.boolean().default(false),
  reason: sentence,
};

const identities = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('same'), ...common, numbers: z.array(number).min(2) }),
    z.strictObject({ kind: z.literal('part'), ...common, part: number, whole: number }),
    z.strictObject({
      kind: z.literal('covered'),
      ...common,
      whole: number,
      by: z.array(number).min(2),
    }),
    z.strictObject({
      kind: z.literal('balance'),
      ...common,
      stock: number,
      starting: number,
      ceasing: number,
    }),
  ]),
);

/** What the numbers of identities are looked up in. */
interface Defined {
  readonly measures: readonly Measure[];
  readonly breakdowns: readonly SpecBreakdown[];
}

/** Takes the project's root; gives the rules of disclosure control. Throws a SpecProblem. */
export function readDisclosure(root: string): DisclosureRules {
  const { symbol, words, ...read } = readYaml(specFile(root, POLICIES), policies);
  return {
    ...read,
    policies: read.policies.map((policy) => ({ ...policy, symbol, words })),
    identities: readYaml(specFile(root, IDENTITIES), identities).map(
      ({ where_they_agree, ...identity }) => ({ ...identity, whereTheyAgree: where_they_agree }),
    ),
  };
}

/** Takes the rules of disclosure control and what is defined; throws a SpecProblem where they name what is not. */
export function checkDisclosure(read: DisclosureRules, defined: Defined): void {
  const unknown =
    read.notAboutChildren.find((id) => !defined.measures.some((measure) => measure.id === id)) ??
    read.leastUsed.find((id) => !defined.breakdowns.some((breakdown) => breakdown.id === id));
  if (unknown !== undefined) throw new SpecProblem(POLICIES, `there is no ${unknown}`);
  const missing = defined.breakdowns.find(({ id }) => !read.leastUsed.includes(id));
  if (missing) throw new SpecProblem(POLICIES, `leastUsed: ${missing.id} is not in it`);
  for (const identity of read.identities)
    for (const each of numbersOf(identity)) mustBeDefined(each, identity, defined);
}

function mustBeDefined(number: NumberNamed, identity: Identity, defined: Defined): void {
  const refuse = (why: string): never => {
    throw new SpecProblem(IDENTITIES, `${identity.id}: ${why}`);
  };
  const measure = defined.measures.find(({ id }) => id === number.measure);
  if (measure?.kind !== 'records') return refuse(`${number.measure} has no records to count`);
  const figure = measure.figures.find(({ id }) => id === number.figure);
  const kind = number.part === 'count' ? 'count' : 'ratio';
  if (figure?.kind !== kind) refuse(`${measure.id} has no ${kind} ${number.figure}`);
  const by = number.cell ? [number.cell.by] : identity.cells;
  const other = by.find((id) => !measure.breakdowns.includes(id));
  if (other !== undefined) refuse(`${measure.id} is not broken down by ${other}`);
  const { cell } = number;
  const cells = defined.breakdowns.find(({ id }) => id === cell?.by)?.cells ?? [];
  if (cell && !cells.some(({ id }) => id === cell.cell)) refuse(`there is no cell ${cell.cell}`);
}
