'use strict';
// Elements, tables and units. Texts of users only ever become text nodes.
const Paceline = {};

/** An element: attributes by name, `on…` as listeners, then children (elements or texts). */
Paceline.el = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value);
  }
  element.append(...children.flat());
  return element;
};

/** A table that scrolls by itself where it is too wide. Columns are {head, left}; rows hold one text a column. */
Paceline.table = (caption, columns, rows) => {
  const {el} = Paceline;
  const side = (column) => (column.left ? {class: 'left'} : {});
  const head = el('tr', {}, columns.map((column) => el('th', {scope: 'col', ...side(column)}, column.head)));
  const body = rows.map((row) => el('tr', {}, row.map((cell, i) => (i === 0
    ? el('th', {scope: 'row', ...side(columns[0])}, cell)
    : el('td', side(columns[i]), cell)))));
  return el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    el('table', {}, el('caption', {}, caption), el('thead', {}, head), el('tbody', {}, body)));
};

/** The numbers behind a chart, folded away: {caption, columns, rows()}. */
Paceline.numbers = ({caption, columns, rows}) =>
  Paceline.el('details', {}, Paceline.el('summary', {}, `Table: ${caption}`), Paceline.table(caption, columns, rows()));

/** The same for numbers that change: `show` takes new ones, or none, and only a table that is open is filled. */
Paceline.changingNumbers = () => {
  const {el} = Paceline;
  let numbers = null;
  const summary = el('summary');
  const body = el('div');
  const fill = () => {
    const {caption, columns, rows} = numbers;
    body.replaceChildren(Paceline.table(caption, columns, rows()));
  };
  const element = el('details', {hidden: '', ontoggle: () => (element.open && numbers !== null ? fill() : body.replaceChildren())}, summary, body);
  return {
    element,
    show: (next) => {
      numbers = next;
      element.hidden = next === null;
      if (next === null) return;
      summary.textContent = `Table: ${next.caption}`;
      if (element.open) fill();
    },
  };
};

/** Numbers as people write them. */
Paceline.units = {
  fixed: (digits, value) => {
    const text = value.toFixed(digits);
    return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
  },
  km: (km) => Paceline.units.fixed(1, km),
  kmh: (kmh) => Paceline.units.fixed(1, kmh),
  watts: (w) => Paceline.units.fixed(0, w),
  kj: (joules, digits = 1) => Paceline.units.fixed(digits, joules / 1000),
  percent: (fraction) => Paceline.units.fixed(0, fraction * 100),
  /** min:s, from an hour on h:min:s. */
  clock: (seconds) => {
    const s = Math.round(Math.abs(seconds));
    const two = (n) => String(n).padStart(2, '0');
    const text = s >= 3600
      ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
      : `${Math.floor(s / 60)}:${two(s % 60)}`;
    return seconds < 0 && s > 0 ? `-${text}` : text;
  },
};
