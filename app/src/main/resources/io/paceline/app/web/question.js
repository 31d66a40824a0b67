'use strict';
// The question: the day as sliders, the riders, and a gap that was read on the road.
Paceline.createQuestion = (asking, fault) => {
  const {el} = Paceline;
  const {sortable, moved, handles, keepingFocus} = Paceline.rows;
  const byId = (id) => document.getElementById(id);
  const scenario = () => asking.question.scenario;
  const chasing = () => scenario().goal?.objective !== 'fastest';
  /** What follows the question as long as these sliders are there. */
  let followers = [];

  /** Says so where a field holds what no number can be; the browser gives no text of it. */
  const isUnreadable = (input, name) => {
    if (input.validity.badInput) fault(`${name}: this is not a number.`);
    return input.validity.badInput;
  };

  /** One wind everywhere, in place of a forecast. */
  const oneWind = ({forecast, ...wind}) => ({speed_mps: 0, from_deg: 0, ...wind});

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
    const exact = el('input', {type: 'number', 'aria-label': `${label}, ${unit}`, ...range, step: 'any',
      onchange: () => (isUnreadable(exact, `${label}, ${unit}`) ? undefined : set(exact.value))});
    const show = () => {
      const now = String(value());
      track.max = String(Math.max(Number(range.max), Number(now)));
      if (document.activeElement !== track || Number(track.value) !== Number(now)) track.value = now;
      if (document.activeElement !== exact) exact.value = now;
    };
    followers.push(show);
    return el('div', {class: 'control'}, el('label', {for: id}, label), track, exact, el('span', {class: 'unit'}, unit));
  };

  const conditions = () => {
    const startKm = () => scenario().course.from_km_to_go;
    const km = (most) => ({min: '0', max: String(most), step: '0.1'});
    const most = Math.max(startKm(), 1);
    const ahead = scenario().breakaway ?? {};
    const forecast = el('p', {class: 'note'}, 'The wind is that of the forecast. Moving a slider puts one wind everywhere in its place; Undo takes that back.');
    followers.push(() => { forecast.hidden = scenario().wind?.forecast === undefined; });
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

  /** Joules are read and typed as kJ. */
  const KILO = 1000;
  const columns = [{key: 'cp_w', head: 'CP W'}, {key: 'w_prime_j', head: 'W′ kJ', scale: KILO, digits: 2}, {key: 'mass_kg', head: 'kg'},
    {key: 'drag_area_m2', head: 'CdA m²'}, {key: 'spent_j', head: 'spent kJ', scale: KILO, digits: 1}];
  /** As people read it; what is not changed stays as exact as it is. */
  const written = ({scale, digits}, value) => {
    if (value === undefined || String(value).trim() === '' || scale === undefined) return String(value ?? '');
    return String(Number((Number(value) / scale).toFixed(digits)));
  };
  const typed = ({scale = 1}, text) => (text.trim() === '' ? undefined : Math.round(Number(text) * scale * 1e6) / 1e6);

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
      columns.map((column) => el('td', {}, el('input', {
        type: 'number', step: 'any', value: written(column, rider[column.key]), 'aria-label': `${rider.id}: ${column.head}`,
        onchange: ({target}) => {
          if (isUnreadable(target, `${rider.id}: ${column.head}`)) return;
          asking.change(`${rider.id} ${column.key}`, (question) => {
            const one = question.riders.find((other) => other.id === rider.id);
            const value = typed(column, target.value);
            if (value === undefined) delete one[column.key]; else one[column.key] = value;
          });
        },
      }))));
    let before = '';
    followers.push(() => {
      const {question} = asking;
      const now = JSON.stringify([question.riders, question.scenario.chase.workers, question.scenario.chase.protected]);
      if (now === before) return;
      before = now;
      keepingFocus(body, () => body.replaceChildren(...sortable(question.riders.map(row), move)));
    });
    return el('section', {'aria-labelledby': 'riders-title'}, el('h2', {id: 'riders-title'}, 'Riders'),
      el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Riders'}, el('table', {class: 'riders'},
        el('thead', {}, el('tr', {}, ['order', 'rider', 'role', ...columns.map(({head}) => head)].map((head) => el('th', {scope: 'col'}, head)))), body)));
  };

  const live = () => {
    const km = el('input', {type: 'number', step: 'any', min: '0', id: 'live-km', required: ''});
    const gap = el('input', {type: 'number', step: 'any', min: '0', id: 'live-gap', required: ''});
    const reading = el('p', {class: 'reading', role: 'status', id: 'reading'});
    // what it says comes with the first plan from there, as it does for a gap that a program read
    const submit = async (event) => {
      event.preventDefault();
      try {
        await asking.ask('POST', '/api/gap', {kmToGo: Number(km.value), gapS: Number(gap.value)});
        fault('');
      } catch (problem) {
        fault(problem.message);
      }
    };
    return el('section', {'aria-labelledby': 'live-title'}, el('h2', {id: 'live-title'}, 'On the road: a gap was read'),
      el('form', {class: 'pair', onsubmit: submit}, el('label', {}, 'km to go', km), el('label', {}, 'gap, s', gap), el('button', {type: 'submit'}, 'Plan from here')),
      reading);
  };

  /** Other keys of the scenario have other sliders. */
  const kind = () => JSON.stringify([Object.keys(scenario().breakaway ?? {}).sort(), chasing(), scenario().course.from_km_to_go]);
  const gapRead = live();
  let laidOut = '';
  asking.listen(() => {
    if (kind() !== laidOut) {
      laidOut = kind();
      followers = [];
      byId('question').replaceChildren(conditions(), ...(chasing() ? [gapRead] : []), riders());
    }
    followers.forEach((follow) => follow());
  });
  return {chasing};
};
