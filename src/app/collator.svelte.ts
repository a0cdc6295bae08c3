import type { GivenFile } from '../model/extract.ts';
import type { Profile } from '../model/profile.ts';
import type { Download, Return } from '../model/return.ts';
import type { BookSheet, CellNotFilled, MappedCell, WorkbookMap } from '../model/workbook-map.ts';
import type { ReadReturn } from '../model/return-document.ts';
import { stepQuarter } from '../model/period.ts';
import type { Workbench } from '../workbench/workbench.ts';
import type { Answered } from './answered.ts';
import { Task } from './task.svelte.ts';
import { Totals } from './totals.ts';
import { type FilledCell, type OpenCell, filledCells, openCells } from './workbook-map.ts';

/** What of the session a collator's workbook leans on. */
interface Around {
  readonly profile: Profile | null;
  keep(changed: Pick<Profile, 'maps'>): Promise<void>;
}

/** A collator's own workbook: opened, mapped, and filled in. The map is kept in the profile, the workbook nowhere. */
export class Collator {
  readonly #workbench: Workbench;
  readonly #around: Around;
  readonly opening = new Task({
    what: 'The workbook could not be opened.',
    hint: 'Your file is as it was. Save it as an Excel workbook (.xlsx) and try again.',
  });

  file = $state.raw<GivenFile | null>(null);
  sheets = $state.raw<readonly BookSheet[]>([]);
  /** The name under which its map is kept. */
  name = $state('');
  /** The name that a map of its own would have. */
  own = $state('');

  constructor(workbench: Workbench, around: Around) {
    this.#workbench = workbench;
    this.#around = around;
  }

  get maps(): readonly WorkbookMap[] {
    return this.#around.profile?.maps ?? [];
  }

  /** The names of the maps that can be chosen: those that are kept, and a new one. */
  get names(): readonly string[] {
    const kept = this.maps.map(({ name }) => name);
    return kept.includes(this.own) ? kept : [...kept, this.own];
  }

  /** What is mapped of the workbook that is open. */
  get cells(): readonly MappedCell[] {
    return this.maps.find(({ name }) => name === this.name)?.cells ?? [];
  }

  /** Takes a file; opens it, with the map that was kept for one like it, if any. */
  async open(file: GivenFile): Promise<void> {
    const sheets = await this.opening.run('Opening the workbook', (_, stop) =>
      this.#workbench.viewWorkbook(file, stop),
    );
    if (!sheets) return;
    this.file = file;
    this.sheets = sheets;
    const names = sheets.map(({ name }) => name);
    const fits = ({ cells }: WorkbookMap) => cells.every(({ sheet }) => names.includes(sheet));
    const own = (file.path.split('/').at(-1) ?? file.path).replace(/\.\w+$/, '').slice(0, 80);
    this.own = own.trim() || 'Workbook';
    this.name = this.maps.find(fits)?.name ?? this.own;
  }

  /** Takes a cell and what goes into it; keeps it, in place of what went there. */
  async map(mapped: MappedCell): Promise<void> {
    await this.#keep([...this.#without(mapped), mapped]);
  }

  async remove(mapped: Pick<MappedCell, 'sheet' | 'cell'>): Promise<void> {
    await this.#keep(this.#without(mapped));
  }

  /**
   * Takes a return, those sent before, and the answer it is of; gives what goes where. What the return does not hold comes
   * from one that was sent before as it shows it, and only where the return is complete from the answer.
   */
  filled(
    { quarter, observations, treatment }: Return,
    sent: readonly ReadReturn[],
    answered: Answered,
  ): FilledCell[] {
    const isComplete = treatment.kind === 'collator';
    const before = isComplete
      ? [answered.observationsOf(stepQuarter(quarter, -1))]
      : sent
          .map(({ document }) => document)
          .filter(
            (one) =>
              one.treatment.kind === 'shareable' && one.authority.code === answered.question.la,
          )
          .map((one) => one.observations);
    const sendable = [observations, ...before].map((some) => new Totals(some));
    const inCell: Workbench['inCell'] = (outcome, part) => this.#workbench.inCell(outcome, part);
    return filledCells(this.cells, quarter, sendable, inCell, this.sheets);
  }

  get unmapped(): OpenCell[] {
    return openCells(this.sheets, this.cells);
  }

  /** Takes what goes where; gives the filled copy, and what was left as it is. */
  async fill(
    filled: readonly FilledCell[],
  ): Promise<{ readonly copy: Download; readonly notFilled: readonly CellNotFilled[] } | null> {
    if (!this.file) return null;
    const cells = filled.flatMap(({ mapped: { sheet, cell }, value }) =>
      value === null ? [] : [{ sheet, cell, value }],
    );
    return this.#workbench.fillWorkbook(this.file, cells);
  }

  clear(): void {
    this.opening.stop();
    this.file = null;
    this.sheets = [];
    this.name = '';
    this.own = '';
  }

  async #keep(cells: readonly MappedCell[]): Promise<void> {
    const others = this.maps.filter(({ name }) => name !== this.name);
    const kept = cells.length > 0 ? [{ name: this.name, cells }] : [];
    await this.#around.keep({ maps: [...others, ...kept] });
  }

  #without(taken: Pick<MappedCell, 'sheet' | 'cell'>): MappedCell[] {
    return this.cells.filter(({ sheet, cell }) => sheet !== taken.sheet || cell !== taken.cell);
  }
}
