import { cpus } from 'node:os';
import type { BenchExtract } from './extract.ts';
import { STRETCHES, type Walk, median } from './timing.ts';

/** What was timed of one extract: the same number of walks in the page and natively, one after the other in turn. */
export interface Timed {
  readonly extract: BenchExtract;
  readonly page: readonly Walk[];
  readonly native: readonly Walk[];
}

/** On what it was timed. */
export interface Setting {
  readonly browser: string;
  readonly engine: string;
  /** How many programs wanted a core, on average of a minute, after each walk. */
  readonly load: readonly number[];
}

/** Takes what was timed; gives docs/performance.md. */
export function report(timed: readonly Timed[], { browser, engine, load }: Setting): string {
  const day = new Date().toISOString().slice(0, 10);
  return `# Performance

Made by \`npm run bench\` on ${day}: ${browser}, DuckDB ${engine}, ${cpus().length} cores.

In the page: the built page in a browser, from the files to the figures on the Measures page, drawn, and to the checks on the
Quality page. Natively: the same reading, views, measures and checks on the same version of DuckDB, on one thread, from decoded
UTF-8: _decode_ (unpacking and recoding, the same program in both) is timed apart. The two walk in turn, so that what else the
machine does weighs on both alike; a number is the median of the walks, and the ratio that of the walks' own ratios. ${busy(load)}

${timed.map(oneExtract).join('\n')}`;
}

/** Clocks are believed where the machine had a core for each of the bench's two programs. */
function busy(load: readonly number[]): string {
  const most = Math.max(...load);
  const wanted = `Up to ${most.toFixed(1)} programs wanted a core while it ran`;
  return most > cpus().length + 1
    ? `${wanted}: **the machine was busy**, so the clock's times are too long, and the ratios and the processor's times are what counts.`
    : `${wanted}.`;
}

function oneExtract({ extract, page, native }: Timed): string {
  const stretches = STRETCHES.map((stretch) =>
    line(stretch, page, native, (walk) => walk.stretches[stretch]),
  );
  const walks = page.length === 1 ? 'One walk' : `${page.length} walks`;
  return `## ${extract.title} (${extract.size} MB)

${walks}. From loaded tables to the Measures page, all measures over all quarters and years:
**${seconds(median(page.map((walk) => walk.figures)))}** (${seconds(median(page.map((walk) => walk.processor.figures)))} of the processor's time).
${aboutPage(page)}

| stretch | page | native | ratio |
|---|--:|--:|--:|
${stretches.join('\n')}
${line('processor: decode and load', page, native, (walk) => walk.processor.loading)}
${line('processor: views and measures', page, native, (walk) => walk.processor.figures)}
${extract.isCounty ? wantedOfCounty(page, native) : byMeasure(page, native)}
`;
}

function aboutPage(walks: readonly Walk[]): string {
  const pages = walks.flatMap(({ page }) => (page ? [page] : []));
  const memory = Math.max(...pages.map((page) => page.memory));
  const long = pages.flatMap(({ longTasks }) => longTasks).sort((a, b) => b - a);
  const tasks =
    long.length === 0
      ? 'no task on its thread took over 50 ms'
      : `${long.length} ${long.length === 1 ? 'task' : 'tasks'} on its thread took over 50 ms, the longest ${long[0]} ms`;
  const sending = median(pages.map((page) => page.sending));
  return `The page's process had at most ${memory.toLocaleString('en-GB')} MB, and ${tasks}. A quarter's return with all breakdowns
was withheld, audited and written as a package in **${seconds(sending)}** (wanted: under 5 s).`;
}

/** What is asked of a county, and whether this run has it. */
function wantedOfCounty(page: readonly Walk[], native: readonly Walk[]): string {
  const ratio = (took: (walk: Walk) => number) =>
    median(page.map((walk, place) => took(walk) / took(native[place] ?? walk)));
  const of = (stretch: (typeof STRETCHES)[number]) => (walk: Walk) => walk.stretches[stretch];
  const measures = median(page.map(of('measures')));
  const memory = Math.max(...page.map((walk) => walk.page?.memory ?? 0));
  const longest = Math.max(0, ...page.flatMap((walk) => walk.page?.longTasks ?? []));
  const rows: readonly (readonly [string, string, string, boolean])[] = [
    ['load', 'at most 2.5 × native', `${ratio(of('load')).toFixed(1)} ×`, ratio(of('load')) <= 2.5],
    [
      'measures',
      'at most 6 × native',
      `${ratio(of('measures')).toFixed(1)} ×`,
      ratio(of('measures')) <= 6,
    ],
    ['measures', 'at most 5 s', seconds(measures), measures <= 5000],
    [
      'checks',
      'at most 6 × native',
      `${ratio(of('checks')).toFixed(1)} ×`,
      ratio(of('checks')) <= 6,
    ],
    ['memory', 'at most 1 GB', `${memory} MB`, memory <= 1024],
    ['longest task', 'at most 50 ms', `${longest} ms`, longest <= 50],
  ];
  const lines = rows.map(
    ([what, wanted, is, met]) => `| ${what} | ${wanted} | ${is} | ${met ? 'yes' : '**no**'} |`,
  );
  return `\n| wanted of a county | | is | met |\n|---|---|--:|---|\n${lines.join('\n')}`;
}

/** Less is no work of the engine's: a measure that is entered by hand. */
const LEAST_MS = 2;

/** The measures that took longest in the page first. */
function byMeasure(page: readonly Walk[], native: readonly Walk[]): string {
  const names = [...(page[0]?.measures.keys() ?? [])].filter((name) =>
    [...page, ...native].every((walk) => (walk.measures.get(name) ?? 0) > LEAST_MS),
  );
  const took = (name: string) => (walk: Walk) => walk.measures.get(name) ?? 0;
  const lines = names
    .sort((a, b) => median(page.map(took(b))) - median(page.map(took(a))))
    .map((name) => line(name.replace('Working out ', ''), page, native, took(name)));
  return `\n| measure | page | native | ratio |\n|---|--:|--:|--:|\n${lines.join('\n')}`;
}

function line(
  name: string,
  page: readonly Walk[],
  native: readonly Walk[],
  took: (walk: Walk) => number,
): string {
  const ratios = page.map((walk, place) => {
    const beside = native[place];
    return beside ? took(walk) / took(beside) : NaN;
  });
  const cells = [seconds(median(page.map(took))), seconds(median(native.map(took)))];
  return `| ${name} | ${cells.join(' | ')} | ${median(ratios).toFixed(1)} |`;
}

function seconds(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
