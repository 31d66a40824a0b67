'use strict';
// The page of one plan: text, charts, and the tables behind them.
(() => {
  const {el, units, table, numbers, charts, keys} = Paceline;
  const data = JSON.parse(document.getElementById('data').textContent);
  const moment = Paceline.createMoment();
  const shown = [];
  const {ride, riders} = data;
  const tables = Paceline.tables(data);
  const text = (head) => ({head, left: true});

  const section = (id, title, ...content) =>
    el('section', {id, 'aria-labelledby': `${id}-title`}, el('h2', {id: `${id}-title`}, title), ...content);
  const draw = (name, chart) => {
    shown.push(chart);
    Paceline.report.charts[name] = chart;
    return chart.element;
  };
  Paceline.report = {charts: {}, data, moment};

  const facts = () => {
    const chaseS = data.timeS - data.launchS;
    const weakest = riders.reduce((a, b) => (b.leastBalanceJ / b.wPrimeJ < a.leastBalanceJ / a.wPrimeJ ? b : a));
    const list = [
      [data.chasing ? 'Launch' : 'Start', `${units.km(data.goal.launchKm)} km to go`],
      [!data.chasing ? 'End' : data.feasible ? 'Catch' : 'Catch point', `${units.km(data.goal.catchKm)} km to go`],
      [data.chasing ? 'Chase lasts' : 'Time', units.clock(chaseS)],
      ['Mean speed', `${units.kmh((data.goal.launchKm - data.goal.catchKm) / chaseS * 3600)} km/h`],
      ['Energy together', `${units.kj(data.collectiveJ, 0)} kJ`],
      weakest.leastBalanceJ < 0
        ? ['Overdrawn most', `${weakest.id}, by ${units.kj(-weakest.leastBalanceJ)} kJ`]
        : ['Closest to his limit', `${weakest.id}, ${units.kj(weakest.leastBalanceJ)} kJ left`],
    ];
    return el('dl', {class: 'facts'}, list.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
  };

  const answer = () => section('why', 'The answer', facts(), keys.warnings(data), el('ul', {}, data.explanation.slice(1).map((s) => el('li', {}, s))));

  const line = () => {
    const longest = Math.max(...riders.map((rider) => rider.pullS ?? 0));
    return section('line', 'The line, front first', el('ol', {class: 'order'}, riders.map((rider) => {
      const bar = el('span', {class: 'part front'});
      bar.style.width = `${100 * (rider.pullS ?? 0) / longest}%`;
      const pull = rider.pullS === null ? 'sits on' : `${units.fixed(Number.isInteger(rider.pullS) ? 0 : 1, rider.pullS)} s`;
      const then = rider.burnedAfterTurns > 0 ? `, leaves after turn ${rider.burnedAfterTurns}` : '';
      return el('li', {}, el('b', {}, rider.id), el('span', {class: 'person'}, rider.name), el('span', {class: 'pull'}, pull + then), el('span', {class: 'bar'}, bar));
    })));
  };

  /** What stands behind a chart; nothing where there are no numbers. */
  const behind = (...names) => names.filter((name) => tables[name]).map((name) => numbers(tables[name]));

  const course = () => section('course', data.chasing ? 'The road, and the gap that closes' : 'The road', keys.early(data), keys.road(data),
    data.chasing ? draw('gap', charts.gap(moment)) : '', draw('profile', charts.profile(moment)), ...behind('road', 'climbs', 'surface'));

  const rotation = () => section('rotation', 'Who is in front, and when',
    keys.rotation(data), draw('rotation', charts.rotation(moment)), ...behind('turns'));

  const power = () => section('power', 'Power, W', keys.power(data), draw('power', charts.power(moment)), ...behind('powers', 'powerByMinute'));

  const balance = () => section('balance', 'What is left: W′ balance, kJ', keys.balance(data),
    draw('balance', charts.balance(moment)), ...behind('balances', 'balanceByMinute'));

  const energy = () => section('energy', `Energy, ${units.kj(data.collectiveJ, 0)} kJ together`, keys.energy(data),
    draw('energy', charts.energy()), ...behind('energy'), el('p', {}, `${units.kj(data.metabolicJ, 0)} kJ of food.`));

  const sectors = () => section('sectors', 'Speed and power by sector',
    el('h3', {}, 'Speed, km/h'), draw('speed', charts.speed(moment)),
    el('h3', {}, 'Power, W'), keys.sectors(), draw('watts', charts.watts(moment)),
    table(tables.sectors.caption, tables.sectors.columns, tables.sectors.rows()));

  const hangsOn = () => {
    const unfelt = data.hangsOn.rows.filter((row) => !charts.felt(row.low) && !charts.felt(row.high)).map((row) => row.label);
    return section('hangs-on', 'What the plan hangs on',
      el('p', {}, keys.tornadoWords(data)), keys.tornado(), draw('tornado', charts.tornado()),
      unfelt.length === 0 ? '' : el('p', {class: 'note'}, `Hardly felt: ${unfelt.join(', ')}.`), ...behind('hangsOn'),
      el('p', {class: 'note'}, 'A search for the changed chase may find a better plan.'));
  };

  const certificate = () => section('certificate', 'How sure it is',
    data.proofs.length === 0
      ? el('p', {}, 'Nothing was proved about better plans here; the command prove does that.')
      : el('ul', {}, data.proofs.map((proof) => el('li', {}, `Proved: ${proof}.`))),
    data.search ? el('p', {}, data.search) : '',
    el('h3', {}, 'What it rests on'),
    table('inputs and assumptions', [text('what'), text('value'), text('kind'), text('source')],
      data.assumptions.map((a) => [a.what, a.value, a.kind, a.source])),
    el('p', {class: 'note'}, 'given: from the files of the scenario, as real as they are. assumed: a default, because nothing was given. '
      + 'estimated: a constant of the model that nobody has measured. published: from the literature.'));

  const scenario = () => section('scenario', 'The scenario', data.sources.map((source) =>
    el('details', {}, el('summary', {}, source.name), el('pre', {tabindex: '0', role: 'region', 'aria-label': source.name}, source.text))));

  const say = (now) => {
    const row = now.row();
    const front = ride.leader[row] < 0 ? 'in the bunch' : `${riders[ride.leader[row]].id} in front`;
    return `${units.clock(now.timeS)} · ${units.km(now.kmToGo())} km to go ${data.chasing ? `· gap ${units.clock(now.at(ride.gapS))} ` : ''}· ${units.kmh(ride.speedKmh[row])} km/h · ${front}`;
  };

  moment.show(ride, data.launchS + 0.01);
  document.getElementById('answer').classList.add(data.feasible ? 'yes' : 'no');
  document.getElementById('report').replaceChildren(answer(), line(), course(), rotation(), power(), balance(), energy(), sectors(),
    ...(data.hangsOn ? [hangsOn()] : []), certificate(), scenario());
  document.body.append(Paceline.momentBar(moment, say));
  shown.forEach((chart) => chart.show(data));
  // a little later: times of rows are rounded
  moment.set(data.launchS + 0.01);
})();
