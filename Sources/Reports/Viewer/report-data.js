// The report's data as it stands in the page, or in files beside it. Nothing is read before it is wanted.

class ReportData {
  constructor(index) {
    /** Ids of the checks, in the order of the letters in a row's statuses. */
    this.checks = index.checks;
    this.sentence = index.sentence;
    /** Folder of the traces beside the page; null when they are inside. */
    this.folder = index.folder;
    this.linesPerChunk = index.linesPerChunk;
    this.rows = index.rows.map(([id, verdict, failure, statuses, headline, model, task, trace], number) => (
      { number, id, verdict, failure, statuses, headline, model, task, trace }));
    this.chunks = new Map();
    this.traces = new Map();
    /** Who waits for a trace's file, by its name. */
    this.waiting = new Map();
    window.playproofTrace = (name, text) => this.waiting.get(name)?.(text);
  }

  static inPage() {
    return new ReportData(JSON.parse(byId('report-index')?.textContent ?? '{"checks":[],"rows":[],"sentence":"","folder":null,"linesPerChunk":1}'));
  }

  row(id) {
    return this.rows.find((row) => row.id === id);
  }

  /** The whole record of a row; null for a row that is only a trace. */
  record(row) {
    if (row.verdict === '') return null;
    const number = Math.floor(row.number / this.linesPerChunk);
    if (!this.chunks.has(number)) this.chunks.set(number, byId(`records-${number}`).textContent.trim().split('\n'));
    return JSON.parse(this.chunks.get(number)[row.number % this.linesPerChunk]);
  }

  /** The session of a row, read once. */
  async session(row) {
    if (!this.traces.has(row.id)) this.traces.set(row.id, this.traceText(row).then((text) => new Session(TraceReader.read(text))));
    return this.traces.get(row.id);
  }

  async traceText(row) {
    if (typeof row.trace !== 'string') return row.text;
    const inside = byId(`trace-${row.trace}`);
    return JSON.parse(inside === null ? await this.load(row.trace) : inside.textContent);
  }

  /** A page that was opened from a file may load scripts from beside it, and nothing else. */
  load(name) {
    return new Promise((resolve, reject) => {
      const path = `${this.folder}/${name}.js`;
      const script = make('script', { src: path.split('/').map(encodeURIComponent).join('/') });
      this.waiting.set(name, resolve);
      script.addEventListener('error', () => reject(new Error(`the trace ${path} is missing; keep the folder ${this.folder} beside this page`)));
      script.addEventListener('load', () => script.remove());
      document.head.append(script);
    });
  }

  /** Adds a trace that the reader of the page has opened. */
  add(name, text) {
    let id = name;
    for (let number = 2; this.row(id) !== undefined; number += 1) id = `${name} (${number})`;
    const row = { number: this.rows.length, id, verdict: '', failure: null, statuses: '', headline: 'a trace that was opened', model: '', task: '', trace: true, text };
    this.rows.push(row);
    return row;
  }
}
