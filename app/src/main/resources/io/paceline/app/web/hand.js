'use strict';
// Plans side by side: the best one, one that was kept, and one made by hand.
Paceline.createHand = (asking, fault) => {
  const {el, units, table} = Paceline;
  const {sortable, moved, handles, keepingFocus} = Paceline.rows;
  const byId = (id) => document.getElementById(id);
  let hand = null;
  let pinned = null;

  const weakest = (report) => report.riders.reduce((a, b) => (b.leastBalanceJ / b.wPrimeJ < a.leastBalanceJ / a.wPrimeJ ? b : a));
  const chaseS = (report) => report.timeS - report.launchS;
  const lineOf = (report) => report.riders.map((r) => (r.pullS === null ? `(${r.id})` : `${r.id} ${r.pullS}`)).join(', ');
  const rowsOf = (name, {report, answer}) => [name, report.feasible ? 'yes' : 'no', units.kj(report.collectiveJ, 0),
    units.kmh((report.goal.launchKm - report.goal.catchKm) / chaseS(report) * 3600),
    `${weakest(report).id} ${units.kj(weakest(report).leastBalanceJ)}`, units.fixed(1, answer.catch.marginS), lineOf(report)];

  const compare = () => {
    const rows = [['Best plan', asking.plan], ['Pinned', pinned], ['Your plan', hand?.result]].filter(([, plan]) => plan);
    const columns = ['', 'catches', 'kJ', 'km/h', 'least W′, kJ', 'early, s', 'line, pulls in s (sits on)']
      .map((head, i) => ({head, left: i === 0 || i === 6}));
    byId('compare').replaceChildren(table('Plans side by side', columns, rows.map(([name, plan]) => rowsOf(name, plan))));
  };

  const tryHand = async () => {
    const tried = hand;
    const attempt = ++tried.attempts;
    const isNewest = () => hand === tried && attempt === tried.attempts;
    try {
      const plan = {pulls: hand.rows.filter((r) => r.seconds > 0).map(({rider, seconds}) => ({rider, seconds})),
        sitsOn: hand.rows.filter((r) => !(r.seconds > 0)).map((r) => r.rider), sectors: hand.sectors};
      const result = await asking.ask('POST', '/api/simulate', plan);
      if (!isNewest()) return;
      hand.result = result;
      fault('');
    } catch (problem) {
      if (!isNewest()) return;
      hand.result = null;
      fault(`Your plan: ${problem.message}`);
    }
    compare();
  };
  const editHand = (rows) => {
    hand.rows = rows;
    drawHand();
    tryHand();
  };
  const drawHand = () => {
    const move = (from, to) => editHand(moved(hand.rows, from, to));
    const rows = hand.rows.map((one, i) => el('tr', {},
      handles(one.rider, i, hand.rows.length, move), el('th', {scope: 'row', class: 'left'}, one.rider),
      el('td', {}, el('input', {type: 'number', min: '0', step: '5', value: String(one.seconds), 'aria-label': `Pull of ${one.rider}, s; 0 sits on`,
        onchange: (event) => editHand(hand.rows.map((other) => (other === one ? {...one, seconds: Number(event.target.value)} : other)))}))));
    const table = el('table', {class: 'hand'}, el('caption', {}, 'Your plan: drag to reorder; a pull of 0 s sits on'),
      el('thead', {}, el('tr', {}, ['order', 'rider', 'pull s'].map((head) => el('th', {scope: 'col'}, head)))), el('tbody', {}, sortable(rows, move)));
    keepingFocus(byId('hand'), () => byId('hand').replaceChildren(table));
  };
  const startHand = () => {
    const {plan} = asking.plan.answer;
    const pulls = new Map(plan.pulls.map((pull) => [pull.rider, pull.seconds]));
    hand = {rows: plan.order.map((rider) => ({rider, seconds: pulls.get(rider) ?? 0})), sectors: plan.sectors.map((s) => s.effort), result: null, attempts: 0};
    drawHand();
    tryHand();
  };

  /** Rides the plan by hand against a new question, at that one's efforts; it goes where other riders are in the line. */
  const follow = ({answer}) => {
    if (hand === null) return;
    const ids = (list) => [...list].sort().join('\n');
    if (ids(hand.rows.map((row) => row.rider)) === ids(answer.plan.order)) {
      hand.sectors = answer.plan.sectors.map((sector) => sector.effort);
      tryHand();
    } else {
      hand = null;
      fault('');
      byId('hand').replaceChildren();
    }
  };

  return {
    compare,
    follow,
    start: startHand,
    /** Keeps the plan of now for comparison. */
    pin: () => {
      pinned = asking.plan;
      compare();
    },
  };
};
