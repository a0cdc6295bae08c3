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

/** Takes what was timed; gives docs/bench.md. */
export function report(timed: readonly Timed[], { browser, engine, load }: Setting): string {
  const day = new Date().toISOString().slice(0, 10);
  const runs = timed[0]?.page.length ?? 0;
  return `# Bench

Made by \`npm run bench\` on ${day}: ${browser}, DuckDB ${engine}, ${cpus().length} cores.

Each number is the median of ${runs} walks. In the page: the built page in a browser, from the zip to the figures on the Measures page,
drawn. Natively: the same intake, staging and measures on the same version of DuckDB, on one thread. The two walk in turn, so that
what else the machine does weighs on both alike; the ratio is the median of the walks' own ratios. ${busy(load)}

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
  const figures = median(page.map((walk) => walk.figures));
  const spent = median(page.map((walk) => walk.processor.figures));
  return `## ${extract.title}

From loaded tables to the Measures page, all measures over all quarters and years: **${seconds(figures)}** (${seconds(spent)} of the
processor's time).${verdict(figures, extract.wanted)}

| stretch | page | native | ratio |
|---|--:|--:|--:|
${STRETCHES.map((stretch) => line(stretch, page, native, (walk) => walk.stretches[stretch])).join('\n')}
${line('processor: unzip and intake', page, native, (walk) => walk.processor.loading)}
${line('processor: staging and measures', page, native, (walk) => walk.processor.figures)}

| measure | page | native | ratio |
|---|--:|--:|--:|
${byMeasure(page, native).join('\n')}
`;
}

function verdict(figures: number, wanted: number | null): string {
  if (wanted === null) return '';
  const met = figures < wanted ? '' : ': **not met** in this run';
  return ` Wanted on two cores that have nothing else to do: under ${seconds(wanted)}${met}.`;
}

/** Less is no work of the engine's: a measure that is entered by hand. */
const LEAST_MS = 2;

/** The measures that took longest in the page first. */
function byMeasure(page: readonly Walk[], native: readonly Walk[]): string[] {
  const names = [...(page[0]?.measures.keys() ?? [])].filter((name) =>
    [...page, ...native].every((walk) => (walk.measures.get(name) ?? 0) > LEAST_MS),
  );
  const took = (name: string) => (walk: Walk) => walk.measures.get(name) ?? 0;
  return names
    .sort((a, b) => median(page.map(took(b))) - median(page.map(took(a))))
    .map((name) => line(name.replace('Working out ', ''), page, native, took(name)));
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
