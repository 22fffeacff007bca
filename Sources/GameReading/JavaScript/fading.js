// Whether cells are on their way to another look, as where a style lets them fade in and out.

{
  const LOOKS = new SafeSet();
  const names = ['background-color', 'border-top-color', 'border-right-color', 'border-bottom-color', 'border-left-color', 'box-shadow',
    'color', 'filter', 'opacity'];
  for (let i = 0; i < names.length; i++) LOOKS.add(names[i]);
  /** By how much of its size a cell may be smaller than the lattice is wide, for its gaps. */
  const GAP_MAX = 0.35;
  const isAbout = (size, pitch) => size <= pitch * 1.05 && size >= pitch * (1 - GAP_MAX);

  page.isFading = (width, height) => {
    const active = StyleSigns.animations;
    for (let i = 0; i < active.length; i++) {
      if (active[i].isTransition !== true || !LOOKS.has(Properties.names[active[i].property]) || active[i].element === null) continue;
      const box = active[i].element[kBox] ?? null;
      if (box !== null && isAbout(box.w, width) && isAbout(box.h, height)) return 'true';
    }
    return 'false';
  };
}
