import { z } from 'zod';
import { parseDay } from '../../model/day.ts';
import { parseQuarter } from '../../model/period.ts';
import type { ColumnRef, Refinement } from '../../model/measure.ts';

export const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'must be lower case, digits and underscores');
export const sentence = z.string().min(1);
const unit = z.tuple([z.string(), z.string()]);

/** A quarter written `2025-26 Q1`. */
const quarter = z.string().transform((text, context) => {
  const parsed = parseQuarter(text);
  if (!parsed)
    context.addIssue({ code: 'custom', message: `${text} is not a quarter such as 2025-26 Q1` });
  return parsed ?? z.NEVER;
});

/** A day written `2025-06-30`. */
export const day = z.string().transform((text, context) => {
  const parsed = parseDay(text);
  if (!parsed)
    context.addIssue({ code: 'custom', message: `${text} is not a day such as 2025-06-30` });
  return parsed ?? z.NEVER;
});

/** Columns by table, as the headers write them. */
const columnsByTable = z.record(z.string(), z.array(z.string()).min(1));
const loss = z.union([
  sentence.transform((otherwise) => ({ otherwise, unless: null })),
  z.strictObject({ otherwise: sentence, unless: name }),
]);
const lossesByTable = z.record(z.string(), z.record(z.string(), loss));

const also = z.array(z.string()).default([]);

/** A column written `ssd_person.pers_dob`. */
const columnRef = z.string().transform((text, context): ColumnRef => {
  const [, table, column] = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/.exec(text) ?? [];
  if (table === undefined || column === undefined) {
    context.addIssue({
      code: 'custom',
      message: `${text} is no column such as ssd_person.pers_dob`,
    });
    return z.NEVER;
  }
  return `${table}.${column}`;
});

const ssdColumn = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.enum(['id', 'date', 'flag', 'word']),
      also,
      as: columnRef.nullable().default(null),
    })
    .transform((column) => ({ ...column, flags: [] })),
  z.strictObject({
    type: z.literal('outcome'),
    also,
    as: columnRef.nullable().default(null),
    flags: z.array(
      z
        .string()
        .regex(/^[A-Z][A-Z0-9_]*$/, 'must be a key as the systems write it, such as NFA_FLAG'),
    ),
  }),
]);

export const ssdTable = z.strictObject({
  table: name,
  also: z.array(name).default([]),
  title: sentence,
  key: name.nullable(),
  date: name.nullable(),
  stands_for: z
    .strictObject({ table: name, how: z.enum(['beside', 'in place of']) })
    .nullable()
    .default(null),
  end: name.nullable().default(null),
  person: name.nullable().default(null),
  columns: z.record(name, ssdColumn),
  left: z.array(z.string()),
});

export const codeList = z.strictObject({
  id: name,
  title: sentence,
  source: sentence,
  groups: z.array(
    z.strictObject({
      id: z.string(),
      title: sentence,
      codes: z.array(z.string()),
      words: z.array(z.string()),
    }),
  ),
});

export const stagingHeader = z.strictObject({
  view: name,
  of: name.optional(),
  noun: unit.optional(),
  reads: z.array(name),
  window: z.string().optional(),
  refines: lossesByTable.default({}),
  words: z.record(name, z.strictObject({ list: name, columns: columnsByTable })).default({}),
  doubts: z.array(z.strictObject({ when: sentence, says: sentence, todo: sentence })).default([]),
  about: sentence,
});

export const breakdowns = z.array(
  z.strictObject({
    id: name,
    title: sentence,
    about_child: z.boolean().default(false),
    refines: lossesByTable.default({}),
    list: name.optional(),
    cells: z.array(z.strictObject({ id: z.string(), title: sentence })).optional(),
  }),
);

const figureText = {
  id: name,
  title: sentence,
  headline: z.boolean().default(false),
  unit,
  sentence,
  needs: columnsByTable.default({}),
  unsure: z
    .strictObject({ where: name, of: name, over: z.number().positive(), says: sentence })
    .nullable()
    .default(null),
};

/** What a form counts: parts, added up, each perhaps times another part or the quarter's working days. */
const sumOfParts = z
  .string()
  .regex(/^[a-z_]+( [+*] [a-z_]+)*$/, 'must be parts with + or * between them');

/** The figures of a measure; `counted` is how what they count is written: a column's name, or a sum of parts. */
const figures = (counted: z.ZodString) =>
  z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ ...figureText, kind: z.literal('count'), where: counted }),
        z.strictObject({
          ...figureText,
          kind: z.literal('ratio'),
          where: counted,
          of: counted,
          scale: z.number().positive(),
          numerator: sentence,
          denominator: sentence,
        }),
        z.strictObject({
          ...figureText,
          kind: z.literal('rate'),
          of: name,
          scale: z.number().positive().default(10_000),
          times: z.number().positive().default(1),
        }),
      ]),
    )
    .min(1);

const parts = z.array(
  z.strictObject({
    id: name,
    label: sentence,
    hint: z.string(),
    whole: z.boolean(),
    max: z.number(),
  }),
);

const NO_EXAMPLE = 'must be a worked example, sentence by sentence';

const defined = {
  id: z.string().regex(/^(riia|eh)-\d+[a-z]?$/, 'must be riia- or eh- and a number'),
  title: sentence,
  theme: sentence,
  source: sentence,
  example: z.array(sentence, NO_EXAMPLE).min(1, NO_EXAMPLE),
  notes: z.array(sentence).default([]),
  version: z.int().positive(),
  valid_from: quarter,
  polarity: z.enum(['high', 'low', 'neutral']),
  period: z.enum(['activity', 'snapshot']),
  counts: z.array(sentence).min(1),
  leaves_out: z.array(sentence).default([]),
  differs: z.array(sentence).default([]),
};

const ruleText = { otherwise: sentence, dated: sentence.nullable().default(null) };
const rule = z.strictObject({ if: sentence, ...ruleText });
const partRule = z.strictObject({ if: sentence.nullable().default(null), ...ruleText });
const idColumns = { record: name, ids: name.nullable().default(null) };

const rules = z.strictObject({
  of: sentence,
  ...idColumns,
  day: name.nullable().default(null),
  rows: z
    .array(
      z.strictObject({ view: name, ...idColumns, person: name.nullable().default('person_id') }),
    )
    .default([]),
  keep: z.array(rule),
  once: sentence.nullable().default(null),
  parts: z.record(name, z.array(partRule).min(1)).default({}),
});

export const recordsMeasure = z.strictObject({
  ...defined,
  figures: figures(name),
  reads: z.array(name).min(1),
  rules,
  needs: columnsByTable,
  refines: lossesByTable.default({}),
  breakdowns: z.array(name),
  settings: z
    .array(
      z.strictObject({
        id: name,
        title: sentence,
        unit: z.string(),
        default: z.number(),
        min: z.number(),
        max: z.number(),
      }),
    )
    .default([]),
  lookback: z
    .strictObject({ view: name, months: z.union([z.int().positive(), z.literal('ever')]) })
    .optional(),
  as_at_extract: z.boolean().default(false),
  instead: z
    .strictObject({ needs: columnsByTable, as_at_extract: z.boolean().default(false) })
    .optional(),
  parts: parts.default([]),
});

export const formMeasure = z.strictObject({
  ...defined,
  kind: z.literal('form'),
  figures: figures(sumOfParts),
  parts: parts.min(1),
});

export const breakdownMeasure = z.strictObject({
  kind: z.literal('breakdown'),
  id: defined.id,
  title: sentence,
  theme: sentence,
  of: z.string(),
  by: name,
  source: sentence,
  example: defined.example,
  notes: defined.notes,
});

/** Takes columns by table; gives them as `table.column`. */
export function columnRefs(byTable: Readonly<Record<string, readonly string[]>>): ColumnRef[] {
  return Object.entries(byTable).flatMap(([table, columns]) =>
    columns.map((column): ColumnRef => `${table}.${column}`),
  );
}

/** Takes what is lost without a column, by table and column; gives it as a list. */
export function refinements(
  byTable: Readonly<Record<string, Readonly<Record<string, z.infer<typeof loss>>>>>,
): Refinement[] {
  return Object.entries(byTable).flatMap(([table, losses]) =>
    Object.entries(losses).map(([column, { otherwise, unless }]): Refinement => ({
      column: `${table}.${column}`,
      unless: unless === null ? null : `${table}.${unless}`,
      otherwise,
    })),
  );
}
