'use strict';
// The charts of a plan. Each takes the shared moment and gives {element, show(data)}; the data are those of ReportData.
Paceline.charts = (() => {
  const {el, units, plot, colour, stripes} = Paceline;
  const last = (list) => list[list.length - 1];
  const shorten = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  /** Up to a round number. */
  const ceil = (value, step) => Math.ceil(value / step) * step;

  /** The place of a chart, which the arrow keys can move along. */
  const stage = (name, moment, step = 10) => {
    const element = el('div', {
      class: 'plot', tabindex: '0', role: 'slider', 'aria-label': name, 'aria-valuemin': '0',
      onkeydown: (event) => {
        const far = event.shiftKey ? 6 : 1;
        const to = {
          ArrowRight: moment.timeS + far * step,
          ArrowLeft: moment.timeS - far * step,
          PageDown: moment.timeS + 60,
          PageUp: moment.timeS - 60,
          Home: 0,
          End: moment.endS,
        }[event.key];
        if (to !== undefined) {
          event.preventDefault();
          moment.set(to);
        }
      },
    });
    moment.listen(() => {
      element.setAttribute('aria-valuemax', String(Math.round(moment.endS)));
      element.setAttribute('aria-valuenow', String(Math.round(moment.timeS)));
      element.setAttribute('aria-valuetext', `${units.clock(moment.timeS)}, ${units.km(moment.kmToGo())} km to go`);
    });
    return element;
  };

  /** Dashed lines where the chase is launched and where it catches. */
  const posts = (pen, data) => {
    for (const km of [data.goal.launchKm, data.goal.catchKm]) {
      pen.line(pen.x(km), pen.top, pen.x(km), pen.bottom, colour('ink'), 1.5, [5, 4]);
    }
  };

  /** Their names, at the top; the second one lower where they would meet. */
  const postNames = (pen, data) => {
    const {c} = pen;
    c.save();
    c.font = pen.font(12, '600');
    c.fillStyle = colour('ink');
    c.textBaseline = 'top';
    let end = -Infinity;
    for (const [name, km] of [[data.chasing ? 'Launch' : 'Start', data.goal.launchKm],
      [!data.chasing ? 'End' : data.feasible ? 'Catch' : 'Catch point', data.goal.catchKm]]) {
      const text = ` ${name} ${units.km(km)} km `;
      const width = c.measureText(text).width;
      const fits = pen.x(km) + width < pen.right;
      const from = fits ? pen.x(km) : pen.x(km) - width;
      c.textAlign = 'left';
      pen.text(text, from, pen.top + (from < end ? 16 : 2) * pen.dot);
      end = from + width;
    }
    c.restore();
  };

  const gap = (moment) => {
    const element = stage('Gap to the break over the road', moment);
    const bounds = (data) => [Math.min(0, ...data.ride.gapS), Math.max(5, ...data.ride.gapS)];
    const chart = plot(element, {
      x: 'km',
      height: () => 150,
      values: (data) => ({x: [...data.ride.kmToGo].reverse(), y: [...data.ride.gapS].reverse()}),
      yRange: (data) => {
        const [low, high] = bounds(data);
        return [low < -1 ? low * 1.1 : 0, high * 1.25];
      },
      yAxis: () => ({incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200], space: 28, values: (u, v) => v.map(units.clock)}),
      draw: (pen, data) => {
        const {c} = pen;
        const {kmToGo, gapS} = data.ride;
        c.beginPath();
        kmToGo.forEach((km, i) => c[i ? 'lineTo' : 'moveTo'](pen.x(km), pen.y(gapS[i])));
        c.strokeStyle = colour('front');
        c.lineWidth = 2.5 * pen.dot;
        c.stroke();
        c.lineTo(pen.x(last(kmToGo)), pen.y(0));
        c.lineTo(pen.x(kmToGo[0]), pen.y(0));
        c.fillStyle = colour('shade');
        c.fill();
        posts(pen, data);
        postNames(pen, data);
      },
    }, moment);
    return {element, show: chart.show, plot: chart};
  };

  /** Where arrows and names of climbs begin: below the names of start and end, which stand here if no gap is drawn above. */
  const sky = (pen, data) => pen.top + (data.chasing ? 0 : 16) * pen.dot;

  /** The wind as arrows: to the left against the riders, to the right from behind, longer where it is stronger. */
  const windArrows = (pen, data) => {
    const {c} = pen;
    const stretches = data.course.stretches;
    const step = 46 * pen.dot;
    const strongest = Math.max(...stretches.map((s) => Math.hypot(s.headwindMps, s.crosswindMps)));
    if (strongest < 0.05) return;
    const longest = 15 * pen.dot;
    for (let at = pen.x(stretches[0].fromKm) + step / 2; at < pen.x(last(stretches).toKm); at += step) {
      const km = pen.u.posToVal((at - pen.left) / pen.dot, 'x');
      const here = stretches.find((s) => km <= s.fromKm && km >= s.toKm);
      if (!here) continue;
      const speed = Math.hypot(here.headwindMps, here.crosswindMps);
      const length = longest * (0.35 + 0.65 * speed / Math.max(strongest, 4));
      c.save();
      c.translate(at, sky(pen, data) + 18 * pen.dot);
      c.rotate(Math.atan2(-here.crosswindMps, -here.headwindMps));
      c.strokeStyle = c.fillStyle = colour(here.headwindMps > 0 ? 'exchange' : 'tail');
      c.lineWidth = 2 * pen.dot;
      c.beginPath();
      c.moveTo(-length, 0);
      c.lineTo(length - 4 * pen.dot, 0);
      c.stroke();
      c.beginPath();
      c.moveTo(length, 0);
      c.lineTo(length - 7 * pen.dot, -4 * pen.dot);
      c.lineTo(length - 7 * pen.dot, 4 * pen.dot);
      c.fill();
      c.restore();
    }
  };

  /** Climbs by name where there is room. */
  const climbNames = (pen, data) => {
    const {c} = pen;
    c.save();
    c.font = pen.font(11);
    c.fillStyle = colour('ink');
    c.textAlign = 'center';
    let end = -Infinity;
    for (const climb of data.course.climbs) {
      const text = `${units.km(climb.fromKm - climb.toKm)} km ${units.fixed(1, climb.gradientPct)} %`;
      const half = c.measureText(text).width / 2 + 3 * pen.dot;
      const at = Math.min(pen.right - half, Math.max(pen.left + half, pen.x(climb.toKm)));
      if (at - half > end) {
        pen.text(text, at, sky(pen, data) + 44 * pen.dot);
        end = at + half;
      }
    }
    c.restore();
  };

  /** Runs of one surface, smoothest first in the list of kinds. */
  const surfaces = (course) => {
    const runs = [];
    for (const s of course.stretches) {
      if (runs.length && last(runs).crr === s.crr) last(runs).toKm = s.toKm;
      else runs.push({fromKm: s.fromKm, toKm: s.toKm, crr: s.crr});
    }
    return {runs, kinds: [...new Set(runs.map((run) => run.crr))].sort((a, b) => a - b)};
  };

  const profile = (moment) => {
    const element = stage('Profile of the course with the wind', moment);
    const heights = (data) => [Math.min(...data.course.elevationM), Math.max(...data.course.elevationM)];
    const chart = plot(element, {
      x: 'km',
      xAxis: true,
      height: () => 220,
      values: (data) => ({x: [...data.course.kmToGo].reverse(), y: [...data.course.elevationM].reverse()}),
      yRange: (data) => {
        const [low, high] = heights(data);
        const room = Math.max(60, high - low);
        // room above for arrows and names, below for the surface
        return [low - room * 0.16, high + room * (data.chasing ? 0.62 : 0.8)];
      },
      yAxis: (state) => ({
        space: 30,
        filter: (u, splits) => splits.map((m) => (m >= heights(state.data)[0] - 20 && m <= heights(state.data)[1] + 20 ? m : null)),
        values: (u, v) => v.map((m) => (m === null ? '' : `${m} m`)),
      }),
      draw: (pen, data) => {
        const {c} = pen;
        const {kmToGo, elevationM} = data.course;
        c.beginPath();
        kmToGo.forEach((km, i) => c[i ? 'lineTo' : 'moveTo'](pen.x(km), pen.y(elevationM[i])));
        c.strokeStyle = colour('ink');
        c.lineWidth = 1.5 * pen.dot;
        c.stroke();
        c.lineTo(pen.x(last(kmToGo)), pen.bottom);
        c.lineTo(pen.x(kmToGo[0]), pen.bottom);
        c.fillStyle = colour('land');
        c.fill();
        const {runs, kinds} = surfaces(data.course);
        for (const run of runs) {
          const kind = kinds.indexOf(run.crr);
          c.fillStyle = kind === 0 ? colour('smooth') : stripes(c, colour('ink'), colour(kind % 2 ? 'rough' : 'smooth'));
          c.fillRect(pen.x(run.fromKm), pen.bottom - 8 * pen.dot, pen.x(run.toKm) - pen.x(run.fromKm), 8 * pen.dot);
        }
        posts(pen, data);
        if (!data.chasing) postNames(pen, data);
        windArrows(pen, data);
        climbNames(pen, data);
      },
    }, moment);
    return {element, show: chart.show, plot: chart};
  };

  /** Who is in front from when to when; one who leads on is one turn. */
  const turns = (data) => {
    const {timeS, leader} = data.ride;
    const list = [];
    leader.forEach((rider, row) => {
      if (row === timeS.length - 1 || rider < 0) return;
      if (list.length && last(list).rider === rider && last(list).toS === timeS[row]) last(list).toS = timeS[row + 1];
      else list.push({rider, fromS: timeS[row], toS: timeS[row + 1]});
    });
    return list;
  };

  /** When a rider leaves for good, s; Infinity if he stays. */
  const leavesS = (data, rider) => {
    const burned = data.riders[rider].burnedAfterTurns;
    const own = turns(data).filter((turn) => turn.rider === rider);
    return burned > 0 && own.length >= burned ? own[burned - 1].toS : Infinity;
  };

  /** What a rider does in a row: front, exchange, line, bunch or left. */
  const role = (data, rider, row, leavesAtS) => {
    const {leader, exchanging, timeS} = data.ride;
    if (leader[row] < 0) return 'bunch';
    if (leader[row] === rider) return 'front';
    if (exchanging[row] === rider) return 'exchange';
    return timeS[row] >= leavesAtS ? 'left' : 'line';
  };

  const fills = (c) => ({
    front: colour('front'),
    line: colour('line'),
    exchange: stripes(c, colour('exchange'), '#fff'),
    bunch: colour('bunch'),
    left: stripes(c, colour('bunch'), '#fff'),
  });

  const rotation = (moment) => {
    const element = stage('Rotation: who is in front when', moment);
    const chart = plot(element, {
      x: 'time',
      xAxis: true,
      yGrid: false,
      height: (data) => data.riders.length * 24 + 52,
      values: (data) => ({x: data.ride.timeS, y: data.ride.leader}),
      yDir: -1,
      yRange: (data) => [0, data.riders.length],
      yAxis: (state) => ({
        size: () => (state.host.clientWidth < 500 ? 62 : 92),
        splits: () => state.data.riders.map((_, i) => i + 0.5),
        values: (u, v) => v.map((i) => shorten(state.data.riders[Math.floor(i)].id, state.host.clientWidth < 500 ? 8 : 12)),
      }),
      draw: (pen, data) => {
        const {c} = pen;
        const {timeS} = data.ride;
        const fill = fills(c);
        data.riders.forEach((rider, i) => {
          const top = pen.y(i) + 3 * pen.dot;
          const height = pen.y(i + 1) - pen.y(i) - 6 * pen.dot;
          const leaves = leavesS(data, i);
          c.fillStyle = colour('shade');
          c.fillRect(pen.x(0), top, pen.x(last(timeS)) - pen.x(0), height);
          for (let row = 0; row < timeS.length - 1; row++) {
            const what = role(data, i, row, leaves);
            if (what === 'line') continue;
            c.fillStyle = fill[what];
            // whole dots: no seams between rows
            const from = Math.round(pen.x(timeS[row]));
            c.fillRect(from, top, Math.max(1, Math.round(pen.x(timeS[row + 1])) - from), height);
          }
        });
      },
    }, moment);
    return {element, show: chart.show, plot: chart};
  };

  /** One small chart for each rider, one below the other, on one scale. */
  const strips = (name, moment, specOf, wordsOf, nowOf) => {
    const element = stage(name, moment);
    const charts = [];
    const texts = [];
    let shown = null;
    moment.listen(() => {
      if (shown && moment.shows(shown.ride)) texts.forEach(({now}, i) => { now.textContent = nowOf(shown, i, moment); });
    });
    const add = (i, isLast) => {
      const host = el('div', {class: 'strip-plot'});
      const [name, words, now] = [el('b'), el('span', {class: 'words'}), el('span', {class: 'now'})];
      element.append(el('div', {class: 'strip'}, el('div', {class: 'strip-name'}, name, ' ', words, now), host));
      texts.push({name, words, now});
      charts.push(plot(host, {x: 'time', xAxis: isLast, ...specOf(i), height: () => (isLast ? 72 + 42 : 72)}, moment));
    };
    const layOut = (riders) => {
      charts.forEach((chart) => chart.remove());
      element.replaceChildren();
      charts.length = texts.length = 0;
      riders.forEach((_, i) => add(i, i === riders.length - 1));
    };
    return {
      element,
      plots: charts,
      show: (data) => {
        shown = data;
        if (charts.length !== data.riders.length) layOut(data.riders);
        data.riders.forEach((rider, i) => {
          texts[i].name.textContent = rider.id;
          texts[i].words.textContent = wordsOf(rider);
          texts[i].now.textContent = nowOf(data, i, moment);
        });
        charts.forEach((chart) => chart.show(data));
      },
    };
  };

  const power = (moment) => strips('Power of each rider over time', moment, (i) => ({
    values: (data) => ({x: data.ride.timeS, y: data.ride.powerW[i]}),
    yRange: (data) => [0, ceil(Math.max(...data.ride.powerW.flat(), ...data.riders.map((r) => r.criticalPowerW)), 100)],
    yAxis: (state) => ({
      splits: () => {
        const most = Math.max(...state.data.ride.powerW.flat());
        const step = most > 700 ? 400 : 200;
        return [0, 1, 2, 3, 4, 5].map((n) => n * step).filter((w) => w <= most);
      },
      values: (u, v) => v.map(String),
    }),
    draw: (pen, data) => {
      const {c} = pen;
      const {timeS, powerW} = data.ride;
      const fill = fills(c);
      const leaves = leavesS(data, i);
      for (let row = 0; row < timeS.length - 1; row++) {
        const from = Math.round(pen.x(timeS[row]));
        const top = pen.y(powerW[i][row]);
        c.fillStyle = fill[role(data, i, row, leaves)];
        c.fillRect(from, top, Math.round(pen.x(timeS[row + 1])) - from, pen.y(0) - top);
      }
      const cp = pen.y(data.riders[i].criticalPowerW);
      pen.line(pen.left, cp, pen.right, cp, '#fff', 3.5, [6, 3]);
      pen.line(pen.left, cp, pen.right, cp, colour('alarm'), 1.5, [6, 3]);
    },
  }), (rider) => `CP ${units.watts(rider.criticalPowerW)} W`,
  (data, i, now) => `${units.watts(data.ride.powerW[i][now.row()])} W`);

  const balance = (moment) => strips("What each rider has left of W′ over time", moment, (i) => ({
    values: (data) => ({x: data.ride.timeS, y: data.ride.balanceJ[i]}),
    yRange: (data) => {
      const least = Math.min(0, ...data.ride.balanceJ.flat());
      return [least < 0 ? least - 2000 : 0, ceil(Math.max(...data.riders.map((r) => r.wPrimeJ)), 5000)];
    },
    yAxis: () => ({incrs: [5000, 10000, 20000, 50000, 100000, 200000, 500000], space: 17, values: (u, v) => v.map((j) => units.kj(j, 0))}),
    draw: (pen, data) => {
      const {c} = pen;
      const {timeS, balanceJ} = data.ride;
      const path = () => {
        c.beginPath();
        timeS.forEach((s, row) => c[row ? 'lineTo' : 'moveTo'](pen.x(s), pen.y(balanceJ[i][row])));
      };
      path();
      c.lineTo(pen.x(last(timeS)), pen.y(0));
      c.lineTo(pen.x(0), pen.y(0));
      const zero = pen.y(0);
      for (const [top, bottom, fill] of [[pen.top, zero, colour('line')], [zero, pen.bottom, stripes(c, colour('alarm'), '#fff')]]) {
        c.save();
        const area = new Path2D();
        area.rect(pen.left, top, pen.right - pen.left, bottom - top);
        c.clip(area);
        c.fillStyle = fill;
        c.fill();
        c.restore();
      }
      path();
      c.strokeStyle = colour('front');
      c.lineWidth = 1.75 * pen.dot;
      c.stroke();
      const reserve = pen.y(data.riders[i].reserveJ);
      pen.line(pen.left, reserve, pen.right, reserve, colour('alarm'), 1.5, [6, 3]);
      if (Math.min(...balanceJ[i]) < 0) pen.line(pen.left, pen.y(0), pen.right, pen.y(0), colour('ink'), 1);
    },
  }), (rider) => `of ${units.kj(rider.wPrimeJ)} kJ, least ${units.kj(rider.leastBalanceJ)}`,
  (data, i, now) => `${units.kj(now.at(data.ride.balanceJ[i]))} kJ`);

  /** Bars of elements: they print and wrap as text does. */
  const energy = () => {
    const element = el('div', {class: 'bars'});
    return {
      element,
      show: (data) => {
        const total = (split) => parts.reduce((sum, [key]) => sum + split[key], 0);
        const most = Math.max(...data.energy.map(total));
        element.replaceChildren(...data.energy.map((split) => {
          const bar = el('div', {class: 'bar'});
          for (const [key, kind] of parts) {
            const share = split[key] / most;
            if (share <= 0) continue;
            const text = share > 0.09 ? units.kj(split[key], 0) : '';
            const part = el('span', {class: `part ${kind}`, title: `${kind}: ${units.kj(split[key])} kJ`}, text && el('span', {}, text));
            part.style.width = `${100 * share}%`;
            bar.append(part);
          }
          return el('div', {class: 'bar-row'}, el('b', {}, split.rider), bar, el('span', {class: 'total'}, `${units.kj(total(split), 0)} kJ`));
        }));
      },
    };
  };
  const parts = [['frontJ', 'front'], ['lineJ', 'line'], ['exchangeJ', 'exchange'], ['bunchJ', 'bunch'], ['leftJ', 'left']];

  const signed = (digits, value) => {
    const text = units.fixed(digits, Math.abs(value));
    return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
  };
  /** A change of the input that moves the balance by less than a printed digit is left to the table. */
  const felt = (side) => side !== null && Math.abs(side.balanceJ) >= 50;

  /** What the answer hangs on: bars from the middle, losses to the left, gains to the right; less above more. */
  const tornado = () => {
    const element = el('div', {class: 'bars tornado'});
    return {
      element,
      show: (data) => {
        const {rows, catches} = data.hangsOn;
        const most = Math.max(...rows.flatMap((row) => [row.low, row.high]).map((side) => (side ? Math.abs(side.balanceJ) : 0)));
        const bar = (side, kind) => {
          const part = el('span', {class: `part ${kind}`});
          part.style.setProperty('--share', String(Math.abs(side.balanceJ) / most));
          const words = el('span', {class: 'words'}, `${side.value}: `, el('b', {}, signed(1, side.balanceJ / 1000)));
          return el('div', {class: side.balanceJ < 0 ? 'side loses' : 'side gains'}, part, words);
        };
        const sides = (row) => [[row.low, 'front'], [row.high, 'exchange']].filter(([side]) => side !== null).map(([side, kind]) => bar(side, kind));
        element.replaceChildren(...rows.filter((row) => felt(row.low) || felt(row.high)).map((row) => el('div', {class: 'hinge'},
          el('div', {class: 'input'}, el('b', {}, row.label), ` ${row.now}`,
            row.turns ? el('span', {class: 'turns'}, `${catches ? 'stops catching' : 'would catch'} ${row.turns}`) : ''),
          el('div', {class: 'sides'}, sides(row)))));
      },
    };
  };

  /** Steps over the sectors, one line for each of the columns. */
  const steps = (moment, name, unit, columns, xAxis) => {
    const element = stage(name, moment);
    const values = (data) => data.sectors.flatMap((s) => columns.map((column) => column.of(s)));
    const chart = plot(element, {
      x: 'km',
      xAxis,
      height: () => (xAxis ? 190 : 140),
      values: (data) => ({
        x: data.sectors.map((s) => s.toKm).reverse(),
        y: data.sectors.map((s) => columns[0].of(s)).reverse(),
      }),
      yRange: (data) => {
        const high = Math.max(...values(data));
        const low = Math.min(...values(data));
        return [Math.max(0, low - (high - low) * 0.15), high + (high - low) * 0.15 + 1];
      },
      yAxis: () => ({space: 26, values: (u, v) => v.map((n) => `${n}`)}),
      draw: (pen, data) => {
        for (const column of columns) {
          data.sectors.forEach((s, i) => {
            const y = pen.y(column.of(s));
            pen.line(pen.x(s.fromKm), y, pen.x(s.toKm), y, colour(column.colour), column.width, column.dash);
            if (i > 0) pen.line(pen.x(s.fromKm), pen.y(column.of(data.sectors[i - 1])), pen.x(s.fromKm), y, colour(column.colour), 1, column.dash);
          });
        }
        posts(pen, data);
      },
    }, moment);
    return {element, show: chart.show, plot: chart, unit};
  };
  const speed = (moment) => steps(moment, 'Speed by sector', 'km/h',
    [{of: (s) => s.speedMPerS * 3.6, colour: 'front', width: 2.5, dash: []}], false);
  const watts = (moment) => steps(moment, 'Power by sector, in front and mean of all', 'W', [
    {of: (s) => s.leaderW, colour: 'front', width: 2.5, dash: []},
    {of: (s) => s.meanW, colour: 'exchange', width: 2.5, dash: [5, 3]},
  ], true);

  return {gap, profile, rotation, power, balance, energy, tornado, speed, watts, turns, surfaces, parts, signed, felt};
})();
