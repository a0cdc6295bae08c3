import type { Spec } from '../spec/types.ts';

/** A table that an authority can fill in itself: the name of its file, and its columns in their order. */
export interface Template {
  readonly table: string;
  readonly title: string;
  readonly columns: readonly TemplateColumn[];
}

interface TemplateColumn {
  readonly name: string;
  /** Whether it tells of the person, and may stay empty. */
  readonly aboutPerson: boolean;
}

/** Takes the spec; gives the tables that are no system's export but an authority's own. */
export function templatesOf({ tables }: Pick<Spec, 'tables'>): Template[] {
  return tables
    .filter(({ name }) => !name.startsWith('ssd_'))
    .map(({ name: table, title, columns }) => ({
      table,
      title,
      columns: columns
        .filter(({ used }) => used)
        .map(({ name, as }) => ({ name, aboutPerson: as?.startsWith('ssd_person.') ?? false })),
    }));
}
