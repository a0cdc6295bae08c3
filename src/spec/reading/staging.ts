import type { CodeList, SpecBreakdown, StagingView } from '../types.ts';
import { readYaml, specFile, specFiles, splitHeader } from './files.ts';
import { SpecProblem } from './problem.ts';
import { breakdowns, codeList, columnRefs, refinements, stagingHeader } from './shapes.ts';

const RULES = 'spec/staging/rules.sql';

/** Takes the project's root; gives the macros' SQL. */
export function readRules(root: string): string {
  return specFile(root, RULES).text;
}

/** Takes the project's root; gives the staging views, each after those it reads. Throws a SpecProblem. */
export function readStaging(root: string): StagingView[] {
  const views = specFiles(root, 'spec/staging', '.sql')
    .filter((file) => file.path !== RULES)
    .map((file): StagingView => {
      const { header, sql } = splitHeader(file);
      const read = readYaml(header, stagingHeader, 2);
      return {
        id: read.view,
        file: file.path,
        sql,
        noun: read.noun ?? null,
        of: read.of ?? null,
        reads: read.reads,
        window: read.window ?? null,
        refines: refinements(read.refines),
        words: Object.entries(read.words).map(([group, { list, columns }]) => ({
          group,
          list,
          columns: columnRefs(columns),
        })),
        doubts: read.doubts,
      };
    });
  return inOrder(views);
}

/** Takes the project's root; gives the code lists, words in lower case. Throws a SpecProblem. */
export function readCodeLists(root: string): CodeList[] {
  return specFiles(root, 'spec/codes', '.yaml').map((file) => {
    const { id, title, groups } = readYaml(file, codeList);
    const words = groups.flatMap((group) => plainWords(group));
    const doubled = words.find((word, place) => words.indexOf(word) !== place);
    if (doubled !== undefined) throw new SpecProblem(file.path, `“${doubled}” stands in it twice`);
    return {
      id,
      title,
      groups: groups.map((group) => ({
        id: group.id,
        title: group.title,
        words: plainWords(group),
        codes: plainWords({ codes: group.codes, words: [] }),
      })),
    };
  });
}

/** Takes the project's root and the code lists; gives the breakdowns with their cells. Throws a SpecProblem. */
export function readBreakdowns(root: string, lists: readonly CodeList[]): SpecBreakdown[] {
  const file = specFile(root, 'spec/breakdowns.yaml');
  return readYaml(file, breakdowns).map((read) => {
    const list = lists.find((candidate) => candidate.id === read.list);
    const cells = read.cells ?? list?.groups.map(({ id, title }) => ({ id, title }));
    if (!cells)
      throw new SpecProblem(file.path, `${read.id}: has no cells, and no code list “${read.list}”`);
    if (!cells.some((cell) => cell.id === 'unknown')) {
      throw new SpecProblem(file.path, `${read.id}: has no cell “unknown” for what cannot be told`);
    }
    const { id, title } = read;
    return { id, title, cells, aboutChild: read.about_child, refines: refinements(read.refines) };
  });
}

function plainWords(group: { codes: readonly string[]; words: readonly string[] }): string[] {
  return [...group.codes, ...group.words].map((word) => word.trim().toLowerCase());
}

function inOrder(views: readonly StagingView[]): StagingView[] {
  const ordered: StagingView[] = [];
  const place = (view: StagingView, under: readonly string[]): void => {
    if (ordered.includes(view)) return;
    if (under.includes(view.id))
      throw new SpecProblem(view.file, `reads: ${view.id} reads itself in a circle`);
    for (const id of view.reads) {
      const read = views.find((candidate) => candidate.id === id);
      if (!read) throw new SpecProblem(view.file, `reads: there is no view ${id} in spec/staging`);
      place(read, [...under, view.id]);
    }
    ordered.push(view);
  };
  views.forEach((view) => place(view, []));
  return ordered;
}
