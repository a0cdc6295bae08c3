import { describe, expect, it } from 'vitest';
import { readProfileFile, sortOutProfile } from '../../../src/app/given-profile.ts';
import { Problem } from '../../../src/model/problem.ts';
import { type Profile, emptyProfile } from '../../../src/model/profile.ts';

const given = (path: string, text: string) => ({ path, file: new File([text], path) });
const PROFILE = '{"format": "quarterlight-profile", "version": 2}';
const read = (): Profile => emptyProfile('301');
const refuse = (): Profile => {
  throw new Problem('The profile cannot be used: it is bad.', 'Nothing was changed.');
};

describe('a profile among the files that are given', () => {
  it('is told by what it says that it is, whatever its name', async () => {
    const files = [given('ssd_person.csv', 'a'), given('mine (2).JSON', PROFILE)];
    const sorted = await sortOutProfile(files, read);
    expect(sorted.files.map(({ path }) => path)).toEqual(['ssd_person.csv']);
    expect(sorted.profile?.authority).toBe('301');
    expect(sorted.problem).toBeNull();
  });

  it('is not another JSON file, nor a table that holds its words', async () => {
    const files = [given('return.json', '{"format": "return"}'), given('notes.csv', PROFILE)];
    const sorted = await sortOutProfile(files, refuse);
    expect(sorted).toEqual({ files, profile: null, problem: null });
  });

  it('is told where it is bad, and the other files stand', async () => {
    const sorted = await sortOutProfile([given('a.json', PROFILE), given('b.csv', '')], refuse);
    expect(sorted.problem?.message).toBe('The profile cannot be used: it is bad.');
    expect(sorted.files.map(({ path }) => path)).toEqual(['b.csv']);
  });

  it('is not used where there are two', async () => {
    const sorted = await sortOutProfile([given('a.json', PROFILE), given('b.json', PROFILE)], read);
    expect(sorted.profile).toBeNull();
    expect(sorted.problem?.message).toBe('2 profiles were given, and neither was used.');
  });

  it('is refused as a file of its own where it is too large to be one', async () => {
    const large = given('a.json', ' '.repeat(5_000_001));
    await expect(readProfileFile(large, read)).rejects.toThrow('too large');
    expect((await readProfileFile(given('a.txt', PROFILE), read)).authority).toBe('301');
  });
});
