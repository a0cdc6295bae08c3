/** A Table Schema of the Data Package standard, as far as the return uses it. */
export interface TableSchema {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: number;
  readonly primaryKey: readonly string[];
  /** What stands in place of a value. */
  readonly missingValues: readonly string[];
  /** What each of these means. */
  readonly symbols?: readonly { readonly symbol: string; readonly means: string }[] | undefined;
  readonly fields: readonly TableField[];
}

export interface TableField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'boolean';
  readonly title: string;
  readonly description: string;
  readonly constraints?:
    | {
        readonly required?: boolean | undefined;
        readonly enum?: readonly string[] | undefined;
        readonly pattern?: string | undefined;
        readonly minimum?: number | undefined;
      }
    | undefined;
}

/** The tables of the return and of the benchmark pack. Source: spec/return. */
export interface ReturnStandard {
  readonly observations: TableSchema;
  readonly measures: TableSchema;
  readonly authorities: TableSchema;
  readonly provenance: TableSchema;
  readonly totals: TableSchema;
  readonly remarks: TableSchema;
}
