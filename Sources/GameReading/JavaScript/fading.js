// Whether cells are on their way to another look or place, as where a style lets them fade in and out, or glide.

{
  const LOOKS = new SafeSet();
  const names = ['background-color', 'border-top-color', 'border-right-color', 'border-bottom-color', 'border-left-color', 'box-shadow',
    'color', 'filter', 'opacity',
    'transform', 'translate', 'left', 'top', 'right', 'bottom', 'margin-left', 'margin-top'];
  for (let i = 0; i < names.length; i++) LOOKS.add(names[i]);
  /** By how much of its size a cell may be smaller than the lattice is wide, for its gaps. */
  const GAP_MAX = 0.35;
  /** The part of the lattice's width that a cell with a rim around it may have. */
  const RIMMED_MAX = 1.25;
  const isAbout = (size, pitch) => size <= pitch * RIMMED_MAX && size >= pitch * (1 - GAP_MAX);

  /** Milliseconds; what takes longer is seen on its way from then on. */
  const TIME_MAX = 250;

  page.isFading = (width, height) => {
    const active = StyleSigns.animations;
    const now = EventLoop.now();
    for (let i = 0; i < active.length; i++) {
      if (active[i].isTransition !== true || active[i].currentTime(now) > TIME_MAX || !LOOKS.has(Properties.names[active[i].property]) || active[i].element === null) continue;
      const box = active[i].element[kBox] ?? null;
      if (box !== null && isAbout(box.w, width) && isAbout(box.h, height)) return 'true';
    }
    return 'false';
  };
}
