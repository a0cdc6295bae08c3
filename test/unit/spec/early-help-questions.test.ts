import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readEarlyHelpQuestions } from '../../../src/spec/reading/early-help-questions.ts';

const PATH = 'spec/early-help-questions.yaml';
const root = mkdtempSync(join(tmpdir(), 'questions-'));
afterAll(() => rmSync(root, { recursive: true }));

/** Takes what to change in the questions' file; gives what is read of it. */
function changed(from: string, to: string) {
  cpSync(PATH, join(root, PATH));
  const text = readFileSync(PATH, 'utf8');
  if (!text.includes(from)) throw new Error(`the file has no ${from}`);
  writeFileSync(join(root, PATH), text.replace(from, to));
  return readEarlyHelpQuestions(root);
}

describe('the questions about early help', () => {
  it('are the eight that every return answers', () => {
    expect(readEarlyHelpQuestions('.').map(({ id }) => id)).toEqual([
      'partner_led',
      'level',
      'front_door',
      'recorded_by',
      'system',
      'assessment_counts',
      'closing',
      'family_help',
    ]);
  });

  it('are refused where two have one name', () => {
    expect(() => changed('id: level', 'id: partner_led')).toThrow(
      `${PATH}: questions: two are named partner_led`,
    );
    expect(() => changed('id: some,', 'id: all,')).toThrow(
      `${PATH}: partner_led: two are named all`,
    );
  });

  it('are refused where an answer is not text', () => {
    expect(() => changed("id: 'no'", 'id: 3')).toThrow(`${PATH}: questions.7.answers.0.id`);
  });
});
