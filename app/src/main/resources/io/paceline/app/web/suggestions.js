'use strict';
// What would help a chase that fails, each with a button where the planner can try it.
Paceline.createSuggestions = (asking) => {
  const {el, units} = Paceline;
  const list = el('ul', {id: 'suggestions', class: 'suggestions'});

  const button = (words, edit) => el('button', {type: 'button', class: 'small', onclick: () => asking.change(null, edit)}, words);
  const nextKm = (km) => Math.round(km * 1000) / 1000;

  /** What can be tried, by kind. */
  const tries = {
    lessGapS: ({amount}) => {
      const gapS = Math.max(0, asking.question.scenario.breakaway.gap_s - amount);
      return [button(`Try a gap of ${units.fixed(0, gapS)} s`, ({scenario}) => { scenario.breakaway.gap_s = gapS; })];
    },
    moreWorkers: () => {
      const {scenario, riders} = asking.question;
      const named = [...(scenario.chase.workers ?? []), ...(scenario.chase.protected ?? [])];
      return riders.filter((rider) => !named.includes(rider.id)).slice(0, 4).map(({id}) =>
        button(`Let ${id} work`, (question) => { question.scenario.chase.workers.push(id); }));
    },
    earlierLaunchM: ({amount}, {goal}) => {
      const km = nextKm(goal.launchKm + amount / 1000);
      return [button(`Launch at ${units.km(km)} km to go`, ({scenario}) => {
        scenario.goal.launch_at_km_to_go = km;
        // before the start point the start moves too
        if (scenario.course.from_km_to_go < km) scenario.course.from_km_to_go = km;
      })];
    },
  };
  /** Nothing can be tried before the page has the question that failed. */
  const buttons = (suggestion, event) => (suggestion.found && asking.question ? tries[suggestion.kind](suggestion, event.report) : []);

  return {
    element: list,
    show: (event) => {
      const known = event.answer.suggestions ?? [];
      list.replaceChildren(...known.map((suggestion) => el('li', {}, suggestion.sentence, ' ', ...buttons(suggestion, event))));
      return known.map((suggestion) => suggestion.sentence);
    },
  };
};
