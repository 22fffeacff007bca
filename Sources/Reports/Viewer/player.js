// A session that can be played, stopped and looked into: picture, playfield, figures, keys, timeline, log.

const PlayerSpeeds = [0.1, 0.25, 0.5, 1, 2, 4, 8];

class Player {
  /**
   * @param marks further moments for the timeline: {time, label, kind}
   */
  constructor(session, marks = []) {
    this.session = session;
    this.time = 0;
    this.speed = 1;
    this.isPlaying = false;
    this.shownDrawing = null;
    this.marks = groupMoments([...momentsOf(session), ...marks].sort((a, b) => a.time - b.time), session.end / 60);
    this.element = this.build();
    this.seek(0);
  }

  build() {
    this.picture = make('div');
    this.field = make('canvas', { role: 'img', 'aria-label': 'playfield' });
    const hasDrawings = this.session.trace.drawings.length > 0;
    this.stage = make('div', { class: 'stage' },
      hasDrawings && make('figure', {}, this.picture, make('figcaption', {}, 'what the game drew')),
      make('figure', {}, this.field, make('figcaption', {}, 'what was read')));
    this.figures = make('dl', { class: 'figures' });
    this.keys = make('div', { class: 'keys', 'aria-label': 'keys held' });
    this.log = new SessionLog(this.session, (time) => this.seek(time));
    return make('section', { class: 'player', 'aria-label': 'The recorded session', onkeydown: (event) => this.key(event) },
      this.stage, make('div', { class: 'side' }, this.figures, this.keys, this.log.element), this.timeline(), this.controls());
  }

  timeline() {
    const { session } = this;
    this.scrubber = make('input', {
      type: 'range', min: 0, max: Math.max(1, Math.round(session.end)), step: 1, value: 0, 'aria-label': 'time in the session',
      oninput: () => this.seek(Number(this.scrubber.value), false),
    });
    const share = (time) => `${session.end > 0 ? (100 * time) / session.end : 0}%`;
    const inputs = session.trace.inputs.filter(({ action }) => !action.keyUp).slice(0, 2000);
    const marks = this.marks.slice(0, 200).map((moment) => make('button', {
      class: moment.kind, style: `left: ${share(moment.time)}; transform: translateX(-${share(moment.time)})`, title: `${seconds(moment.time)}  ${moment.label}`,
      'aria-label': `${moment.label}, at ${seconds(moment.time)}`, onclick: () => this.seek(moment.time),
    }, moment.text));
    return make('div', { class: 'timeline' },
      make('div', { class: 'marks' }, inputs.map(({ time }) => make('i', { style: `left: ${share(time)}` })), marks), this.scrubber);
  }

  controls() {
    const button = (text, label, action) => make('button', { 'aria-label': label, title: label, onclick: action }, text);
    this.playButton = button('▶ Play', 'play or stop (space)', () => this.toggle());
    this.speedChoice = make('select', { 'aria-label': 'speed', onchange: () => { this.speed = Number(this.speedChoice.value); } },
      PlayerSpeeds.map((speed) => make('option', { value: speed, selected: speed === 1 }, `${speed}×`)));
    this.clock = make('span', { class: 'number' });
    return make('div', { class: 'controls' },
      button('|◂', 'to the start (Home)', () => this.seek(0)), button('◂ frame', 'a frame back (comma)', () => this.step(-1)), this.playButton,
      button('frame ▸', 'a frame on (full stop)', () => this.step(1)), button('▸|', 'to the end (End)', () => this.seek(this.session.end)),
      button('◂ mark', 'to the finding before (p)', () => this.jump(-1)), button('mark ▸', 'to the next finding (n)', () => this.jump(1)),
      this.speedChoice, this.clock,
      make('span', { class: 'hint' }, 'space plays, , and . step, ← and → go a second, n and p to the next mark'));
  }

  /** Keys work wherever the focus is in the player, but where they have a meaning of their own. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === 'SELECT') return;
    const isScrubber = event.target === this.scrubber;
    if (event.key === ' ' && event.target.tagName === 'BUTTON') return;
    const action = {
      ' ': () => this.toggle(), ',': () => this.step(-1), '.': () => this.step(1), n: () => this.jump(1), p: () => this.jump(-1),
      Home: () => this.seek(0), End: () => this.seek(this.session.end),
      ArrowLeft: () => this.seek(this.time - (isScrubber ? 100 : 1000)), ArrowRight: () => this.seek(this.time + (isScrubber ? 100 : 1000)),
    }[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
    if (!this.isPlaying) announce(this.sentence());
  }

  toggle() {
    this.isPlaying = !this.isPlaying;
    this.playButton.textContent = this.isPlaying ? '⏸ Stop' : '▶ Play';
    if (!this.isPlaying) return;
    if (this.time >= this.session.end) this.time = 0;
    let last = performance.now();
    const run = (now) => {
      if (!this.isPlaying || !this.element.isConnected) return;
      this.seek(this.time + (now - last) * this.speed);
      last = now;
      if (this.time >= this.session.end) this.toggle();
      else requestAnimationFrame(run);
    };
    requestAnimationFrame(run);
  }

  step(frames) {
    const frame = this.session.frameNumber(this.time) + frames;
    this.seek(frame * this.session.frameInterval);
  }

  jump(direction) {
    const later = direction > 0 ? this.marks.find((moment) => moment.time > this.time + 1) : [...this.marks].reverse().find((moment) => moment.time < this.time - 1);
    if (later !== undefined) this.seek(later.time);
  }

  seek(time, movesScrubber = true) {
    this.time = Math.min(Math.max(time, 0), this.session.end);
    if (movesScrubber) this.scrubber.value = this.time;
    this.scrubber.setAttribute('aria-valuetext', seconds(this.time));
    this.show();
    this.onSeek?.(this.time);
  }

  show() {
    const { session, time } = this;
    const reading = session.reading(time);
    drawPlayfield(this.field, reading, { other: this.otherReading?.(time) ?? null });
    this.field.setAttribute('aria-label', describePlayfield(reading));
    this.showDrawing();
    const figures = [['time', seconds(time)], ['frame', session.frameNumber(time)], ['score', reading.score], ['lines', reading.lines], ['level', reading.level]];
    this.figures.replaceChildren(...figures.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, `${value ?? '–'}`))));
    const held = session.keysHeld(time).map((key) => make('kbd', {}, keyName(key)));
    this.keys.replaceChildren(...(held.length > 0 ? held : [make('span', { class: 'hint' }, session.latestInput(time) || 'no key is down')]));
    this.clock.textContent = `${seconds(time)} of ${seconds(session.end)}`;
    this.log.mark(time);
  }

  showDrawing() {
    const index = this.session.drawingIndex(this.time);
    if (index === this.shownDrawing) return;
    this.shownDrawing = index;
    const again = () => {
      if (this.shownDrawing !== index) return;
      this.shownDrawing = null;
      this.showDrawing();
    };
    const canvas = this.session.draw(index, again);
    canvas?.setAttribute('role', 'img');
    canvas?.setAttribute('aria-label', `the game's canvas at ${seconds(this.time)}`);
    this.picture.replaceChildren(...(canvas ? [canvas] : []));
  }

  sentence() {
    const reading = this.session.reading(this.time);
    const figures = ['score', 'lines', 'level'].filter((name) => reading[name] !== undefined).map((name) => `${name} ${reading[name]}`);
    return [seconds(this.time), ...figures, describePlayfield(reading)].join(', ');
  }
}
