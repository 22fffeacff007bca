// The page that plays a recorded session: at real speed for a person, or with #full-speed in the address as fast as it
// goes, for whoever reads the digest. The digest is in the document either way once the session is over.

(() => {
  const session = JSON.parse(document.getElementById('playproof-session').textContent);
  const fullSpeed = location.hash === '#full-speed';
  const element = (id) => document.getElementById(id);
  /** Sums of frame intervals differ from round times by a rounding error. */
  const TIME_TOLERANCE = 1e-6;
  const FRAMES_WAITED_MAX = 120;
  let driver = null;
  let paused = false;
  let playedFor = 0;

  // Files of the submission become blobs that the page's own text refers to

  const addresses = new Map();
  const types = {
    js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', html: 'text/html', json: 'application/json', svg: 'image/svg+xml',
    png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', mp3: 'audio/mpeg', wav: 'audio/wav', ogg: 'audio/ogg',
  };
  const pathOf = (reference, from) => {
    const base = `https://submission.test/${from}`;
    try {
      const url = new URL(reference, base);
      return url.host === 'submission.test' ? decodeURIComponent(url.pathname.slice(1)) : null;
    } catch {
      return null;
    }
  };
  /** Blobs are made when they are first referred to, those that they refer to before them. */
  const addressOf = (reference, from) => {
    const path = pathOf(reference, from);
    if (path === null || !Object.hasOwn(session.files, path)) return null;
    if (!addresses.has(path)) {
      addresses.set(path, null);
      const bytes = Uint8Array.from(atob(session.files[path]), (character) => character.charCodeAt(0));
      const type = types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
      const isText = /javascript|css/.test(type);
      const content = isText ? withAddresses(new TextDecoder().decode(bytes), path) : bytes;
      addresses.set(path, URL.createObjectURL(new Blob([content], { type })));
    }
    return addresses.get(path);
  };
  const reference = /((?:\bsrc|\bhref|"[^"\n]*"\s*:|\bfrom|\bimport)\s*[=(]?\s*)(["'])([^"'\n<>]+)\2|(\burl\(\s*)(["']?)([^"')\n]+)\5/g;
  const withAddresses = (text, from) => text.replace(reference, (all, before, quote, link, urlBefore, urlQuote, urlLink) => {
    const address = addressOf(link ?? urlLink, from);
    if (address === null) return all;
    return link === undefined ? `${urlBefore}${urlQuote}${address}${urlQuote}` : `${before}${quote}${address}${quote}`;
  });

  /** The document with one more script behind its doctype, on the same line, so that all line numbers stay. */
  const documentText = () => {
    const text = withAddresses(session.html, session.name);
    const doctype = /^(?:\s|<!--[^]*?-->)*<!doctype[^>]*>/i.exec(text)?.[0] ?? '';
    return `${doctype}<script>parent.playproofEnter(window)<\/script>${text.slice(doctype.length)}`;
  };

  const load = () => new Promise((loaded) => {
    window.playproofEnter = (window) => {
      window.document.currentScript.remove();
      driver = window.eval(session.driver)({
        seed: session.seed, frameInterval: session.frameInterval, startTime: session.startTime, url: `https://submission.test/${session.name}`,
      });
    };
    const frame = element('page');
    frame.addEventListener('load', () => loaded(), { once: true });
    frame.srcdoc = documentText();
  });

  // Time

  const channel = new MessageChannel();
  /** A task of its own: the browser's microtask checkpoint lies between this one and the next. */
  const nextTask = () => new Promise((resolve) => {
    channel.port1.onmessage = resolve;
    channel.port2.postMessage(0);
  });
  const nextFrame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  /** Lets the browser do what it does in its own time, such as loading a picture. */
  const finishNativeWork = async () => {
    for (let i = 0; i < FRAMES_WAITED_MAX && driver.takeFrameRequest(); i++) {
      await nextFrame();
      await nextTask();
    }
  };

  const waitUntil = async (time) => {
    while (!fullSpeed && (paused || playedFor < time)) await nextFrame();
  };
  const runUntil = async (time) => {
    while (driver.step(time) !== 0) {
      await nextTask();
      await finishNativeWork();
    }
  };
  const runFrame = async (time) => {
    await waitUntil(time);
    await runUntil(time);
    if (driver.wantsEveryFrame()) await nextFrame();
    if (driver.frameCount() % session.framesPerStep === 0) look(null, true);
    if (!fullSpeed) showTime();
  };
  const advance = async (time) => {
    while (driver.now() < time - TIME_TOLERANCE) {
      const next = driver.nextFrameTime();
      if (next <= time + TIME_TOLERANCE) {
        await runFrame(next);
      } else {
        await waitUntil(time);
        await runUntil(time);
      }
    }
  };

  // The digest

  const steps = [];
  const latest = { text: null, boxes: null };
  const ifChanged = (name, value) => {
    const json = JSON.stringify(value);
    if (value === null || latest[name] === json) return {};
    latest[name] = json;
    return { [name]: value };
  };
  const look = (input, withBoxes) => {
    const { draws, text, boxes } = driver.look(withBoxes);
    steps.push({ time: driver.now(), frame: driver.frameCount(), ...(input === null ? {} : { input }), draws, ...ifChanged('text', text), ...ifChanged('boxes', boxes) });
  };
  const writeDigest = () => {
    const digest = JSON.stringify({ schema: 'playproof/digest/1', name: session.name, steps, records: driver.records(), pixels: driver.pixels() });
    const script = document.createElement('script');
    script.type = 'application/json';
    script.id = 'playproof-digest';
    script.textContent = digest.replaceAll('<', '\\u003c');
    document.body.append(script);
    if (parent !== window) parent.postMessage({ witness: digest }, '*');
  };

  // The person who watches

  const seconds = (time) => `${(time / 1000).toFixed(1)} s`;
  const showTime = () => { element('time').textContent = `${seconds(driver.now())} of ${seconds(session.end)}`; };
  const nameOf = (action) => {
    const [kind] = Object.keys(action);
    const given = action[kind];
    if (kind === 'clickAt') return `click at ${given.x},${given.y}`;
    if (kind === 'stall') return `a stall of ${given.milliseconds} ms`;
    const touch = { touchStart: 'touch at', touchMove: 'touch moves to', touchEnd: 'touch ends at' }[kind];
    if (touch !== undefined) return `${touch} ${Math.round(given.x)},${Math.round(given.y)}`;
    return kind === 'click' ? `click ${given._0}` : `${given._0.key === ' ' ? 'Space' : given._0.key} ${kind === 'keyDown' ? 'down' : 'up'}`;
  };
  const showControls = () => {
    const button = element('play');
    button.addEventListener('click', () => {
      paused = !paused;
      button.textContent = paused ? 'Play' : 'Pause';
    });
    element('again').addEventListener('click', () => { location.reload(); });
    let before = performance.now();
    const tick = (now) => {
      // A tab in the background gets no frames; the session waits for it.
      if (!paused) playedFor += Math.min(now - before, 100);
      before = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  };

  const play = async () => {
    // The document counts as loading for as long as this frame does, so that a reader of the digest waits for it.
    const gate = element('gate').contentDocument;
    if (fullSpeed) gate.open();
    else showControls();
    await load();
    await runUntil(driver.now());
    look(null, true);
    for (const { time, action: json } of session.inputs) {
      const action = JSON.parse(json);
      await advance(time);
      element('input').textContent = nameOf(action);
      driver.apply(action);
      await runUntil(driver.now());
      look(nameOf(action), false);
    }
    await advance(session.end);
    look(null, true);
    writeDigest();
    element('input').textContent = 'the end';
    if (fullSpeed) gate.close();
  };
  play();
})();
