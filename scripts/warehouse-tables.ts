import type { ReturnStandard, TableField, TableSchema } from '../src/model/table-schema.ts';

/** In every SQL. A number that is exact to nine places fits a double; dates are days. */
const TYPES = {
  string: 'text',
  integer: 'integer',
  number: 'double precision',
  date: 'date',
  boolean: 'boolean',
} as const satisfies Record<TableField['type'], string>;

/** Takes the tables' schemas; gives the SQL that makes the tables of a pack, with types, keys and what may stand in them, in DuckDB and PostgreSQL alike. */
export function warehouseTables(standard: ReturnStandard): string {
  const tables = [
    ...[standard.authorities, standard.measures, standard.provenance, standard.observations],
    ...[standard.totals, standard.remarks],
  ];
  const head =
    '-- The tables of a benchmark pack. Made from spec/return by `npm run return`; a test compares.\n';
  return [head, ...tables.map(tableSql)].join('\n');
}

function tableSql({ name, title, description, primaryKey, fields }: TableSchema): string {
  const lines = [...fields.map(columnSql), `primary key (${primaryKey.join(', ')})`];
  return `-- ${title}. ${description}\ncreate table ${name} (\n  ${lines.join(',\n  ')}\n);\n`;
}

function columnSql({ name, type, constraints = {} }: TableField): string {
  const { required = false, enum: one, minimum } = constraints;
  return [
    `${name} ${TYPES[type]}`,
    ...(required ? ['not null'] : []),
    ...(one ? [`check (${name} in (${one.map((each) => `'${each}'`).join(', ')}))`] : []),
    ...(minimum === undefined ? [] : [`check (${name} >= ${minimum})`]),
  ].join(' ');
}
