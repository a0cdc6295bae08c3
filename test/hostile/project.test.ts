import { expect, it } from 'vitest';
import { writeProject } from '../../src/collate/project.ts';
import { readProject } from '../../src/collate/read-project.ts';
import { Q1, WITHHELD, choices, collected, files, nothing, share } from '../unit/collate/made.ts';
import { always, harmless, runs } from './harmless.ts';
import { jsonMutations, mutatedJson } from './mutate.ts';

const PROJECT = writeProject(
  {
    files: [
      ...files(
        collected('302', Q1, [
          ['riia-02.referrals', 40],
          ['riia-04.repeat', share(7, 40)],
          ['riia-02.referrals age unknown', WITHHELD],
          ['riia-05.started', nothing('not available')],
        ]),
        collected('303', Q1, [['riia-02.referrals', 41]]),
      ),
      {
        ...{ kind: 'refused', path: 'x/children.csv', sha256: null, because: 'no return' },
        ...{ says: 'It is.', todo: 'Do not.' },
      },
    ],
    choices: choices({
      standing: { [`303 ${Q1}`]: null },
      accepted: { 'history|302': 'So it is.' },
      groups: [{ code: 'two', name: 'Two', members: ['302', '303'] }],
    }),
  },
  '1',
);

it('the saved work of a collation, of any bytes, is refused, or is what it is saved as again', async () => {
  await always(jsonMutations, runs(300), async (changes) => {
    const text = new TextDecoder().decode(mutatedJson(PROJECT, changes));
    const read = await harmless(() => readProject(text));
    if (read) expect(readProject(writeProject(read, '1'))).toEqual(read);
  });
});
