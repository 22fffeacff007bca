// Whether what is painted is on its way to another look, as where a style lets cells fade in and out.

{
  const LOOKS = new SafeSet();
  const names = ['background-color', 'border-top-color', 'border-right-color', 'border-bottom-color', 'border-left-color', 'box-shadow',
    'color', 'filter', 'opacity'];
  for (let i = 0; i < names.length; i++) LOOKS.add(names[i]);

  page.isFading = () => {
    const active = Animations.active();
    let isFading = false;
    for (let i = 0; i < active.length && !isFading; i++) isFading = active[i].isTransition === true && LOOKS.has(Properties.names[active[i].property]);
    return isFading ? 'true' : 'false';
  };
}
