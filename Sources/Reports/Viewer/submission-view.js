// One submission: its verdict, its session, its scorecard.

class SubmissionView {
  constructor(data, element) {
    this.data = data;
    this.element = element;
  }

  async show(row, at) {
    const record = this.data.record(row);
    const place = make('div', {}, row.trace ? make('p', { class: 'hint' }, 'the trace is being read …') : make('p', { class: 'hint' }, 'No session of this submission was recorded. --trace on records one of each.'));
    const card = make('div');
    const verdict = record === null ? null : make('p', {}, make('span', { class: `verdict ${row.verdict}` }, row.verdict),
      row.failure ? ` (${row.failure})` : '', row.headline ? `  ${row.headline}` : '');
    const about = record === null ? null : make('p', { class: 'hint' }, [record.source, row.model, row.task && `task ${row.task}`, `seed ${record.seed}`,
      `${record.cpuSeconds} s`, `${record.peakMemoryMB} MB`].filter(Boolean).join(' · '));
    this.element.replaceChildren(make('p', {}, make('a', { href: '#', onclick: goBack }, '◂ all submissions')), make('h2', { tabindex: -1 }, row.id), ...[verdict, about].filter(Boolean), place, card);
    this.element.querySelector('h2').focus();
    if (record !== null) card.replaceChildren(this.errors(record, null), scorecard(record, null));
    if (!row.trace) return;
    try {
      const session = await this.data.session(row);
      this.showSession(row, record, session, place, card, at);
    } catch (error) {
      place.replaceChildren(make('p', { class: 'broken' }, error.message));
    }
  }

  showSession(row, record, session, place, card, at) {
    const player = new Player(session);
    const seek = (time) => {
      player.seek(time);
      player.element.scrollIntoView({ block: 'nearest' });
      player.scrubber.focus({ preventScroll: true });
    };
    place.replaceChildren(...[session.trace.isCutOff && make('p', { class: 'flawed' }, 'The recording was cut off.'), player.element, filmStrip(session, seek), this.comparisonChoice(row)].filter(Boolean));
    if (record !== null) card.replaceChildren(this.errors(record, session), scorecard(record, this.seekIn(session, seek)));
    if (at !== undefined) player.seek(Number(at));
    else if (session.findings.some(({ content }) => content.status === 'fail')) player.seek(session.findings.find(({ content }) => content.status === 'fail').time);
  }

  /** Only findings of the recorded session have a moment in it. */
  seekIn(session, seek) {
    const times = new Set(session.findings.map(({ content }) => Math.round(content.at)));
    return Object.assign((time) => seek(time), { has: (time) => times.has(Math.round(time)) });
  }

  errors(record, session) {
    if ((record.errors ?? []).length === 0) return '';
    return make('div', {}, make('h3', {}, 'Errors while loading'), record.errors.map((error) => make('div', {},
      make('p', { class: 'broken' }, `${error.name}: ${error.message}${error.line ? ` (line ${error.line}${error.column ? `, column ${error.column}` : ''})` : ''}`),
      session ? sourceExtract(session.source(error.line), error.line) : null)));
  }

  comparisonChoice(row) {
    const others = this.data.rows.filter((other) => other.trace && other !== row).slice(0, 2000);
    if (others.length === 0) return make('p', { class: 'hint' }, 'Open another trace above to see two sessions side by side.');
    const select = make('select', { 'aria-label': 'compare with' }, others.map((other) => make('option', { value: other.id }, other.id)));
    return make('p', {}, 'Side by side with ', select, ' ',
      make('button', { onclick: () => { location.hash = new URLSearchParams({ id: row.id, with: select.value }); } }, 'Compare'));
  }
}
