// Two sessions side by side, moved together, with the first difference marked.

class ComparisonView {
  constructor(data, element) {
    this.data = data;
    this.element = element;
  }

  async show(rows) {
    this.element.replaceChildren(make('p', {}, make('a', { href: '#', onclick: goBack }, '◂ all submissions')),
      make('h2', { tabindex: -1 }, `${rows[0].id} and ${rows[1].id}`), make('p', { class: 'hint' }, 'the traces are being read …'));
    this.element.querySelector('h2').focus();
    try {
      this.showSessions(rows, await Promise.all(rows.map((row) => this.data.session(row))));
    } catch (error) {
      this.element.lastElementChild.replaceWith(make('p', { class: 'broken' }, error.message));
    }
  }

  showSessions(rows, sessions) {
    const difference = Session.firstDifference(...sessions);
    const marks = difference === null ? [] : [{ time: difference.time, label: `first difference: ${difference.what}`, text: '≠', kind: 'difference' }];
    const players = sessions.map((session) => new Player(session, marks));
    players.forEach((player, index) => {
      const other = players[1 - index];
      player.otherReading = (time) => other.session.reading(time);
      player.onSeek = (time) => {
        if (Math.abs(other.time - Math.min(time, other.session.end)) > 0.5) other.seek(time);
      };
    });
    const sentence = difference === null ? 'Both sessions are the same.'
      : `The first difference is at ${seconds(difference.time)}: ${difference.what}. Cells that differ are framed.`;
    this.element.lastElementChild.replaceWith(make('p', { id: 'difference', role: 'status' }, sentence),
      make('div', { class: 'pair' }, players.map((player, index) => make('div', {}, make('h3', {}, rows[index].id), player.element))));
    for (const player of players) player.element.style.gridTemplateColumns = 'minmax(0, 1fr)';
    players[0].seek(difference?.time ?? 0);
  }
}
