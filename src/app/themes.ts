import type { Measure } from '../model/measure.ts';

interface Theme {
  readonly theme: string;
  readonly measures: readonly Measure[];
}

/** Takes measures; gives them by collection and by theme, each in the order that it is first met. */
export function byCollection(
  measures: readonly Measure[],
): { readonly collection: Measure['collection']; readonly themes: readonly Theme[] }[] {
  return distinct(measures.map(({ collection }) => collection)).map((collection) => {
    const own = measures.filter((measure) => measure.collection === collection);
    const themes = distinct(own.map(({ theme }) => theme)).map((theme) => ({
      theme,
      measures: own.filter((measure) => measure.theme === theme),
    }));
    return { collection, themes };
  });
}

function distinct<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}
