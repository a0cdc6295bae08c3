import type { Authority } from '../model/authority.ts';
import { LONGEST_NAME, type PeerGroup } from '../model/profile.ts';
import { itemsOf, membersOf, quoted, refusal, textOf, textUpTo } from './written.ts';

const MEMBERS = ['name', 'authorities'] as const;

/** Takes the section `peers` as it was read and the authorities; gives the groups. Throws a Problem that says which is wrong. */
export function readPeers(read: unknown, known: readonly Authority[]): PeerGroup[] {
  const names = new Set<string>();
  return itemsOf(read, '‘peers’').map((item, index) => {
    const where = `entry ${index + 1} of ‘peers’`;
    const members = membersOf(item, where, MEMBERS);
    const name = textUpTo(members.get('name'), `‘name’ in ${where}`, LONGEST_NAME);
    if (names.has(name))
      throw refusal(where, `is named ${quoted(name)}, as an earlier one is`, 'Rename one of them.');
    names.add(name);
    return { name, authorities: readCodes(members.get('authorities'), where, known) };
  });
}

function readCodes(read: unknown, where: string, known: readonly Authority[]): string[] {
  const codes = itemsOf(read, `‘authorities’ in ${where}`).map((item) => {
    const code = textOf(item, `an authority in ${where}`);
    if (!known.some((authority) => authority.code === code))
      throw refusal(
        where,
        `names ${quoted(code)}, which is no local authority`,
        'Write the three digits of its DfE code in quotation marks.',
      );
    return code;
  });
  const doubled = codes.find((code, place) => codes.indexOf(code) !== place);
  if (doubled !== undefined)
    throw refusal(where, `names ${quoted(doubled)} twice`, 'Keep one of the two.');
  return codes;
}

/** Takes the authorities; gives what JSON Schema can say of the section: all but that no name may come twice. */
export function peersSchema(known: readonly Authority[]) {
  return {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, maxLength: LONGEST_NAME },
        authorities: {
          type: 'array',
          items: { enum: known.map(({ code }) => code) },
          uniqueItems: true,
        },
      },
      required: [...MEMBERS],
      additionalProperties: false,
    },
  } as const;
}
