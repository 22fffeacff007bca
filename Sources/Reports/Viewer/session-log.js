// What happened in a session, line by line: findings, errors with their source, console, clicks.

class SessionLog {
  /** More lines than this nobody reads, and they slow the page down. */
  static linesMax = 400;

  constructor(session, onSeek) {
    this.session = session;
    const clicks = session.trace.inputs.filter(({ action }) => action.click || action.clickAt)
      .map(({ time, action }) => ({ time, kind: 'input', content: action }));
    const entries = [...session.trace.notes, ...clicks].sort((a, b) => a.time - b.time);
    this.entries = entries.slice(0, SessionLog.linesMax);
    this.items = this.entries.map((entry) => make('li', {},
      make('button', { class: 'link', onclick: () => onSeek(entry.time) }, seconds(entry.time)), make('div', {}, this.content(entry))));
    const rest = entries.length - this.entries.length;
    this.element = make('div', {}, make('h3', {}, 'Findings, errors, console'),
      entries.length === 0 ? make('p', { class: 'hint' }, 'nothing was said')
        : make('ol', { class: 'log', tabindex: 0, 'aria-label': 'what happened' }, this.items, rest > 0 && make('li', {}, '', `${rest} more`)));
  }

  content({ kind, content }) {
    if (kind === 'input') return describeInput(content);
    if (kind === 'finding') return [make('span', { class: `status ${content.status}` }, `${mark(content.status)} ${content.id}`), ` ${content.detail ?? ''}`];
    if (kind === 'console') return `${content.level ?? content.kind}: ${content.text ?? content.name ?? content.target ?? ''}`;
    const place = content.line > 0 ? ` (line ${content.line})` : '';
    return [make('span', { class: 'error' }, `${content.name ?? 'Error'}: ${content.message ?? ''}${place}`),
      sourceExtract(this.session.source(content.line, content.source), content.line)];
  }

  /** Marks the last entry at or before a time and brings it into sight. */
  mark(time) {
    const index = indexAt(this.entries, time);
    if (index === this.marked) return;
    this.items[this.marked]?.classList.remove('now');
    this.marked = index;
    const item = this.items[index];
    if (item === undefined) return;
    item.classList.add('now');
    const list = item.parentElement;
    list.scrollTop = item.offsetTop - list.offsetTop - list.clientHeight / 2;
  }
}

/** Lines of source, the one in question marked; null for none. */
const sourceExtract = (lines, line) => lines.length === 0 ? null
  : make('pre', {}, lines.map(({ number, content }) => {
    const text = `${String(number).padStart(5)}  ${content.slice(0, 200)}\n`;
    return number === line ? make('mark', {}, text) : text;
  }));
