'use strict';
// A chart on uPlot: one x axis (time or km to go), one y axis, drawn by the caller, with the shared moment as its cursor.
(() => {
  const {units} = Paceline;
  /** Room for "1000 m" and "1:00:00". */
  const Y_AXIS = 58;
  const RIGHT = 14;
  const FONT = '12px system-ui, sans-serif';
  const all = new Set();

  /** A colour of the style sheet. */
  Paceline.colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  /** Stripes, so that a colour is never the only sign. */
  Paceline.stripes = (context, colour, ground) => {
    const dot = uPlot.pxRatio;
    const tile = document.createElement('canvas');
    tile.width = tile.height = 6 * dot;
    const c = tile.getContext('2d');
    c.fillStyle = ground;
    c.fillRect(0, 0, tile.width, tile.height);
    c.strokeStyle = colour;
    c.lineWidth = 2.2 * dot;
    for (const shift of [-6, 0, 6]) {
      c.beginPath();
      c.moveTo((shift - 1) * dot, 7 * dot);
      c.lineTo((shift + 7) * dot, -1 * dot);
      c.stroke();
    }
    return context.createPattern(tile, 'repeat');
  };

  const x = {
    time: {
      dir: 1,
      range: (moment) => [moment.fromS, moment.toS],
      value: (moment) => moment.timeS,
      set: (moment, value) => moment.set(value),
      incrs: [10, 30, 60, 120, 300, 600, 1200, 1800, 3600],
      label: 'minutes since the start',
      // whole minutes unless the zoom shows less
      format: (s, u) => (u.scales.x.max - u.scales.x.min > 300 ? String(s / 60) : units.clock(s)),
    },
    km: {
      dir: -1,
      range: (moment, data) => [data.course.kmToGo[data.course.kmToGo.length - 1], data.goal.startKm],
      value: (moment) => moment.kmToGo(),
      set: (moment, value) => moment.set(moment.timeAtKm(value)),
      incrs: [0.5, 1, 2, 5, 10, 20, 50],
      label: 'km to go',
      format: (km) => String(km),
    },
  };

  /** What a drawing needs: pixels of the canvas, colours, and the borders of the plot. */
  const pen = (u) => {
    const dot = uPlot.pxRatio;
    return {
      u,
      c: u.ctx,
      dot,
      x: (value) => u.valToPos(value, 'x', true),
      y: (value) => u.valToPos(value, 'y', true),
      left: u.bbox.left,
      top: u.bbox.top,
      right: u.bbox.left + u.bbox.width,
      bottom: u.bbox.top + u.bbox.height,
      font: (size, weight = '') => `${weight} ${size * dot}px system-ui, sans-serif`,
      /** A text that can be read on whatever is behind it. */
      text: (words, x, y) => {
        u.ctx.save();
        u.ctx.strokeStyle = Paceline.colour('paper');
        u.ctx.lineWidth = 4 * dot;
        u.ctx.lineJoin = 'round';
        u.ctx.strokeText(words, x, y);
        u.ctx.fillText(words, x, y);
        u.ctx.restore();
      },
      line: (x1, y1, x2, y2, colour, width = 1, dash = []) => {
        u.ctx.save();
        u.ctx.strokeStyle = colour;
        u.ctx.lineWidth = width * dot;
        u.ctx.setLineDash(dash.map((d) => d * dot));
        u.ctx.beginPath();
        u.ctx.moveTo(x1, y1);
        u.ctx.lineTo(x2, y2);
        u.ctx.stroke();
        u.ctx.restore();
      },
    };
  };

  const size = (host, spec, data) => ({width: Math.max(120, host.clientWidth), height: spec.height(data)});

  const options = (host, spec, moment, state) => ({
    ...size(host, spec, state.data),
    padding: [spec.padTop ?? 8, RIGHT, spec.xAxis ? 0 : 4, 0],
    legend: {show: false},
    cursor: {
      y: false,
      points: {show: false},
      drag: {x: false, y: false, setScale: false},
      bind: Object.fromEntries(['mousedown', 'mouseup', 'click', 'dblclick', 'mousemove', 'mouseleave', 'mouseenter']
        .map((event) => [event, () => null])),
    },
    scales: {
      x: {time: false, dir: x[spec.x].dir, range: () => x[spec.x].range(moment, state.data)},
      y: {dir: spec.yDir ?? 1, range: () => spec.yRange(state.data)},
    },
    axes: [
      {
        show: Boolean(spec.xAxis), font: FONT, stroke: Paceline.colour('ink'), size: 24, gap: 3, labelSize: 18, labelGap: 0,
        label: x[spec.x].label, labelFont: FONT, incrs: x[spec.x].incrs, space: 56, values: (u, v) => v.map((value) => x[spec.x].format(value, u)),
        grid: {stroke: Paceline.colour('grid'), width: 1}, ticks: {stroke: Paceline.colour('grid'), width: 1, size: 5},
      },
      {
        font: FONT, stroke: Paceline.colour('ink'), size: Y_AXIS, gap: 4, ...(spec.yAxis ? spec.yAxis(state) : {}),
        grid: {stroke: Paceline.colour('grid'), width: 1, show: spec.yGrid !== false},
        ticks: {stroke: Paceline.colour('grid'), width: 1, size: 5, show: spec.yGrid !== false},
      },
    ],
    series: [{}, {stroke: 'transparent', points: {show: false}, paths: () => null}],
    hooks: {draw: [(u) => {
      const p = pen(u);
      u.ctx.save();
      u.ctx.beginPath();
      u.ctx.rect(u.bbox.left, u.bbox.top - 1, u.bbox.width, u.bbox.height + 2);
      u.ctx.clip();
      spec.draw(p, state.data);
      u.ctx.restore();
      if (spec.over) spec.over(p, state.data);
    }]},
  });

  /**
   * A chart in an element. The spec has: x ('time' or 'km'), xAxis, height(data), values(data) → {x, y}, yRange(data), draw(pen, data)
   * inside the plot, over(pen, data) around it, yAxis(state) → options of uPlot's axis, which read the state when they are called: its data
   * change.
   */
  Paceline.plot = (host, spec, moment) => {
    const state = {data: null, u: null, host};
    const place = () => {
      if (!state.u) return;
      const value = x[spec.x].value(moment);
      const [from, to] = x[spec.x].range(moment, state.data);
      const left = value < from || value > to ? -10 : state.u.valToPos(value, 'x');
      state.u.setCursor({left, top: 0}, false);
    };
    let shown = [NaN, NaN];
    const refresh = () => {
      if (!state.u || !moment.shows(state.data.ride)) return;
      const range = x[spec.x].range(moment, state.data);
      if (range[0] !== shown[0] || range[1] !== shown[1]) {
        shown = range;
        state.u.setScale('x', {min: range[0], max: range[1]});
      }
      place();
    };
    const read = (event) => {
      const left = event.clientX - state.u.over.getBoundingClientRect().left;
      x[spec.x].set(moment, state.u.posToVal(left, 'x'));
    };
    const unlisten = moment.listen(refresh);
    const plot = {
      /** Draws these data, in place of what was there. */
      show: (data) => {
        state.data = data;
        const values = spec.values(data);
        shown = x[spec.x].range(moment, data);
        const {width, height} = size(host, spec, data);
        if (state.u && state.u.width === width && state.u.height === height) {
          // the same canvas: a new one costs the page a layout
          state.u.batch((u) => {
            u.setData([values.x, values.y]);
            u.redraw(false, true);
          });
        } else {
          if (state.u) state.u.destroy();
          state.u = new uPlot(options(host, spec, moment, state), [values.x, values.y], host);
          state.u.over.addEventListener('pointermove', read);
          state.u.over.addEventListener('pointerdown', read);
        }
        place();
      },
      fit: () => {
        if (!state.u || host.clientWidth === 0) return;
        state.u.setSize(size(host, spec, state.data));
        place();
      },
      /** Ends it, so that nothing follows the moment for a chart that is not there. */
      remove: () => {
        unlisten();
        all.delete(plot);
        state.u?.destroy();
        state.u = null;
      },
      /** The numbers drawn, for tests. */
      values: () => spec.values(state.data),
      /** The range of the x axis, for tests. */
      shown: () => shown,
    };
    all.add(plot);
    return plot;
  };

  const fitAll = () => all.forEach((plot) => plot.fit());
  let waiting = 0;
  window.addEventListener('resize', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(fitAll);
  });
  // paper is narrower than a screen, and a canvas does not follow by itself
  const paper = (on) => () => {
    document.documentElement.classList.toggle('paper', on);
    fitAll();
  };
  window.addEventListener('beforeprint', paper(true));
  window.addEventListener('afterprint', paper(false));
})();
