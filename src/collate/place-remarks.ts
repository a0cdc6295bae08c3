import { whyNotThere } from '../model/authority.ts';
import type { CollectedReturn } from '../model/collation.ts';
import { lastDay, parseQuarter } from '../model/period.ts';
import type { ReturnRemark } from '../model/return-document.ts';
import type { CollateKnown } from './known.ts';

/** A quarter as it stands in the name of a file. */
const NAMED = /(\d{4})-(\d{2})[ _-]?Q([1-4])/i;

/** Takes a return, the path of its file and what is known; remarks on whose it is, and when: an authority that is not known or was not there, a name that says another quarter. */
export function remarksOnPlace(
  { area, name, quarter }: CollectedReturn,
  path: string,
  { authorities }: Pick<CollateKnown, 'authorities'>,
): ReturnRemark[] {
  const about = (kind: ReturnRemark['kind'], says: string, todo: string): ReturnRemark => ({
    ...{ kind, says, todo, places: [], times: 1 },
  });
  const remarks: ReturnRemark[] = [];
  const authority = authorities.find(({ code }) => code === area);
  if (!authority) {
    const says = `${name} (${area}) is no local authority that is known here. Its figures are in no total of a region or of England.`;
    remarks.push(about('unknown', says, 'Ask who sent it, and whether the code is right.'));
  } else {
    const gone = whyNotThere(authority, lastDay(quarter));
    if (gone !== null) {
      const says = `The return is of ${quarter}, and ${gone}.`;
      remarks.push(about('wrong', says, 'Ask whoever sent it which quarter it is of.'));
    }
    if (authority.name !== name) {
      const says = `The return is of ${name}, and the code ${area} is that of ${authority.name}.`;
      remarks.push(about('wrong', says, 'Ask whoever sent it whose it is.'));
    }
  }
  const [, year, end, part] = NAMED.exec(path.split('/').at(-1) ?? '') ?? [];
  const named = parseQuarter(`${year}-${end} Q${part}`);
  if (named !== null && named !== quarter) {
    const says = `The file’s name says ${named}, and it is a return of ${quarter}.`;
    remarks.push(about('wrong', says, 'Ask whoever sent it which quarter it is of.'));
  }
  return remarks;
}
