// The table of submissions, its filters and its pages.

const Verdicts = ['plays', 'flawed', 'broken', 'unknown'];

class SubmissionList {
  static rowsPerPage = 100;

  constructor(data, element) {
    this.data = data;
    this.element = element;
    this.page = 0;
    this.filter = {};
    const values = (name) => [...new Set(data.rows.map((row) => row[name]).filter(Boolean))].sort();
    this.fields = [
      this.choice('verdict', 'Verdict', Verdicts.filter((verdict) => data.rows.some((row) => row.verdict === verdict))),
      this.choice('model', 'Model', values('model')), this.choice('failure', 'Failure', values('failure')),
      this.choice('check', 'Check', data.checks), this.choice('status', 'Check’s status', ['fail', 'absent', 'unknown', 'pass'], 'fails or is absent'),
      make('label', {}, 'Search', make('input', { type: 'search', name: 'text', oninput: () => this.changed(), placeholder: 'id, task or reason' })),
    ];
    this.form = make('form', { class: 'filters', role: 'search', 'aria-label': 'Filters', onsubmit: (event) => event.preventDefault() },
      this.fields, make('button', { type: 'reset', onclick: () => setTimeout(() => this.changed()) }, 'Clear'));
    this.table = make('tbody');
    this.pages = make('div', { class: 'pages' });
    element.append(this.form, make('p', { class: 'hint', id: 'count', role: 'status' }),
      make('div', { class: 'scroll' }, make('table', { class: 'rows' },
        make('thead', {}, make('tr', {}, ['submission', 'model', 'verdict', 'failure', 'why'].map((name) => make('th', { scope: 'col' }, name)))), this.table)),
      this.pages);
  }

  choice(name, label, values, all = 'all') {
    if (values.length === 0) return null;
    return make('label', {}, label, make('select', { name, onchange: () => this.changed() },
      make('option', { value: '' }, all), values.map((value) => make('option', { value }, value))));
  }

  /** The filters were changed by hand: they go into the address, so that a link shows the same. */
  changed() {
    const entries = [...new FormData(this.form)].filter(([, value]) => value !== '');
    history.replaceState(null, '', `#${new URLSearchParams(entries)}`);
    this.show(Object.fromEntries(entries));
  }

  show(filter) {
    this.filter = filter;
    for (const field of this.form.elements) if (field.name) field.value = filter[field.name] ?? '';
    this.page = 0;
    this.found = this.data.rows.filter((row) => this.matches(row));
    this.draw();
  }

  matches(row) {
    const { verdict, model, failure, check, status, text } = this.filter;
    if (verdict && row.verdict !== verdict || model && row.model !== model || failure && row.failure !== failure) return false;
    if (check || status) {
      const letters = check ? row.statuses[this.data.checks.indexOf(check)] ?? '-' : row.statuses;
      const wanted = status ? [status[0]] : ['f', 'a'];
      if (!wanted.some((letter) => letters.includes(letter))) return false;
    }
    return !text || `${row.id} ${row.task ?? ''} ${row.headline}`.toLowerCase().includes(text.toLowerCase());
  }

  draw() {
    const { rowsPerPage } = SubmissionList;
    const first = this.page * rowsPerPage;
    this.table.replaceChildren(...this.found.slice(first, first + rowsPerPage).map((row) => this.rowElement(row)));
    byId('count').textContent = this.found.length === this.data.rows.length ? plural(this.data.rows.length, 'submission')
      : `${this.found.length.toLocaleString('en')} of ${plural(this.data.rows.length, 'submission')}`;
    const last = Math.max(0, Math.ceil(this.found.length / rowsPerPage) - 1);
    const turn = (step) => {
      this.page += step;
      this.draw();
      this.element.scrollIntoView();
    };
    this.pages.hidden = last === 0;
    this.pages.replaceChildren(
      make('button', { disabled: this.page === 0, onclick: () => turn(-1) }, '◂ before'), make('span', {}, `page ${this.page + 1} of ${last + 1}`),
      make('button', { disabled: this.page === last, onclick: () => turn(1) }, 'next ▸'));
  }

  rowElement(row) {
    return make('tr', {},
      make('td', {}, make('a', { class: 'id', href: `#${new URLSearchParams({ id: row.id })}` }, row.id), row.trace ? make('span', { title: 'has a trace' }, ' ▶') : null),
      make('td', {}, row.model ?? ''), make('td', {}, make('span', { class: `verdict ${row.verdict}` }, row.verdict)),
      make('td', {}, row.failure ?? ''), make('td', { class: 'reason' }, row.headline ?? ''));
  }
}
