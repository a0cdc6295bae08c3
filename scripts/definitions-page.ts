import { definitionRows } from '../src/app/definition-rows.ts';
import { SHARED_WORDS } from '../src/app/words-they-share.ts';
import type { Measure } from '../src/model/measure.ts';
import type { Spec } from '../src/spec/types.ts';

const COLLECTIONS = { riia: 'RIIA quarterly dataset', 'early-help': 'Early Help' } as const;

/** Takes the spec; gives docs/definitions.md: every measure in words, made from the headers of spec/measures. */
export function definitionsPage(spec: Spec): string {
  const collections = Object.entries(COLLECTIONS).map(([collection, title]) => {
    const own = spec.measures.filter((measure) => measure.collection === collection);
    return [`## ${title}`, contents(own), ...own.map((measure) => section(measure, spec))].join(
      '\n\n',
    );
  });
  return `# Definitions

What each measure is: what is counted, what is left out, and where it differs from what the Department for Education (DfE)
publishes under a like name. Made from the headers in \`spec/measures\` by \`npm run definitions\`; the page of definitions has
the same words.

Each has a worked example. It ends with what the page says of it, and a test works it out.

## Words that the definitions share

${SHARED_WORDS.map(rowInWords).join('\n\n')}

${collections.join('\n\n')}
`;
}

function contents(measures: readonly Measure[]): string {
  const rows = measures.map(
    (measure) => `| ${measure.id} | [${measure.title}](#${anchor(measure)}) | ${measure.theme} |`,
  );
  return ['| id | measure | theme |', '|---|---|---|', ...rows].join('\n');
}

function anchor(measure: Measure): string {
  return heading(measure)
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function heading(measure: Measure): string {
  return `${measure.id} ${measure.title}`;
}

function section(measure: Measure, { measures, breakdowns }: Spec): string {
  const rows = definitionRows(measure, { measures, breakdowns, settings: {} });
  return [`### ${heading(measure)}`, ...rows.map(rowInWords)].join('\n\n');
}

function rowInWords({
  title,
  says,
}: {
  readonly title: string;
  readonly says: readonly string[];
}): string {
  const [only, ...more] = says;
  if (more.length === 0) return `**${title}**: ${only}`;
  return [`**${title}**`, '', ...says.map((sentence) => `- ${sentence}`)].join('\n');
}
