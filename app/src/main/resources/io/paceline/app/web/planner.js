'use strict';
// The page of the planner: the question on one side, the best plan so far on the other.
(() => {
  const {el, units, charts, keys} = Paceline;
  const byId = (id) => document.getElementById(id);
  const moment = Paceline.createMoment();
  const shown = {gap: charts.gap(moment), profile: charts.profile(moment), rotation: charts.rotation(moment),
    balance: charts.balance(moment), power: charts.power(moment), energy: charts.energy(), speed: charts.speed(moment), watts: charts.watts(moment)};
  const tornado = charts.tornado();
  const tables = Object.fromEntries(['road', 'climbs', 'surface', 'turns', 'powers', 'powerByMinute', 'balances', 'balanceByMinute', 'energy', 'sectors', 'hangsOn']
    .map((name) => [name, Paceline.changingNumbers()]));
  let drawn = false;
  let drawing = null;

  /** A fault stands where its cause is, until the cause is gone: of the question at the top, of a plan by hand beside it. */
  const tellAt = (id) => (text) => {
    byId(id).textContent = text;
    byId(id).hidden = text === '';
  };
  const tell = tellAt('fault');
  /** What is wrong, in the words of the fields of the page. */
  const inWords = (telling) => (text) => telling(asking.question === null ? text : Paceline.faultWords(text, asking.question));
  const fault = inWords(tell);
  const asking = Paceline.createAsking({onPlan: (event, before) => show(event, before), onState: () => showState(), onFault: fault});
  const question = Paceline.createQuestion(asking, fault);
  const hand = Paceline.createHand(asking, inWords(tellAt('hand-fault')));
  const suggestions = Paceline.createSuggestions(asking);
  Paceline.planner = {asking, shown, moment, isDrawn: () => drawn && drawing === null};
  const scenario = () => asking.question.scenario;

  // ---- the plan

  const section = (id, title, ...content) => el('section', {'aria-labelledby': `${id}-title`}, el('h2', {id: `${id}-title`}, title), ...content);
  const words = (id) => el('div', {id});
  const fill = (id, ...content) => byId(id).replaceChildren(...content);
  // nothing that comes and goes stands above the sliders: they would move away under the finger
  const layOut = () => byId('plan').replaceChildren(
    words('warnings'), el('ul', {id: 'proofs', class: 'proofs', 'aria-label': 'Proved'}),
    section('help', 'What would help', suggestions.element),
    section('line', 'The line, front first', el('ol', {class: 'order', id: 'order'})),
    section('road', 'The road', words('early'), words('road-key'), shown.gap.element, shown.profile.element,
      tables.road.element, tables.climbs.element, tables.surface.element),
    section('plans', 'Plans side by side', el('div', {id: 'compare'}),
      el('p', {id: 'hand-fault', class: 'fault', role: 'alert', hidden: ''}), el('div', {id: 'hand'})),
    section('rotation', 'Who is in front, and when', words('rotation-key'), shown.rotation.element, tables.turns.element),
    section('balance', 'What is left: W′ balance, kJ', words('balance-key'), shown.balance.element,
      tables.balances.element, tables.balanceByMinute.element),
    section('power', 'Power, W', words('power-key'), shown.power.element, tables.powers.element, tables.powerByMinute.element),
    section('energy', 'Energy', words('energy-key'), shown.energy.element, tables.energy.element),
    section('sectors', 'Speed and power by sector', el('h3', {}, 'Speed, km/h'), shown.speed.element,
      el('h3', {}, 'Power, W'), keys.sectors(), shown.watts.element, tables.sectors.element),
    section('why', 'Why', el('ul', {id: 'why'})),
    section('hangs-on', 'What the plan hangs on', el('p', {id: 'hangs-words'}), keys.tornado(), tornado.element,
      tables.hangsOn.element));

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
        const numbers = Paceline.tables(report);
        for (const [name, behind] of Object.entries(tables)) behind.show(numbers[name]);
        drawing = null;
        drawn = true;
        moment.set(moment.timeS);
        return;
      }
      chart.show(report);
      setTimeout(next, 0);
    };
    drawing = next;
    // first the words are painted, then the charts are drawn
    requestAnimationFrame(() => setTimeout(next, 0));
  };

  /** Whether a newer question waits for its first plan, so long that people would wonder. */
  const isOld = (revision) => revision < asking.asked && asking.waitsLong;

  /** How far the work on the question is, or on the one that is on its way. */
  const state = ({report, answer, revision, done, settled}) => {
    if (isOld(revision)) {
      const first = typeof scenario().breakaway?.riders === 'string' ? 'what the break rides is worked out first, then the chase' : 'the new plan is being worked out';
      return `Planning: ${first} … Until then this is the plan for the question before.`;
    }
    const still = report.feasible || !report.chasing ? 'Proving how good it is …' : 'Looking for what would help …';
    return `${units.kj(report.collectiveJ, 0)} kJ together. ${done ? 'Searched' : 'Searching:'} ${answer.search.evaluations.toLocaleString('en')} plans in `
      + `${units.fixed(1, answer.search.wallS)} s.${done && !settled ? ` ${still}` : ''}`;
  };
  const showState = () => {
    if (!asking.plan) return;
    byId('status').textContent = state(asking.plan);
    const old = isOld(asking.plan.revision);
    document.body.classList.toggle('old', old);
    byId('plan').setAttribute('aria-busy', String(old));
  };

  /** What the riders have to do otherwise than in the plan before. */
  const changes = (before, now) => {
    const does = ({pullS}) => (pullS === null ? 'sits on' : `${pullS} s`);
    const old = new Map(before.riders.map((rider) => [rider.id, does(rider)]));
    const pulls = now.riders.filter((rider) => old.has(rider.id) && old.get(rider.id) !== does(rider))
      .map((rider) => `${rider.id} ${does(rider)} instead of ${old.get(rider.id)}`);
    const order = (report) => report.riders.map((rider) => rider.id).join(', ');
    return [pulls.length > 0 ? `Pulls: ${pulls.join('; ')}.` : 'Pulls stay.', order(before) === order(now) ? '' : `New order: ${order(now)}.`]
      .filter((words) => words !== '').join(' ');
  };

  /** How the chase stands after a gap was read, and what has to change, as long as the road begins there. */
  let planBefore = null;
  let readAtKm = null;
  const showReading = ({reading, revision, report}, before) => {
    const output = byId('reading');
    if (!output) return;
    if (reading) {
      if (before && before.revision !== revision) planBefore = before.report;
      readAtKm = report.goal.startKm;
      const words = `${reading.sentence} From here ${units.kmh(reading.speedKmhNow)} km/h instead of ${units.kmh(reading.speedKmhBefore)}.`;
      const text = planBefore ? `${words} ${changes(planBefore, report)}` : words;
      // said once: a plan that changes nothing here is not read out again
      if (output.textContent !== text) output.textContent = text;
    } else if (report.goal.startKm !== readAtKm) {
      output.textContent = '';
    }
  };

  const showWords = ({report, answer}) => {
    byId('answer').textContent = report.explanation[0];
    byId('answer').className = `answer ${report.feasible ? 'yes' : 'no'}`;
    fill('proofs', ...report.proofs.map((proof) => el('li', {}, `Proved: ${proof}.`)));
    fill('warnings', keys.warnings(report));
    const helping = suggestions.show({report, answer});
    suggestions.element.closest('section').hidden = helping.length === 0;
    byId('why').replaceChildren(...report.explanation.slice(1).filter((sentence) => !helping.includes(sentence)).map((sentence) => el('li', {}, sentence)));
    drawLine(report);
    byId('road-title').textContent = report.chasing ? 'The road, and the gap that closes' : 'The road';
    fill('early', report.chasing ? keys.early(report) : '');
    fill('road-key', keys.road(report));
    for (const name of ['rotation', 'balance', 'power', 'energy']) fill(`${name}-key`, keys[name](report));
  };

  const show = (event, before) => {
    showState();
    if (event.fault) {
      fault(event.fault);
      return;
    }
    const {report} = event;
    showWords(event);
    showReading(event, before);
    moment.show(report.ride, drawn || drawing !== null ? moment.timeS : report.launchS);
    shown.gap.element.hidden = !report.chasing;
    showHinges(report);
    for (const id of ['pin', 'by-hand', 'cards', 'json']) byId(id).disabled = false;
    if (before && before.revision !== event.revision) hand.follow(event);
    hand.compare();
    drawCharts(report);
  };

  // ---- tools

  const save = (name, type, content) => {
    const link = el('a', {href: URL.createObjectURL(new Blob([content], {type})), download: name});
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const pretty = (json) => `${JSON.stringify(json, null, 2)}\n`;
  /** Faults of files keep the names and lines of the files. */
  const attempt = (task) => async () => {
    try {
      await task();
    } catch (problem) {
      tell(problem.message);
    }
  };
  const parsed = (name, text) => {
    try {
      return JSON.parse(text);
    } catch {
      throw new Error(`${name} is not well-formed JSON. Load what "Save race" gave, or the files of a scenario.`);
    }
  };
  const loadRace = async (list) => {
    const files = {};
    for (const file of list) files[file.name] = await file.text();
    const saved = list.length === 1 && list[0].name.endsWith('.json') ? parsed(list[0].name, files[list[0].name]) : {files};
    await asking.ask('POST', '/api/race', saved);
    await asking.load();
    tell('');
  };

  const tools = () => {
    const button = (id, name, onclick, off = false) => el('button', {type: 'button', id, onclick, ...(off ? {disabled: ''} : {})}, name);
    const files = el('input', {type: 'file', multiple: '', hidden: '', id: 'files', 'aria-label': 'Race files',
      onchange: () => attempt(() => loadRace([...files.files]))()});
    byId('tools').append(
      button('undo', 'Undo', asking.undo, true), button('redo', 'Redo', asking.redo, true),
      button('pin', 'Pin this plan', () => hand.pin(), true),
      button('by-hand', 'Try a plan of your own', hand.start, true),
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

  const say = (now) => {
    const {ride, riders: line} = asking.plan.report;
    const row = now.row();
    const front = ride.leader[row] < 0 ? 'in the bunch' : `${line[ride.leader[row]].id} in front`;
    return `${units.clock(now.timeS)} · ${units.km(now.kmToGo())} km to go ${question.chasing() ? `· gap ${units.clock(now.at(ride.gapS))} ` : ''}· ${units.kmh(ride.speedKmh[row])} km/h · ${front}`;
  };

  (async () => {
    tools();
    layOut();
    document.body.append(Paceline.momentBar(moment, say));
    await attempt(asking.load)();
    asking.watch();
  })();
})();
