'use strict';
// The one moment that all charts show, and the time that they are zoomed to.
Paceline.createMoment = () => {
  const listeners = new Set();
  let ride = null;

  /** The last row of a rising column that is not above the value. */
  const rowBelow = (column, value) => {
    let low = 0;
    let high = column.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (column[middle] <= value) low = middle; else high = middle - 1;
    }
    return low;
  };
  const between = (from, to, x, y) => {
    const i = Math.min(rowBelow(from, x), from.length - 2);
    const span = from[i + 1] - from[i];
    const share = span === 0 ? 0 : Math.min(1, Math.max(0, (x - from[i]) / span));
    return to[i] + share * (to[i + 1] - to[i]);
  };

  let spanS = Infinity;

  const moment = {
    timeS: 0,
    fromS: 0,
    toS: 0,
    endS: 0,
    /** Shows another ride at a time, as close as the one before. */
    show: (newRide, atS) => {
      ride = newRide;
      moment.riddenKm = ride.kmToGo.map((km) => -km);
      moment.endS = ride.timeS[ride.timeS.length - 1];
      moment.timeS = Math.min(moment.endS, Math.max(0, atS));
      moment.zoom(spanS);
    },
    /** Whether this is the ride that is shown: what is drawn of an older one waits for its own data. */
    shows: (other) => other === ride,
    set: (timeS) => {
      moment.timeS = Math.min(moment.endS, Math.max(0, timeS));
      if (moment.timeS < moment.fromS || moment.timeS > moment.toS) moment.zoom(spanS);
      else listeners.forEach((listener) => listener(moment));
    },
    /** So many seconds around the moment; Infinity is the whole ride. */
    zoom: (seconds) => {
      spanS = seconds;
      const span = Math.min(seconds, moment.endS);
      moment.fromS = Math.min(moment.endS - span, Math.max(0, moment.timeS - span / 2));
      moment.toS = moment.fromS + span;
      listeners.forEach((listener) => listener(moment));
    },
    /** Calls at every change; gives what ends that. */
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    row: () => Math.min(rowBelow(ride.timeS, moment.timeS), ride.timeS.length - 2),
    /** A column that changes evenly from row to row, at the moment. */
    at: (column) => between(ride.timeS, column, moment.timeS),
    timeAtKm: (km) => between(moment.riddenKm, ride.timeS, -km),
    kmToGo: () => moment.at(ride.kmToGo),
  };
  return moment;
};

/** The bar that moves the moment: for keys, fingers and screen readers. `say` puts a moment into words. */
Paceline.momentBar = (moment, say) => {
  const {el} = Paceline;
  const words = el('output', {class: 'words', for: 'moment'});
  const range = el('input', {
    type: 'range', id: 'moment', min: '0', step: '1', 'aria-label': 'Moment of the chase',
    oninput: () => moment.set(Number(range.value)),
  });
  const zooms = [['Whole', Infinity], ['10 min', 600], ['3 min', 180]].map(([name, seconds]) => el('button', {
    type: 'button', 'aria-pressed': String(seconds === Infinity),
    onclick: (event) => {
      zooms.forEach((zoom) => zoom.setAttribute('aria-pressed', String(zoom === event.currentTarget)));
      moment.zoom(seconds);
    },
  }, name));
  moment.listen(() => {
    range.max = String(Math.ceil(moment.endS));
    range.value = String(moment.timeS);
    const text = say(moment);
    range.setAttribute('aria-valuetext', text);
    words.textContent = text;
  });
  return el('div', {class: 'moment', role: 'group', 'aria-label': 'Moment shown in all charts'},
    words, range, el('div', {class: 'zooms', role: 'group', 'aria-label': 'Time shown'}, zooms));
};
