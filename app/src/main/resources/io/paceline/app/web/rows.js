'use strict';
// Rows of tables that can be dragged, or moved with buttons.
Paceline.rows = (() => {
  const {el} = Paceline;

  /** Rows that can be dragged, or moved with the arrow buttons; `move(from, to)` counts rows. */
  const sortable = (rows, move) => {
    let from = -1;
    rows.forEach((row, i) => {
      const grip = row.querySelector('.grip');
      grip.draggable = true;
      grip.addEventListener('dragstart', (event) => {
        from = i;
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', String(i));
        event.dataTransfer.setDragImage(row, 0, 0);
      });
      row.addEventListener('dragover', (event) => {
        if (from < 0) return;
        event.preventDefault();
        row.classList.add('over');
      });
      row.addEventListener('dragleave', () => row.classList.remove('over'));
      row.addEventListener('drop', (event) => {
        event.preventDefault();
        row.classList.remove('over');
        if (from >= 0 && from !== i) move(from, i);
      });
      grip.addEventListener('dragend', () => { from = -1; });
    });
    return rows;
  };
  const moved = (list, from, to) => {
    const copy = [...list];
    copy.splice(to, 0, ...copy.splice(from, 1));
    return copy;
  };
  const handles = (name, i, count, move) => el('td', {},
    el('span', {class: 'grip', 'aria-hidden': 'true'}, '⠿'),
    el('button', {type: 'button', class: 'small', 'aria-label': `${name} further to the front`, ...(i === 0 ? {disabled: ''} : {}), onclick: () => move(i, i - 1)}, '↑'),
    el('button', {type: 'button', class: 'small', 'aria-label': `${name} further back`, ...(i === count - 1 ? {disabled: ''} : {}), onclick: () => move(i, i + 1)}, '↓'));

  /** Fills a table anew and goes back to the field or button that the keys were on, or to its neighbour if it is off now. */
  const keepingFocus = (body, fill) => {
    const name = body.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') : null;
    fill();
    if (name === null) return;
    const same = [...body.querySelectorAll('[aria-label]')].find((field) => field.getAttribute('aria-label') === name);
    const place = same?.disabled ? same.parentElement.querySelector('button:not(:disabled)') : same;
    place?.focus();
  };

  return {sortable, moved, handles, keepingFocus};
})();
