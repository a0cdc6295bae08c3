import { z } from 'zod';
import type { EarlyHelpQuestion } from '../../model/profile.ts';
import { readYaml, specFile } from './files.ts';
import { SpecProblem } from './problem.ts';
import { name, sentence } from './shapes.ts';

const shape = z.strictObject({
  source: sentence,
  questions: z
    .array(
      z.strictObject({
        id: name,
        question: sentence,
        hint: sentence,
        answers: z.array(z.strictObject({ id: name, title: sentence })).min(2),
      }),
    )
    .min(1),
});

/** Takes the project's root; gives the questions on what counts as early help. Throws a SpecProblem. */
export function readEarlyHelpQuestions(root: string): EarlyHelpQuestion[] {
  const file = specFile(root, 'spec/early-help-questions.yaml');
  const { questions } = readYaml(file, shape);
  mustDiffer(file.path, 'questions', questions);
  for (const { id, answers } of questions) mustDiffer(file.path, id, answers);
  return questions;
}

function mustDiffer(path: string, where: string, named: readonly { readonly id: string }[]): void {
  const ids = named.map(({ id }) => id);
  const doubled = ids.find((id, place) => ids.indexOf(id) !== place);
  if (doubled !== undefined) throw new SpecProblem(path, `${where}: two are named ${doubled}`);
}
