'use strict';
// The numbers behind the charts of a plan, for eyes and ears that a chart is not for: {caption, columns, rows()}, or null where there are none.
Paceline.tables = (data) => {
  const {units, charts} = Paceline;
  const {ride, riders} = data;
  const number = (head) => ({head});
  const text = (head) => ({head, left: true});
  const nameOf = (rider) => (rider.name ? `${rider.id} ${rider.name}` : rider.id);
  const clock = Paceline.createMoment();
  clock.show(ride, 0);
  const moment = (timeS) => {
    clock.timeS = timeS;
    return clock;
  };

  /** Rows of the ride about once a minute, and its end. */
  const minutes = () => {
    const rows = [];
    ride.timeS.forEach((s, row) => {
      if (row === ride.timeS.length - 1 || rows.length === 0 || s >= rows.length * 60) rows.push(row);
    });
    return rows;
  };
  const byMinute = (caption, cell) => ({
    caption,
    columns: [number('min:s'), number('km to go'), ...riders.map((rider) => number(rider.id))],
    rows: () => minutes().map((row) => [units.clock(ride.timeS[row]), units.km(ride.kmToGo[row]), ...riders.map((_, i) => cell(i, row))]),
  });

  const stretchAt = (km) => data.course.stretches.find((s) => km <= s.fromKm + 1e-9 && km >= s.toKm - 1e-9);
  const road = () => {
    const {startKm, catchKm} = data.goal;
    const kms = [];
    for (let km = startKm; km > catchKm + 1e-9; km -= 1) kms.push(km);
    return [...kms, catchKm].map((km) => {
      const here = stretchAt(km) ?? data.course.stretches[data.course.stretches.length - 1];
      const timeS = clock.timeAtKm(km);
      return [units.km(km), units.clock(timeS), ...(data.chasing ? [units.clock(moment(timeS).at(ride.gapS))] : []),
        units.fixed(1, here.gradientPct), units.fixed(1, here.headwindMps), units.fixed(1, here.crosswindMps), String(here.crr)];
    });
  };

  const {climbs} = data.course;
  const {runs} = charts.surfaces(data.course);
  const hangsOn = () => {
    const {rows, catches} = data.hangsOn;
    const both = (row, words) => ['low', 'high'].map((side) => (row[side] ? words(row[side]) : ''));
    return {
      caption: 'what the plan hangs on',
      columns: [text('input'), text('now'), text('less'), text('more'), number('W′ kJ: less'), number('more'),
        number('energy %: less'), number('more'), number('seconds earlier at the power of now: less'), number('more'), text(catches ? 'stops catching' : 'would catch')],
      rows: () => rows.map((row) => [row.label, row.now, ...both(row, (side) => side.value), ...both(row, (side) => charts.signed(1, side.balanceJ / 1000)),
        ...both(row, (side) => charts.signed(2, side.energyShare * 100)), ...both(row, (side) => charts.signed(0, side.marginS)), row.turns]),
    };
  };

  return {
    road: {
      caption: `${data.chasing ? 'gap, slope' : 'slope'}, wind and surface by kilometre`,
      columns: [number('km to go'), number('min:s'), ...(data.chasing ? [number('gap min:s')] : []), number('slope %'), number('headwind m/s'),
        number('from the right m/s'), number('Crr')],
      rows: road,
    },
    climbs: climbs.length === 0 ? null : {
      caption: 'climbs',
      columns: [number('foot, km to go'), number('length km'), number('gain m'), number('mean %')],
      rows: () => climbs.map((c) => [units.km(c.fromKm), units.km(c.fromKm - c.toKm), units.fixed(0, c.gainM), units.fixed(1, c.gradientPct)]),
    },
    surface: runs.length === 1 ? null : {
      caption: 'surface',
      columns: [number('from km to go'), number('to'), number('Crr')],
      rows: () => runs.map((r) => [units.km(r.fromKm), units.km(r.toKm), String(r.crr)]),
    },
    turns: {
      caption: 'every turn',
      columns: [number('from min:s'), number('km to go'), text('rider'), number('seconds')],
      rows: () => charts.turns(data).map((turn) =>
        [units.clock(turn.fromS), units.km(moment(turn.fromS).kmToGo()), riders[turn.rider].id, units.fixed(0, turn.toS - turn.fromS)]),
    },
    powers: {
      caption: 'power by rider',
      columns: [text('rider'), number('mean W'), number('NP W'), number('CP W'), number('above CP kJ'), number('in front min:s'), number('turns')],
      rows: () => riders.map((r) => [nameOf(r), units.watts(r.meanW), units.watts(r.normalizedW), units.watts(r.criticalPowerW), units.kj(r.aboveCpJ),
        units.clock(r.frontS), String(r.turns)]),
    },
    powerByMinute: byMinute('power about every minute, W', (i, row) => units.watts(ride.powerW[i][Math.min(row, ride.timeS.length - 2)])),
    balances: {
      caption: 'W′ by rider',
      columns: [text('rider'), number('W′ today kJ'), number('least kJ'), number('least %'), number('reserve kJ')],
      rows: () => riders.map((r) => [nameOf(r), units.kj(r.wPrimeJ), units.kj(r.leastBalanceJ), units.percent(r.leastBalanceJ / r.wPrimeJ), units.kj(r.reserveJ)]),
    },
    balanceByMinute: byMinute('W′ left about every minute, kJ', (i, row) => units.kj(ride.balanceJ[i][row])),
    energy: {
      caption: 'energy by rider, kJ',
      columns: [text('rider'), number('in front'), number('in the line'), number('drifting back'), number('bunch'), number('after leaving'), number('all')],
      rows: () => data.energy.map((e) =>
        [e.rider, ...charts.parts.map(([part]) => units.kj(e[part])), units.kj(charts.parts.reduce((sum, [part]) => sum + e[part], 0))]),
    },
    sectors: {
      caption: 'sectors',
      columns: [number('from km to go'), number('to'), number('slope %'), number('headwind m/s'), number('effort %'), number('km/h'), number('W mean'), number('W front')],
      rows: () => data.sectors.map((s) => [units.km(s.fromKm), units.km(s.toKm), units.fixed(1, s.gradient * 100), units.fixed(1, s.headwindMPerS),
        units.percent(s.effort), units.kmh(s.speedMPerS * 3.6), units.watts(s.meanW), units.watts(s.leaderW)]),
    },
    hangsOn: data.hangsOn ? hangsOn() : null,
  };
};
