import type { TableField, TableSchema } from '../src/model/table-schema.ts';
import type { Spec } from '../src/spec/types.ts';

/** Takes the spec; gives docs/return.md: what a return is, field by field, made from spec/return. */
export function returnPage({ returnStandard: standard, disclosure }: Spec): string {
  const { observations, measures, authorities, provenance, totals, remarks } = standard;
  const symbols = observations.symbols ?? [];
  return `# The return

What a local authority sends for one quarter: every figure of the RIIA quarterly dataset and of the Early Help collection, whole
and by breakdown, with the definitions it was made by. This page is made from \`spec/return\` by \`npm run return\`; a test compares.
The schema is version ${observations.version}. Version 1 was a draft that was never to be sent, and is no longer read.

## Two returns

A **shareable return** may be given to anyone: small numbers are withheld, and so is every figure from which one could be worked
out. It carries the policy and the audit that it passed. A **collator's return** is complete, for a region or a national
collation. It names the agreement that allows it, and bears NEVER TO BE PUBLISHED in its name, on its cover and in every row.

| policy | what it does |
|---|---|
${disclosure.policies.map(({ title, says }) => `| ${title} | ${says} |`).join('\n')}

## Four forms

Each holds the same, and each can be read back to it: page *Check a return*.

| form | for whom |
|---|---|
| Data Package (\`.zip\`) | programs; the canonical form: \`datapackage.json\`, \`observations.csv\`, \`measures.csv\` |
| workbook (\`.xlsx\`) | people: a cover, RIIA, Early Help, breakdowns, data quality, definitions, about; then all of it once more for programs |
| CSV | spreadsheets: one table, with what the return says of the whole in each row |
| JSON | programs on the web: the whole in one object |

${NAMED}

## Symbols

A column of numbers holds a number, nothing, or one of these in its place. They are the schema's missing values, so a program that
knows Table Schema reads the numbers as numbers. In JSON the number is null and the symbol stands in \`symbol\`.

| symbol | what it stands for |
|---|---|
${symbols.map(({ symbol, means }) => `| \`${symbol}\` | ${means} |`).join('\n')}

${LOW}

${tableInWords(observations)}

${tableInWords(measures)}

${WHOLE}

${READING}

${tableInWords(authorities)}

${tableInWords(provenance)}

${tableInWords(totals)}

${tableInWords(remarks)}
`;
}

const NAMED = `A file is named \`quarterlight_Exampleshire_000_2025-26-Q1_v1_shareable_DRAFT.zip\`: authority, its code, quarter, version of the
return, which of the two it is, and DRAFT until it is signed off. The same return gives the same bytes, on whichever machine.

[An example](return/example) is a package, unpacked. Its authority is made up. The schemas are
[observations](return/observations.schema.json), [measures](return/measures.schema.json),
[authorities](return/authorities.schema.json), [provenance](return/provenance.schema.json),
[totals](return/totals.schema.json) and [remarks](return/remarks.schema.json), by the Table Schema of the
[Data Package standard](https://datapackage.org), version 2.`;

const LOW = `\`low\` stands where a ratio's numerator is above nought and its value is 0.0: the parts are there, and tell the rest. A nought is
shown as 0. Every withheld cell bears the same symbol and the same words, whatever the reason.`;

const WHOLE = `## What is said of the whole

\`datapackage.json\` has it under \`quarterlight\`, JSON at its top, CSV in the column \`about\`, the workbook on the sheet
*For programs*.

| member | what it holds |
|---|---|
| \`quarterlight\` | version of Quarterlight, version of the schema, and that it holds a return |
| \`status\`, \`release\` | DRAFT or SIGNED OFF; SHAREABLE or NEVER TO BE PUBLISHED |
| \`authority\`, \`quarter\`, \`version\`, \`made\` | whose it is, of which quarter, which version, when it was made (UTC) |
| \`signedOff\` | the role of who signed it off, and the day; null for a draft |
| \`extract\` | the extract's day, and the first and last day of anything in it; null where all was entered by hand |
| \`treatment\` | shareable: the policy and the audit; collator: the agreement |
| \`symbols\` | the key above |
| \`settings\` | each rule that an authority may set, with its value and the usual one |
| \`earlyHelp\` | what counts as early help there: each question and its answer |
| \`wordsMapped\` | how many words of its own the authority maps, by list; never which |
| \`quality\` | whether each check of the extract found something; no counts. Null where none were made |
| \`caveats\`, \`notes\` | what to know beside figures, and why figures moved, in the authority's words |
| \`revisions\` | figures of earlier quarters that are put right: what was sent, and why; the new figure is an observation |
| \`breakdowns\` | the breakdowns, with the titles of their cells |
| \`seal\` | how many figures are withheld, the SHA-256 of the observations, and that of the rest |

**The seal** shows that a file is as it was written. It proves no sender: whoever changes a file on purpose can work out a new one.

**In CSV** the columns above are followed by the schema's version, that of Quarterlight, quarter, version, when it was made, who
signed it off and when, the extract's days, policy and agreement, the same in each row. The column \`about\` holds the members
above and the definitions as JSON, cut into parts of 30,000 characters, \`1 of 3: … :1 of 3\`, from the first row on: a cell of
Excel holds no more. Text that could start a formula begins with an apostrophe; one apostrophe off gives the text as it was.

All text stands on one line. A number has 15 digits at most, and nine after the point.`;

const READING = `## The workbook

![The cover: whose it is, how small numbers were treated, the key to the symbols](screenshots/workbook-cover.png)

![The sheet RIIA: a row a figure, with its quarter and its year](screenshots/workbook-riia.png)

Heads are bold, stay in view and filter; pages are A4, and repeat them. What is read back is the sheet *Observations* with *For
programs*. A cell of another sheet that says otherwise is told.

## Reading back

Whatever the form, and whatever it is named: a workbook that was saved again as .xlsx, .xlsb, .xls or .ods; a CSV with semicolons,
decimal commas or in Windows-1252; codes that lost their leading nought and days in another form. What was changed is told, with where and what to do:
a withheld cell that now holds a figure, a figure that its policy withholds, cells that do not add up to their whole, a value that is not what its
parts give, text where a number stands, a row that is there twice, a measure, figure, cell or version that is not known. A row that cannot be read is
left out and told. A file of another version of the schema is refused, as is one that holds columns about single children.

## The benchmark pack

Many authorities' observations by the same standard: a Data Package with \`observations.csv\` and \`measures.csv\` as above, in which
\`area_kind\` may be a total, two more tables, and two that it may do without: what each total covers, and the remarks that were
accepted. Its descriptor has \`quarterlight\` with \`holds: pack\`, \`title\`, \`made\`, \`policy\`, \`symbols\`, \`breakdowns\` and \`seal\`.

A **shareable pack** shows of each authority what its shareable return does, and no total that adds up more than is shown: where a
member's figure is withheld, so is the total. A **full pack** is complete: its \`policy\` is null, \`agreement\` names what allows it,
and it bears NEVER TO BE PUBLISHED in every row. In a pack with pseudonyms, codes and names stand for authorities in an order that
tells nothing; what would name them (rates, provenance, remarks, answers on early help) is left out.
**A pack’s seal** has the SHA-256 of lines of JSON, whatever order its rows stand in. For each measure, figure, period and cell, in the
order of \`measure|figure|period|breakdown|breakdown_cell\` (both empty where it is whole), a line \`[measure, figure, period, breakdown,
breakdown_cell]\`, and below it for each area, by its code, a line \`[area_code, definition_version, outcome, value or numerator,
denominator, scale, reason, 1 where it was entered by hand else 0, denominator_source]\`, with null where there is none. A pack’s table of
observations may have 800 million bytes and 5 million rows: more is refused. It is plain CSV, and may be read line by line.
[A pack of made-up authorities](../public/benchmark-pack/made-up.zip) comes with the page. [Its other forms](pack-workbook.md) are
one CSV, one JSON, and a workbook for managers; [in a warehouse](warehouse.md) it is loaded into DuckDB and PostgreSQL.`;

function tableInWords(schema: TableSchema): string {
  const rows = schema.fields.map(
    (field) => `| \`${field.name}\` | ${field.type} | ${describe(field)} |`,
  );
  return [
    `## ${schema.name}.csv`,
    `${schema.description} No two rows have the same ${listed(schema.primaryKey)}.`,
    ['| field | type | what it holds |', '|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

function describe({ description, constraints }: TableField): string {
  const { enum: allowed, pattern } = constraints ?? {};
  const one = allowed ? ` One of ${allowed.map((each) => `\`${each}\``).join(', ')}.` : '';
  const like = pattern ? ` Pattern: \`${pattern.replaceAll('|', '\\|')}\`.` : '';
  return `${description}${one}${like}`;
}

function listed(names: readonly string[]): string {
  const [last = '', ...others] = names.map((name) => `\`${name}\``).reverse();
  return others.length > 0 ? `${others.reverse().join(', ')} and ${last}` : last;
}
