// Small pictures of the moments that matter.

const filmStrip = (session, onSeek) => {
  const pictures = stripMoments(session).map(({ time, label }) => {
    const holder = make('span');
    const show = () => {
      let canvas = session.draw(session.drawingIndex(time), show);
      if (canvas === null) {
        canvas = make('canvas');
        drawPlayfield(canvas, session.reading(time), { size: 7 });
      }
      holder.replaceChildren(canvas);
    };
    show();
    return make('button', { onclick: () => onSeek(time), 'aria-label': `go to ${seconds(time)} ${label}` }, holder, seconds(time), make('span', { class: 'reason' }, label));
  });
  return make('div', {}, make('h3', {}, 'Film strip'), make('div', { class: 'strip' }, pictures));
};
