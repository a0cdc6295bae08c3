import type { EarlyHelpQuestion, Profile } from '../model/profile.ts';
import { namedIn, oneOf, quoted, refusal } from './written.ts';

/** Takes the section `early_help` as it was read and the questions; gives the answers. Throws a Problem that says which is wrong. */
export function readEarlyHelp(
  read: unknown,
  questions: readonly EarlyHelpQuestion[],
): Profile['earlyHelp'] {
  const entries = [...namedIn(read, '‘early_help’')].map(([id, answer]) => {
    const question = questions.find((candidate) => candidate.id === id);
    if (!question)
      throw refusal(
        '‘early_help’',
        `has ${quoted(id)}, which is no question`,
        `Write one of ${questions.map((one) => one.id).join(', ')}.`,
      );
    const answers = question.answers.map((one) => one.id);
    return [id, oneOf(answer, `${quoted(id)} in ‘early_help’`, answers)] as const;
  });
  return Object.fromEntries(entries);
}

/** Takes the questions; gives what JSON Schema says of the section. */
export function earlyHelpSchema(questions: readonly EarlyHelpQuestion[]) {
  const properties = Object.fromEntries(
    questions.map(({ id, question, answers }) => [
      id,
      { title: question, enum: answers.map((answer) => answer.id) },
    ]),
  );
  return { type: 'object', properties, additionalProperties: false } as const;
}
