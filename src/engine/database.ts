/** A value as it leaves or enters the engine. Dates leave as ISO text: SQL casts them. */
export type Value = string | number | boolean | null;

export type Row = Readonly<Record<string, Value>>;

/** Rows that are made only when they are looked at. */
export interface Rows {
  readonly length: number;
  at(index: number): Row;
}

/** What stands in front of every engine. One statement at a time; user text only ever bound. */
export interface Database {
  /** Runs one statement whose result is not wanted. Throws a QueryProblem, or AbortError when told to stop. */
  run(sql: string, stop?: AbortSignal): Promise<void>;

  /** Runs one SELECT with its bound values. Throws a QueryProblem, or AbortError when told to stop. */
  rows(sql: string, bound?: readonly Value[], stop?: AbortSignal): Promise<Rows>;

  /** Lends a file to the engine; gives the path under which SQL can read it. */
  lend(name: string, content: Blob): Promise<string>;

  /** Takes the file back. */
  takeBack(path: string): Promise<void>;

  /** Ends the engine and everything in it. */
  close(): Promise<void>;
}
