import type { PathwayStep } from '../model/comparison.ts';
import type { Period } from '../model/period.ts';
import { counted, named } from '../model/words.ts';
import { reasonInWords, whenInWords } from './reading-words.ts';

type Id = PathwayStep['id'];

/** Takes the steps of the early help pathway and their period; gives them in a sentence, with what is not shown and why in another. */
export function pathwayReading(steps: readonly PathwayStep[], period: Period): string {
  const count = (id: Id) => {
    const shown = steps.find((step) => step.id === id)?.shown;
    return shown?.kind === 'number' ? shown.value : null;
  };
  const told = (id: Id, words: readonly [string, string]) => {
    const number = count(id);
    return number === null ? [] : [counted(number, words)];
  };
  const met = count('met');
  const parts = [
    ...told('contacts', ['contact', 'contacts']),
    ...told('episodes', ['new episode of early help', 'new episodes of early help']),
    ...told('assessments', ['assessment completed', 'assessments completed']),
    ...told('closed', ['episode closed', 'episodes closed']).map((words) =>
      met === null ? words : `${words} (${met.toLocaleString('en-GB')} with the outcome met)`,
    ),
    ...told('stepped up', [
      'child stepped up to social care',
      'children stepped up to social care',
    ]),
    ...told('stepped down', [
      'child stepped down from social care',
      'children stepped down from social care',
    ]),
  ];
  const when = whenInWords(period, { period: 'activity' });
  if (parts.length === 0)
    return `No step of the early help pathway has a count ${when}.${hidden(steps)}`;
  const one = /^1 /.test(parts[0] ?? '');
  return `There ${one ? 'was' : 'were'} ${named(parts)} ${when}.${hidden(steps)}`;
}

function hidden(steps: readonly PathwayStep[]): string {
  const without = steps.filter(({ shown }) => shown.kind === 'symbol');
  if (without.length === 0) return '';
  const says = without.map((step) => `${step.title} (${reasonInWords(step)})`);
  return ` Not shown: ${named(says)}.`;
}
