import type { Collation } from './collate.ts';
import type { CollateKnown } from './known.ts';

/**
 * Takes a collation and what is known; gives the codes of the authorities of which a return is expected: those that were
 * chosen, else all of every region that anyone sent a return from.
 */
export function expectedOf(
  { choices, figures }: Pick<Collation, 'choices' | 'figures'>,
  { authorities, sampleAuthority }: Pick<CollateKnown, 'authorities' | 'sampleAuthority'>,
): readonly string[] {
  if (choices.expected !== null) return choices.expected;
  const there = new Set(figures.areas);
  const real = authorities.filter(({ code }) => code !== sampleAuthority);
  const regions = new Set(real.filter(({ code }) => there.has(code)).map(({ region }) => region));
  return real.filter(({ region }) => regions.has(region)).map(({ code }) => code);
}
