export type Cell = string | null;
export type Row = Readonly<Record<string, Cell>>;

export type Settings = {
  readonly cinPlansWithoutCpAndCla: boolean;
  readonly careLeaverFromAge: number;
  readonly careLeaverToAge: number;
  readonly contactToEpisodeDays: number;
  readonly stepUpAfterEndDays: number;
  readonly stepDownBeforeClosureDays: number;
  readonly stepDownAfterClosureDays: number;
};

export type Extract = {
  readonly extractDate: string;
  readonly settings?: Partial<Settings>;
  /** Whose ids the persons of early help from another system have, where somebody said. */
  readonly earlyHelpPersons?: 'shared' | 'of its own' | null;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

export const defaultSettings: Settings = {
  cinPlansWithoutCpAndCla: true,
  careLeaverFromAge: 17,
  careLeaverToAge: 21,
  contactToEpisodeDays: 45,
  stepUpAfterEndDays: 14,
  stepDownBeforeClosureDays: 14,
  stepDownAfterClosureDays: 28,
};
