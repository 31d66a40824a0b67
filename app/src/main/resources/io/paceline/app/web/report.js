'use strict';
// The page of one plan: text, charts, and the tables behind them.
(() => {
  const {el, units, table, numbers, charts, keys} = Paceline;
  const data = JSON.parse(document.getElementById('data').textContent);
  const moment = Paceline.createMoment();
  const shown = [];
  const {ride, riders} = data;
  const number = (head) => ({head});
  const text = (head) => ({head, left: true});
  const nameOf = (rider) => (rider.name ? `${rider.id} ${rider.name}` : rider.id);

  const section = (id, title, ...content) =>
    el('section', {id, 'aria-labelledby': `${id}-title`}, el('h2', {id: `${id}-title`}, title), ...content);
  const draw = (name, chart) => {
    shown.push(chart);
    Paceline.report.charts[name] = chart;
    return chart.element;
  };
  Paceline.report = {charts: {}, data, moment};

  /** Rows of the ride about once a minute, and its end. */
  const minutes = () => {
    const rows = [];
    ride.timeS.forEach((s, row) => {
      if (row === ride.timeS.length - 1 || rows.length === 0 || s >= rows.length * 60) rows.push(row);
    });
    return rows;
  };

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

  const stretchAt = (km) => data.course.stretches.find((s) => km <= s.fromKm + 1e-9 && km >= s.toKm - 1e-9);

  const course = () => {
    const {runs} = charts.surfaces(data.course);
    const rows = [];
    for (let km = data.goal.startKm; km >= data.goal.catchKm - 1e-9; km -= km - 1 < data.goal.catchKm && km > data.goal.catchKm ? km - data.goal.catchKm : 1) {
      const here = stretchAt(km) ?? data.course.stretches[data.course.stretches.length - 1];
      const timeS = moment.timeAtKm(km);
      moment.timeS = timeS;
      rows.push([units.km(km), units.clock(timeS), ...(data.chasing ? [units.clock(moment.at(ride.gapS))] : []), units.fixed(1, here.gradientPct),
        units.fixed(1, here.headwindMps), units.fixed(1, here.crosswindMps), String(here.crr)]);
    }
    return section('course', data.chasing ? 'The road, and the gap that closes' : 'The road', keys.early(data), keys.road(data),
      data.chasing ? draw('gap', charts.gap(moment)) : '', draw('profile', charts.profile(moment)),
      numbers(`${data.chasing ? 'gap, slope' : 'slope'}, wind and surface by kilometre`,
        [number('km to go'), number('min:s'), ...(data.chasing ? [number('gap min:s')] : []), number('slope %'), number('headwind m/s'), number('from the right m/s'), number('Crr')], rows),
      data.course.climbs.length === 0 ? '' : numbers('climbs',
        [number('foot, km to go'), number('length km'), number('gain m'), number('mean %')],
        data.course.climbs.map((c) => [units.km(c.fromKm), units.km(c.fromKm - c.toKm), units.fixed(0, c.gainM), units.fixed(1, c.gradientPct)])),
      runs.length === 1 ? '' : numbers('surface', [number('from km to go'), number('to'), number('Crr')],
        runs.map((r) => [units.km(r.fromKm), units.km(r.toKm), String(r.crr)])));
  };

  const rotation = () => section('rotation', 'Who is in front, and when',
    keys.rotation(data), draw('rotation', charts.rotation(moment)),
    numbers('every turn', [number('from min:s'), number('km to go'), text('rider'), number('seconds')],
      charts.turns(data).map((turn) => {
        moment.timeS = turn.fromS;
        return [units.clock(turn.fromS), units.km(moment.kmToGo()), riders[turn.rider].id, units.fixed(0, turn.toS - turn.fromS)];
      })));

  const byMinute = (caption, cell) => numbers(caption,
    [number('min:s'), number('km to go'), ...riders.map((rider) => number(rider.id))],
    minutes().map((row) => [units.clock(ride.timeS[row]), units.km(ride.kmToGo[row]), ...riders.map((_, i) => cell(i, row))]));

  const power = () => section('power', 'Power, W', keys.power(data),
    draw('power', charts.power(moment)),
    numbers('power by rider', [text('rider'), number('mean W'), number('NP W'), number('CP W'), number('above CP kJ'), number('in front min:s'), number('turns')],
      riders.map((r) => [nameOf(r), units.watts(r.meanW), units.watts(r.normalizedW), units.watts(r.criticalPowerW), units.kj(r.aboveCpJ), units.clock(r.frontS), String(r.turns)])),
    byMinute('power about every minute, W', (i, row) => units.watts(ride.powerW[i][Math.min(row, ride.timeS.length - 2)])));

  const balance = () => section('balance', 'What is left: W′ balance, kJ', keys.balance(data),
    draw('balance', charts.balance(moment)),
    numbers('W′ by rider', [text('rider'), number('W′ today kJ'), number('least kJ'), number('least %'), number('reserve kJ')],
      riders.map((r) => [nameOf(r), units.kj(r.wPrimeJ), units.kj(r.leastBalanceJ), units.percent(r.leastBalanceJ / r.wPrimeJ), units.kj(r.reserveJ)])),
    byMinute('W′ left about every minute, kJ', (i, row) => units.kj(ride.balanceJ[i][row])));

  const energy = () => section('energy', `Energy, ${units.kj(data.collectiveJ, 0)} kJ together`, keys.energy(data),
    draw('energy', charts.energy()),
    numbers('energy by rider, kJ', [text('rider'), number('in front'), number('in the line'), number('drifting back'), number('bunch'), number('after leaving'), number('all')],
      data.energy.map((e) => [e.rider, ...charts.parts.map(([part]) => units.kj(e[part])), units.kj(charts.parts.reduce((sum, [part]) => sum + e[part], 0))])),
    el('p', {}, `${units.kj(data.metabolicJ, 0)} kJ of food.`));

  const sectors = () => section('sectors', 'Speed and power by sector',
    el('h3', {}, 'Speed, km/h'), draw('speed', charts.speed(moment)),
    el('h3', {}, 'Power, W'), keys.sectors(), draw('watts', charts.watts(moment)),
    table('sectors', [number('from km to go'), number('to'), number('slope %'), number('headwind m/s'), number('effort %'), number('km/h'), number('W mean'), number('W front')],
      data.sectors.map((s) => [units.km(s.fromKm), units.km(s.toKm), units.fixed(1, s.gradient * 100), units.fixed(1, s.headwindMPerS),
        units.percent(s.effort), units.kmh(s.speedMPerS * 3.6), units.watts(s.meanW), units.watts(s.leaderW)])));

  const hangsOn = () => {
    const {rows, catches} = data.hangsOn;
    const unfelt = rows.filter((row) => !charts.felt(row.low) && !charts.felt(row.high)).map((row) => row.label);
    const both = (row, words) => ['low', 'high'].map((side) => (row[side] ? words(row[side]) : ''));
    return section('hangs-on', 'What the plan hangs on',
      el('p', {}, keys.tornadoWords(data)), keys.tornado(), draw('tornado', charts.tornado()),
      unfelt.length === 0 ? '' : el('p', {class: 'note'}, `Hardly felt: ${unfelt.join(', ')}.`),
      numbers('what the plan hangs on', [text('input'), text('now'), text('less'), text('more'), number('W′ kJ: less'), number('more'),
        number('energy %: less'), number('more'), number('seconds earlier at the power of now: less'), number('more'), text(catches ? 'stops catching' : 'would catch')],
      rows.map((row) => [row.label, row.now, ...both(row, (side) => side.value), ...both(row, (side) => charts.signed(1, side.balanceJ / 1000)),
        ...both(row, (side) => charts.signed(2, side.energyShare * 100)), ...both(row, (side) => charts.signed(0, side.marginS)), row.turns])),
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
