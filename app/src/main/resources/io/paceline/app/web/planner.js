'use strict';
// The page of the planner: the question on one side, the best plan so far on the other.
(() => {
  const {el, units, table, charts, keys} = Paceline;
  const byId = (id) => document.getElementById(id);
  const moment = Paceline.createMoment();
  const shown = {gap: charts.gap(moment), profile: charts.profile(moment), rotation: charts.rotation(moment),
    balance: charts.balance(moment), power: charts.power(moment), energy: charts.energy(), speed: charts.speed(moment), watts: charts.watts(moment)};
  const tornado = charts.tornado();
  let pinned = null;
  let hand = null;
  let drawn = false;
  let drawing = null;

  const fault = (text) => {
    byId('fault').textContent = text;
    byId('fault').hidden = text === '';
  };
  const asking = Paceline.createAsking((event) => show(event), fault);
  Paceline.planner = {asking, shown, moment, isDrawn: () => drawn && drawing === null};
  const scenario = () => asking.question.scenario;
  const number = (text) => (text.trim() === '' ? undefined : Number(text));

  // ---- the question

  /** One wind everywhere, in place of a forecast. */
  const oneWind = ({forecast, ...wind}) => ({speed_mps: 0, from_deg: 0, ...wind});
  const chasing = () => scenario().goal.objective !== 'fastest';

  /** A slider with its number, for one key of the scenario. */
  const slider = (label, unit, group, key, range, otherwise) => {
    const value = () => scenario()[group]?.[key] ?? otherwise();
    const set = (text) => {
      if (text.trim() === '' || Number.isNaN(Number(text))) return;
      asking.change(`${group}.${key}`, (question) => {
        question.scenario[group] ??= {};
        question.scenario[group][key] = Number(text);
        if (group === 'wind') question.scenario.wind = oneWind(question.scenario.wind);
      });
    };
    const id = `${group}-${key}`;
    const track = el('input', {type: 'range', id, ...range, oninput: () => set(track.value)});
    const exact = el('input', {type: 'number', 'aria-label': `${label}, ${unit}`, ...range, step: 'any', onchange: () => set(exact.value)});
    const show = () => {
      const now = String(value());
      track.max = String(Math.max(Number(range.max), Number(now)));
      if (document.activeElement !== track || Number(track.value) !== Number(now)) track.value = now;
      if (document.activeElement !== exact) exact.value = now;
    };
    asking.listen(show);
    return el('div', {class: 'control'}, el('label', {for: id}, label), track, exact, el('span', {class: 'unit'}, unit));
  };

  const conditions = () => {
    const startKm = () => scenario().course.from_km_to_go;
    const km = (most) => ({min: '0', max: String(most), step: '0.1'});
    const most = Math.max(startKm(), 1);
    const ahead = scenario().breakaway ?? {};
    const forecast = el('p', {class: 'note'}, 'The wind is that of the forecast. Moving a slider puts one wind everywhere in its place; Undo takes that back.');
    asking.listen(() => { forecast.hidden = scenario().wind?.forecast === undefined; });
    return el('section', {id: 'day', 'aria-labelledby': 'day-title'}, el('h2', {id: 'day-title'}, 'The day'),
      'gap_s' in ahead ? slider('Gap at the start point', 's', 'breakaway', 'gap_s', {min: '0', max: '600', step: '1'}, () => 0) : '',
      'speed_kmh' in ahead ? slider('Break: speed on a level road', 'km/h', 'breakaway', 'speed_kmh', {min: '25', max: '65', step: '0.1'}, () => 45) : '',
      'power_w' in ahead ? slider('Break: power of one rider', 'W', 'breakaway', 'power_w', {min: '100', max: '500', step: '1'}, () => 250) : '',
      forecast, slider('Wind at 10 m', 'm/s', 'wind', 'speed_mps', {min: '0', max: '20', step: '0.1'}, () => 0),
      slider('Wind from', '°', 'wind', 'from_deg', {min: '0', max: '360', step: '5'}, () => 0),
      slider(chasing() ? 'Launch' : 'Start', 'km to go', 'goal', 'launch_at_km_to_go', km(most), startKm),
      slider(chasing() ? 'Catch' : 'End', 'km to go', 'goal', 'catch_by_km_to_go', km(most), () => 0),
      slider('Reserve of W′', '%', 'chase', 'reserve_pct', {min: '0', max: '50', step: '1'}, () => 10));
  };

  const roles = [['workers', 'works'], ['protected', 'protected'], ['bench', 'bench']];
  const roleOf = (id) => (['workers', 'protected'].find((list) => (scenario().chase[list] ?? []).includes(id)) ?? 'bench');
  const setRole = (id, role) => asking.change(`role ${id}`, ({scenario: {chase}}) => {
    for (const list of ['workers', 'protected']) chase[list] = (chase[list] ?? []).filter((other) => other !== id);
    if (role !== 'bench') chase[role].push(id);
  });

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

  const columns = [['cp_w', 'CP W'], ['w_prime_j', 'W′ J'], ['mass_kg', 'kg'], ['drag_area_m2', 'CdA m²'], ['spent_j', 'spent J']];
  const riders = () => {
    const body = el('tbody');
    const move = (from, to) => asking.change(null, (question) => {
      question.riders = moved(question.riders, from, to);
      const place = (id) => question.riders.findIndex((rider) => rider.id === id);
      for (const list of ['workers', 'protected']) question.scenario.chase[list]?.sort((a, b) => place(a) - place(b));
    });
    const row = (rider, i, all) => el('tr', {class: roleOf(rider.id)},
      handles(rider.id, i, all.length, move),
      el('th', {scope: 'row', class: 'left', title: rider.name ?? ''}, rider.id),
      el('td', {}, el('select', {'aria-label': `What ${rider.id} does`, onchange: (event) => setRole(rider.id, event.target.value)},
        roles.map(([role, words]) => el('option', {value: role, ...(roleOf(rider.id) === role ? {selected: ''} : {})}, words)))),
      columns.map(([key, head]) => el('td', {}, el('input', {
        type: 'number', step: 'any', value: String(rider[key] ?? ''), 'aria-label': `${rider.id}: ${head}`,
        onchange: (event) => asking.change(`${rider.id} ${key}`, (question) => {
          const one = question.riders.find((other) => other.id === rider.id);
          const value = number(event.target.value);
          if (value === undefined) delete one[key]; else one[key] = value;
        }),
      }))));
    let before = '';
    asking.listen((question) => {
      const now = JSON.stringify([question.riders, question.scenario.chase.workers, question.scenario.chase.protected]);
      if (now === before) return;
      before = now;
      body.replaceChildren(...sortable(question.riders.map(row), move));
    });
    return el('section', {'aria-labelledby': 'riders-title'}, el('h2', {id: 'riders-title'}, 'Riders'),
      el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Riders'}, el('table', {class: 'riders'},
        el('thead', {}, el('tr', {}, ['order', 'rider', 'role', ...columns.map(([, head]) => head)].map((head) => el('th', {scope: 'col'}, head)))), body)));
  };

  const live = () => {
    const km = el('input', {type: 'number', step: 'any', min: '0', id: 'live-km', required: ''});
    const gap = el('input', {type: 'number', step: 'any', min: '0', id: 'live-gap', required: ''});
    const reading = el('p', {class: 'reading', role: 'status', id: 'reading'});
    const submit = async (event) => {
      event.preventDefault();
      try {
        const json = await asking.ask('POST', '/api/gap', {kmToGo: Number(km.value), gapS: Number(gap.value)});
        reading.textContent = `${json.sentence} From here ${units.kmh(json.speedKmhNow)} km/h instead of ${units.kmh(json.speedKmhBefore)}.`;
        await asking.load();
        byId('day').replaceWith(conditions()); // a fading break is known by its power now
        asking.notify();
        fault('');
      } catch (problem) {
        fault(problem.message);
      }
    };
    return el('section', {'aria-labelledby': 'live-title'}, el('h2', {id: 'live-title'}, 'On the road: a gap was read'),
      el('form', {class: 'pair', onsubmit: submit}, el('label', {}, 'km to go', km), el('label', {}, 'gap, s', gap), el('button', {type: 'submit'}, 'Plan from here')),
      reading);
  };

  // ---- the plan

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
    try {
      const plan = {pulls: hand.rows.filter((r) => r.seconds > 0).map(({rider, seconds}) => ({rider, seconds})),
        sitsOn: hand.rows.filter((r) => !(r.seconds > 0)).map((r) => r.rider), sectors: hand.sectors};
      hand.result = await asking.ask('POST', '/api/simulate', plan);
      fault('');
    } catch (problem) {
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
        onchange: (event) => editHand(hand.rows.map((other) => (other === one ? {...one, seconds: number(event.target.value) ?? 0} : other)))}))));
    byId('hand').replaceChildren(el('table', {class: 'hand'}, el('caption', {}, 'Your plan: drag to reorder; a pull of 0 s sits on'),
      el('thead', {}, el('tr', {}, ['order', 'rider', 'pull s'].map((head) => el('th', {scope: 'col'}, head)))), el('tbody', {}, sortable(rows, move))));
  };
  const startHand = () => {
    const {plan} = asking.plan.answer;
    const pulls = new Map(plan.pulls.map((pull) => [pull.rider, pull.seconds]));
    hand = {rows: plan.order.map((rider) => ({rider, seconds: pulls.get(rider) ?? 0})), sectors: plan.sectors.map((s) => s.effort), result: null};
    drawHand();
    tryHand();
  };

  const section = (id, title, ...content) => el('section', {'aria-labelledby': `${id}-title`}, el('h2', {id: `${id}-title`}, title), ...content);
  const words = (id) => el('div', {id});
  const fill = (id, ...content) => byId(id).replaceChildren(...content);
  // nothing that comes and goes stands above the sliders: they would move away under the finger
  const layOut = () => byId('plan').replaceChildren(
    words('warnings'), el('ul', {id: 'proofs', class: 'proofs', 'aria-label': 'Proved'}),
    section('line', 'The line, front first', el('ol', {class: 'order', id: 'order'})),
    section('road', 'The road', words('early'), words('road-key'), shown.gap.element, shown.profile.element),
    section('plans', 'Plans side by side', el('div', {id: 'compare'}), el('div', {id: 'hand'})),
    section('rotation', 'Who is in front, and when', words('rotation-key'), shown.rotation.element),
    section('balance', 'What is left: W′ balance, kJ', words('balance-key'), shown.balance.element),
    section('power', 'Power, W', words('power-key'), shown.power.element),
    section('energy', 'Energy', words('energy-key'), shown.energy.element),
    section('sectors', 'Speed and power by sector', el('h3', {}, 'Speed, km/h'), shown.speed.element,
      el('h3', {}, 'Power, W'), keys.sectors(), shown.watts.element),
    section('why', 'Why', el('ul', {id: 'why'})),
    section('hangs-on', 'What the plan hangs on', el('p', {id: 'hangs-words'}), keys.tornado(), tornado.element));

  const drawLine = (report) => {
    const longest = Math.max(...report.riders.map((rider) => rider.pullS ?? 0));
    byId('order').replaceChildren(...report.riders.map((rider) => {
      const bar = el('span', {class: 'part front'});
      bar.style.width = `${100 * (rider.pullS ?? 0) / longest}%`;
      const then = rider.burnedAfterTurns > 0 ? `, leaves after turn ${rider.burnedAfterTurns}` : '';
      return el('li', {}, el('b', {}, rider.id), el('span', {class: 'person'}, rider.name),
        el('span', {class: 'pull'}, (rider.pullS === null ? 'sits on' : `${rider.pullS} s`) + then), el('span', {class: 'bar'}, bar));
    }));
  };

  const showHinges = (report) => {
    const known = report.hangsOn !== null;
    byId('hangs-words').closest('section').hidden = !known;
    if (!known) return;
    byId('hangs-words').textContent = keys.tornadoWords(report);
    tornado.show(report);
  };

  /** One chart after the other, so that the page listens in between; charts of a newer plan take the place of those to come. */
  const drawCharts = (report) => {
    const waiting = Object.values(shown).filter((chart) => chart.element.hidden !== true);
    const next = () => {
      if (drawing !== next) return;
      const chart = waiting.shift();
      if (chart === undefined) {
        drawing = null;
        drawn = true;
        moment.set(moment.timeS);
        return;
      }
      chart.show(report);
      setTimeout(next, 0);
    };
    drawing = next;
    setTimeout(next, 0);
  };

  const show = (event) => {
    if (event.fault) {
      fault(event.fault);
      return;
    }
    const {report, answer} = event;
    byId('answer').textContent = report.explanation[0];
    byId('answer').className = `answer ${report.feasible ? 'yes' : 'no'}`;
    byId('status').textContent = `${units.kj(report.collectiveJ, 0)} kJ together. ${event.done ? 'Searched' : 'Searching:'} ${answer.search.evaluations.toLocaleString('en')} plans in ${units.fixed(1, answer.search.wallS)} s.${event.done && !event.settled ? ' Proving how good it is …' : ''}`;
    fill('proofs', ...report.proofs.map((proof) => el('li', {}, `Proved: ${proof}.`)));
    fill('warnings', keys.warnings(report));
    byId('why').replaceChildren(...report.explanation.slice(1).map((sentence) => el('li', {}, sentence)));
    drawLine(report);
    moment.show(report.ride, drawn || drawing !== null ? moment.timeS : report.launchS);
    shown.gap.element.hidden = !report.chasing;
    drawCharts(report);
    byId('road-title').textContent = report.chasing ? 'The road, and the gap that closes' : 'The road';
    fill('early', report.chasing ? keys.early(report) : '');
    fill('road-key', keys.road(report));
    for (const name of ['rotation', 'balance', 'power', 'energy']) fill(`${name}-key`, keys[name](report));
    showHinges(report);
    for (const id of ['pin', 'by-hand', 'cards', 'json']) byId(id).disabled = false;
    compare();
  };

  // ---- tools

  const save = (name, type, content) => {
    const link = el('a', {href: URL.createObjectURL(new Blob([content], {type})), download: name});
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const pretty = (json) => `${JSON.stringify(json, null, 2)}\n`;
  const attempt = (task) => async () => {
    try {
      await task();
    } catch (problem) {
      fault(problem.message);
    }
  };
  const loadRace = async (list) => {
    const files = {};
    for (const file of list) files[file.name] = await file.text();
    const saved = list.length === 1 && list[0].name.endsWith('.json') ? JSON.parse(Object.values(files)[0]) : {files};
    await asking.ask('POST', '/api/race', saved);
    await asking.load();
    layOutQuestion();
    fault('');
  };

  const tools = () => {
    const button = (id, name, onclick, off = false) => el('button', {type: 'button', id, onclick, ...(off ? {disabled: ''} : {})}, name);
    const files = el('input', {type: 'file', multiple: '', hidden: '', id: 'files', 'aria-label': 'Race files',
      onchange: () => attempt(() => loadRace([...files.files]))()});
    byId('tools').append(
      button('undo', 'Undo', asking.undo, true), button('redo', 'Redo', asking.redo, true),
      button('pin', 'Pin this plan', () => { pinned = asking.plan; compare(); }, true),
      button('by-hand', 'Try a plan of your own', startHand, true),
      button('save', 'Save race', attempt(async () => save('race.json', 'application/json', pretty(await asking.ask('GET', '/api/race'))))),
      button('load', 'Load race', () => files.click()), files,
      el('a', {class: 'as-button', href: '/api/report', target: '_blank', rel: 'noopener'}, 'Report'),
      button('cards', 'Cards', attempt(async () => save('cards.zip', 'application/zip', await asking.fetch('/api/cards'))), true),
      button('json', 'Plan as JSON', attempt(async () => save('plan.json', 'application/json', pretty((await asking.ask('GET', '/api/plan')).answer))), true));
    asking.listen(() => {
      byId('undo').disabled = asking.done.length === 0;
      byId('redo').disabled = asking.undone.length === 0;
      byId('name').textContent = scenario().name;
    });
  };

  const layOutQuestion = () => {
    byId('question').replaceChildren(conditions(), ...(chasing() ? [live()] : []), riders());
    asking.notify();
  };

  const say = (now) => {
    const {ride, riders: line} = asking.plan.report;
    const row = now.row();
    const front = ride.leader[row] < 0 ? 'in the bunch' : `${line[ride.leader[row]].id} in front`;
    return `${units.clock(now.timeS)} · ${units.km(now.kmToGo())} km to go ${chasing() ? `· gap ${units.clock(now.at(ride.gapS))} ` : ''}· ${units.kmh(ride.speedKmh[row])} km/h · ${front}`;
  };

  (async () => {
    tools();
    layOut();
    document.body.append(Paceline.momentBar(moment, say));
    await attempt(async () => {
      await asking.load();
      layOutQuestion();
    })();
    asking.watch();
  })();
})();
