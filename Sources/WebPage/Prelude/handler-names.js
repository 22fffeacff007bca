// The names of `on…` event handlers by where they are (HTML § 8.1.8.2), without their `on`.

const HandlerNames = (() => {
  const global = StringSplit('abort animationcancel animationend animationiteration animationstart auxclick '
    + 'beforeinput beforetoggle blur cancel canplay canplaythrough change click close contextmenu copy cuechange cut '
    + 'dblclick drag dragend dragenter dragleave dragover dragstart drop durationchange emptied ended error focus '
    + 'focusin focusout formdata gotpointercapture input invalid keydown keypress keyup load loadeddata loadedmetadata '
    + 'loadstart lostpointercapture mousedown mouseenter mouseleave mousemove mouseout mouseover mouseup mousewheel paste '
    + 'pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover '
    + 'pointerrawupdate pointerup progress ratechange reset resize scroll scrollend securitypolicyviolation seeked seeking '
    + 'select selectionchange selectstart slotchange stalled submit suspend timeupdate toggle touchcancel touchend '
    + 'touchmove touchstart transitioncancel transitionend transitionrun transitionstart volumechange waiting '
    + 'webkitanimationend webkitanimationiteration webkitanimationstart '
    + 'webkittransitionend wheel', ' ');
  const window = StringSplit('afterprint beforeprint beforeunload hashchange languagechange message '
    + 'messageerror offline online pagehide pageshow popstate rejectionhandled storage unhandledrejection unload', ' ');
  const document = StringSplit('fullscreenchange fullscreenerror pointerlockchange pointerlockerror '
    + 'readystatechange visibilitychange', ' ');
  /** On `<body>` these belong to the window (HTML "window-reflecting body element event handler set"). */
  const bodyWindow = ArrayConcat(window, ['blur', 'error', 'focus', 'load', 'resize', 'scroll']);
  /** Types of events that aren't their handler's name in lower case. */
  const types = {
    __proto__: null, webkitanimationend: 'webkitAnimationEnd', webkitanimationiteration: 'webkitAnimationIteration',
    webkitanimationstart: 'webkitAnimationStart', webkittransitionend: 'webkitTransitionEnd',
  };

  const properties = new SafeMap();
  const all = ArrayConcat(global, window, document);
  for (let i = 0; i < all.length; i++) properties.set(all[i], `on${all[i]}`);
  return {
    global, window, document, bodyWindow,
    isKnown: (name) => properties.has(name),
    isOfWindow: (name) => ArrayIncludes(bodyWindow, name),
    /** The property of a handler, `on…`: one string for all pages. */
    property: (name) => properties.get(name) ?? `on${name}`,
    /** The type of the events that it handles. */
    type: (name) => types[name] ?? name,
  };
})();
