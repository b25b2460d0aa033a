import type { Cell, Judgement, SlipName } from './report.ts';

/** A slip of the pen over several figures of one row: what they would have to be. */
export interface RowSlip {
  readonly name: SlipName;
  /** Only the figures that change, two at least. */
  readonly changes: readonly { readonly cell: Cell; readonly value: number }[];
}

/**
 * The known slips that may have happened to a row which was read with certainty: two figures in each other's cells,
 * all of them one column too far, one number torn over two cells.
 */
export function rowSlips(judgements: readonly Judgement[]): readonly RowSlip[] {
  return judgements.flatMap(({ identity, left, right, outcome }) => {
    const [total, ...others] = right;
    if (outcome.state === 'notAssessable' || identity.axis !== 'column' || !total || others.length > 0)
      return [];
    const cells = [...left, total];
    const values = cells.map(figureOf);
    const ways = [...exchanged(values), ...shifted(values), ...torn(values)];
    // One figure among noughts looks the same exchanged and shifted.
    const different = new Map(ways.reverse().map((way) => [way.meant.join(), way]));
    return [...different.values()].flatMap(({ name, meant }) => {
      const changes = cells.flatMap((cell, at) => {
        const value = meant[at] ?? 0;
        return value === values[at] ? [] : [{ cell, value }];
      });
      return isTelling(changes, total) ? [{ name, changes }] : [];
    });
  });
}

/** One case that was counted in the wrong column looks in every row like a 1 and a 0 exchanged, and says nothing. */
const isTelling = (changes: RowSlip['changes'], total: Cell): boolean =>
  changes.length > 2 ||
  changes.some(({ cell, value }) => cell === total || Math.abs(value - figureOf(cell)) > 1);

/** Figures of a row as they may have been meant, the total last. */
interface Meant {
  readonly name: SlipName;
  readonly meant: readonly number[];
}

function exchanged(values: readonly number[]): readonly Meant[] {
  return values.flatMap((one, at) =>
    values.slice(at + 1).map(
      (other, behind): Meant => ({
        name: 'exchanged',
        meant: values.with(at, other).with(at + 1 + behind, one),
      }),
    ),
  );
}

/** Nothing may fall off at the end of a row, so what is pushed out has to be 0. */
function shifted(values: readonly number[]): readonly Meant[] {
  const total = values[values.length - 1] ?? 0;
  const addends = values.slice(0, -1);
  const rows = [
    ...(addends[0] === 0 ? [[...addends.slice(1), 0, total]] : []),
    ...(addends[addends.length - 1] === 0 ? [[0, ...addends.slice(0, -1), total]] : []),
    ...(total === 0 ? [[0, ...addends]] : []),
  ];
  return rows.map((meant) => ({ name: 'shifted', meant }));
}

/** `12` in one cell and nothing in its neighbour has become `1` and `2`. */
function torn(values: readonly number[]): readonly Meant[] {
  return values.slice(0, -2).flatMap((one, at): readonly Meant[] => {
    const whole = Number(`${one}${values[at + 1]}`);
    if (one === 0 || !Number.isSafeInteger(whole)) return [];
    return [
      { name: 'torn', meant: values.with(at, whole).with(at + 1, 0) },
      { name: 'torn', meant: values.with(at, 0).with(at + 1, whole) },
    ];
  });
}

/** The figure of a cell; 0 where none was read. */
export const figureOf = ({ quantity }: Cell): number => (quantity.kind === 'number' ? quantity.value : 0);

/** Whether a figure becomes another when two neighbouring digits change places. */
export function isDigitSwap(one: number, other: number): boolean {
  const [from, to] = [String(one), String(other)];
  if (from.length !== to.length) return false;
  const at = [...from].findIndex((digit, index) => digit !== to[index]);
  const swapped = from.slice(0, at) + from.charAt(at + 1) + from.charAt(at) + from.slice(at + 2);
  return at >= 0 && swapped === to;
}
