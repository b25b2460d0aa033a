/** The cells of a table by the places they take up. */
function placesOf(table: HTMLTableElement): HTMLTableCellElement[][] {
  const places: HTMLTableCellElement[][] = [...table.rows].map(() => []);
  for (const [y, row] of [...table.rows].entries()) {
    let x = 0;
    for (const cell of row.cells) {
      while (places[y]?.[x]) x++;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let across = 0; across < cell.colSpan; across++) {
          const line = places[y + down];
          if (line) line[x + across] = cell;
        }
    }
  }
  return places;
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell that an arrow key leads to, merged cells counting as one. */
export function neighbour(cell: HTMLTableCellElement, key: string): HTMLTableCellElement | undefined {
  const step = steps[key];
  const table = cell.closest('table');
  if (!step || !table) return undefined;
  const places = placesOf(table);
  let y = places.findIndex((row) => row.includes(cell));
  let x = places[y]?.indexOf(cell) ?? -1;
  for (;;) {
    y += step[0];
    x += step[1];
    const found = places[y]?.[x];
    if (!found) return undefined;
    if (found !== cell && found.dataset.from !== undefined) return found;
  }
}
