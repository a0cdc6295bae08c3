import { formatDay } from '../model/day.ts';
import { periodInWords } from '../model/period.ts';
import type { ReadReturn, ReturnRemark } from '../model/return-document.ts';
import { counted } from '../model/words.ts';

const FORMS = {
  package: 'Package (.zip)',
  workbook: 'Workbook',
  csv: 'CSV',
  json: 'JSON',
} as const satisfies Readonly<Record<ReadReturn['form'], string>>;

/** The kinds of remark in the order they are shown, each with what heads it. */
export const REMARK_KINDS = [
  { kind: 'not read', title: 'Not read' },
  { kind: 'changed', title: 'Changed since it was written' },
  { kind: 'wrong', title: 'Wrong' },
  { kind: 'unknown', title: 'Not known to this Quarterlight' },
] as const satisfies readonly { readonly kind: ReturnRemark['kind']; readonly title: string }[];

/** Takes a return that was read; gives what it is, row by row. */
export function summaryOf({ name, form, document }: ReadReturn): (readonly [string, string])[] {
  const { authority, quarter, version, treatment, signedOff, extract, observations } = document;
  const withheld = observations.filter(({ outcome }) => outcome.kind === 'withheld').length;
  return [
    ['File', name],
    ['Form', FORMS[form]],
    ['Local authority', `${authority.name} (${authority.code})`],
    ['Quarter', `${periodInWords(quarter)} (${quarter})`],
    ['Version', String(version)],
    [
      'Which return',
      treatment.kind === 'shareable'
        ? `Shareable: ${treatment.policy.title}`
        : `Collator’s, never to be published. Agreement: ${treatment.agreement}`,
    ],
    [
      'Status',
      signedOff
        ? `Signed off by the ${signedOff.role} on ${formatDay(signedOff.on)}`
        : 'Draft, not signed off',
    ],
    ['Extract made', extract ? formatDay(extract.date) : 'No extract: entered by hand'],
    [
      'Figures',
      `${observations.length.toLocaleString('en-GB')}, of which ${withheld.toLocaleString('en-GB')} withheld`,
    ],
    ['Made with', `Quarterlight ${document.appVersion}`],
  ];
}

/** Takes a return that was read; gives in one sentence whether it is as it was written. */
export function verdictOn({ asWritten, remarks }: ReadReturn): string {
  const things = counted(remarks.length, ['thing', 'things']);
  if (!asWritten) return `This return is not as Quarterlight wrote it: ${things} to look at.`;
  if (remarks.length === 0) return 'This return is as Quarterlight wrote it, and it adds up.';
  return `This return is as Quarterlight wrote it, with ${things} to look at.`;
}

/** Takes a remark; gives where it was met, in words, or null where it is about the whole. */
export function placesOf({ places, times }: ReturnRemark): string | null {
  if (places.length === 0) return null;
  const more = times - places.length;
  return places.join('; ') + (more > 0 ? `; and ${more.toLocaleString('en-GB')} more` : '');
}
