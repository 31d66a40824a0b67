'use strict';
// What went wrong, in the words of the page: the planner names files, lines and keys, the page has fields and riders.
Paceline.faultWords = (() => {
  /** Fields of the page by their keys; a longer key stands before one that it holds. */
  const fields = (chasing) => [
    ['breakaway.gap_s', 'Gap at the start point'],
    ['breakaway.speed_kmh', 'Break: speed on a level road'],
    ['breakaway.power_w', 'Break: power of one rider'],
    ['wind.speed_mps', 'Wind at 10 m'],
    ['wind.from_deg', 'Wind from'],
    ['course.from_km_to_go', 'Start point'],
    ['launch_at_km_to_go', chasing ? 'Launch' : 'Start'],
    ['catch_by_km_to_go', chasing ? 'Catch' : 'End'],
    ['chase.reserve_pct', 'Reserve of W′'],
    ['chase.workers', 'Riders who work'],
    ['chase.protected', 'Protected riders'],
    ['w_prime_j', 'W′'],
    ['spent_j', 'spent'],
    ['cp_w', 'CP'],
    ['mass_kg', 'mass'],
    ['drag_area_m2', 'CdA'],
    ['kmToGo', 'km to go'],
    ['gapS', 'gap'],
  ];
  const JOULES = /\b(w_prime_j|spent_j)\b/;
  const kilo = (joules) => String(Number((Number(joules) / 1000).toFixed(3)));

  /** The page has these in kJ. */
  const inKilojoules = (text) => text
    .replace(/\[([\d.]+), ([\d.]+)\] J\b/g, (all, from, to) => `[${kilo(from)}, ${kilo(to)}] kJ`)
    .replace(/(-?[\d.]+(?:E\d+)?) J\b/g, (all, joules) => `${kilo(joules)} kJ`)
    .replace(/ Maybe it is in kJ: multiply by 1000\.| Maybe it is in J\.[^.]*\./g, '');

  /** Whose row of the riders it is, where the message does not name him: the table has a line of heads. */
  const whose = (line, riders, text) => {
    const id = riders[Number(line) - 2]?.id;
    return text.startsWith('rider ') ? '' : id ? `${id}: ` : line > 1 ? `rider number ${line - 1}: ` : '';
  };

  return (text, {scenario, riders}) => {
    const chasing = scenario.goal?.objective !== 'fastest';
    let words = text
      .replace(/\bscenario\.json(:\d+)?: /, '')
      .replace(/\bplan\.json(:\d+)?: /, '')
      .replace(/\briders\.csv(?::(\d+))?: (.*)/s, (all, line, rest) => whose(line, riders, rest) + rest)
      .replace(/\brider (\S+): /, '$1: ')
      .replace(/, first on line \d+/, '')
      .replace('Every row needs one.', 'Every rider needs one.')
      .replace(/chase\.workers is empty: nobody would ride\..*/, 'Nobody works, so nobody would ride. Let at least one rider work.')
      .replace(/\bpulls\[(\d+)\]\.seconds\b/, 'pull number $1')
      .replace('belongs under sitsOn', 'sits on: 0 s');
    if (JOULES.test(words)) words = inKilojoules(words);
    for (const [key, name] of fields(chasing)) words = words.replace(new RegExp(`(?<![\\w.])(goal\\.)?${key.replace('.', '\\.')}\\b`, 'g'), name);
    return words
      .replace(/ is outside \[([^,\]]+), ([^\]]+)\]/g, ' is outside $1 to $2')
      .replace(/ Write a number in \[([^,\]]+), ([^\]]+)\]([^.,]*)(, without the unit)?\./g, ' Write a number from $1 to $2$3.');
  };
})();
