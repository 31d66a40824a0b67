'use strict';
// What the colours and lines of the charts mean, and sentences that stand beside them.
Paceline.keys = (() => {
  const {el, units, charts} = Paceline;
  const key = (...entries) => el('p', {class: 'key'}, entries.map(([kind, words]) =>
    el('span', {}, el('i', {class: `swatch ${kind}`, 'aria-hidden': 'true'}), words)));
  const roles = [['front', 'in front'], ['line', 'in the line'], ['exchange', 'drifting back']];
  /** Parts of a ride that not every plan has. */
  const withRest = ({ride, riders}, list) => [...list,
    ...(ride.leader.includes(-1) ? [['bunch', 'in the bunch, before the launch']] : []),
    ...(riders.some((rider) => rider.burnedAfterTurns > 0) ? [['left', 'has left the line']] : [])];

  const road = (data) => {
    const {kinds} = charts.surfaces(data.course);
    const crr = (value) => `Crr ${value}`;
    const surface = kinds.length === 1
      ? [['smooth', `surface: ${crr(kinds[0])} all the way`]]
      : kinds.map((kind, i) => [i === 0 ? 'smooth' : i % 2 ? 'rough' : 'rougher', `surface: ${crr(kind)}`]);
    return key(...(data.chasing ? [['gap', 'gap to the break, min:s (above)']] : []), ['against', 'wind against'], ['behind', 'wind from behind'], ...surface);
  };

  /** Says so where the chase catches before the agreed point. */
  const early = ({ride}) => {
    const level = ride.gapS.findIndex((gap, row) => gap < -0.5 && row < ride.gapS.length - 1);
    return level < 0 ? ''
      : el('p', {class: 'note'}, `At these speeds the chase is level with the break already at ${units.km(ride.kmToGo[level])} km to go.`);
  };

  return {
    road,
    early,
    rotation: (data) => key(...withRest(data, [roles[0], roles[2]])),
    power: (data) => key(...withRest(data, roles), ['limit', 'critical power (CP) today']),
    balance: ({riders}) => key(['balance', 'W′ left'], ['limit', 'reserve'],
      ...(riders.some((r) => r.leastBalanceJ < 0) ? [['over', 'overdrawn: more than he has']] : [])),
    energy: (data) => key(...withRest(data, roles)),
    sectors: () => key(['front-line', 'in front'], ['mean-line', 'mean of all']),
    tornado: () => key(['front', 'with less of it'], ['exchange', 'with more of it, or the other choice']),
    tornadoWords: ({hangsOn}) => `One input changed at a time, order, pulls and efforts held. The bars say by how much the least W′ of any rider, ${units.kj(hangsOn.leastBalanceJ)} kJ now, `
      + 'falls (to the left) or rises (to the right), in kJ, at the speeds that are just in time.',
    warnings: ({warnings}) => (warnings.length === 0 ? ''
      : el('ul', {class: 'warnings'}, warnings.map((s) => el('li', {}, el('b', {}, 'Warning: '), s)))),
  };
})();
