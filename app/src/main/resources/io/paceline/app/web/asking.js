'use strict';
// The question that the page asks, its undo, and the line to the planner.
Paceline.createAsking = ({onPlan, onState, onFault}) => {
  /** A first plan that takes longer than this is waited for in words, ms. */
  const LONG_MS = 400;
  const clone = (value) => JSON.parse(JSON.stringify(value));
  const MERGE_MS = 1000;
  const asking = {question: null, undone: [], done: [], plan: null, asked: 0, waitsLong: false};
  const listeners = [];
  let last = {key: null, at: 0};
  let sending = false;
  let waiting = false;

  const changed = () => listeners.forEach((listener) => listener(asking.question));

  const SILENT = 'The planner does not answer. Start it again: paceline serve.';
  const reached = async (path, request) => {
    try {
      return await fetch(path, request);
    } catch {
      throw new Error(SILENT);
    }
  };

  /** A request; an answer that is not good becomes an Error with the planner's own words. */
  asking.ask = async (method, path, body) => {
    const response = await reached(path, body === undefined
      ? {method}
      : {method, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
    const json = await response.json();
    if (!response.ok) throw new Error(json.error);
    return json;
  };

  /** Bytes that are not JSON. */
  asking.fetch = async (path) => {
    const response = await reached(path);
    if (!response.ok) throw new Error((await response.json()).error);
    return response.blob();
  };

  const isAnswered = () => asking.plan !== null && asking.plan.revision >= asking.asked;
  /** Says so where the first plan for a question takes its time. */
  const expect = ({revision}) => {
    asking.asked = Math.max(asking.asked, revision);
    setTimeout(() => {
      if (revision !== asking.asked || isAnswered()) return;
      asking.waitsLong = true;
      onState();
    }, LONG_MS);
  };

  // One question is under way at a time; while it is, only the newest of the others waits.
  const send = async () => {
    if (sending) {
      waiting = true;
      return;
    }
    sending = true;
    try {
      expect(await asking.ask('PUT', '/api/question', asking.question));
      onFault('');
    } catch (fault) {
      onFault(fault.message);
    }
    sending = false;
    if (waiting) {
      waiting = false;
      send();
    }
  };

  /** Changes the question. Changes of one key that follow each other quickly are undone together. */
  asking.change = (key, edit) => {
    const now = Date.now();
    if (key !== last.key || now - last.at > MERGE_MS) asking.done.push(clone(asking.question));
    last = {key, at: now};
    asking.undone = [];
    edit(asking.question);
    changed();
    send();
  };

  const step = (from, to) => {
    if (from.length === 0) return;
    to.push(clone(asking.question));
    asking.question = from.pop();
    last = {key: null, at: 0};
    changed();
    send();
  };
  asking.undo = () => step(asking.done, asking.undone);
  asking.redo = () => step(asking.undone, asking.done);
  asking.listen = (listener) => listeners.push(listener);
  asking.notify = changed;

  /** Takes the planner's own question, when the page opens or another race was loaded. */
  asking.load = async () => {
    asking.question = await asking.ask('GET', '/api/question');
    asking.done = [];
    asking.undone = [];
    changed();
  };

  /** Takes a question that somebody else asked, another page or a program; it can be undone as our own can. Says whether it was another. */
  const take = async () => {
    const question = await asking.ask('GET', '/api/question');
    if (sending || JSON.stringify(question) === JSON.stringify(asking.question)) return false;
    asking.done.push(asking.question);
    asking.undone = [];
    asking.question = question;
    last = {key: null, at: 0};
    changed();
    return true;
  };

  /** A planner that was started again counts its questions anew, and may have another one than the page. */
  const takeUp = async () => {
    asking.asked = 0;
    try {
      if (await take()) onFault('The planner was started again and shows its own question. Undo brings yours back.');
    } catch (fault) {
      onFault(fault.message);
    }
  };

  asking.watch = () => {
    const events = new EventSource('/api/events');
    events.addEventListener('plan', (event) => {
      const plan = JSON.parse(event.data);
      const before = asking.plan;
      // a stream that opens again begins with what we have
      if (before?.number === plan.number && before.revision === plan.revision) return;
      const again = before !== null && plan.revision < before.revision;
      if (again) takeUp();
      const foreign = !again && !sending && plan.revision > asking.asked && asking.question !== null;
      asking.plan = plan;
      if (!sending) asking.asked = Math.max(asking.asked, plan.revision);
      if (isAnswered() || plan.fault) asking.waitsLong = false;
      onPlan(plan, before);
      if (foreign) take().catch((fault) => onFault(fault.message));
    });
    // the stream ends every minute and opens again by itself
    let silence = null;
    events.onopen = () => {
      if (silence === 'told') {
        onFault('');
        takeUp();
      } else {
        clearTimeout(silence);
      }
      silence = null;
    };
    events.onerror = () => {
      silence ??= setTimeout(() => {
        silence = 'told';
        onFault(SILENT);
      }, 3000);
    };
  };
  return asking;
};
