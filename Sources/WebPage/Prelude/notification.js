// Notifications: the permission is denied, so a notification only reports its error.
defineLazyGlobals(['Notification'], () => {
  class Notification extends EventTarget {
    constructor(title, options = undefined) {
      requireArguments('Notification', 'Window', arguments.length, 1);
      super();
      ObjectAssign(this, { title: `${title}`, body: `${options?.body ?? ''}`, tag: `${options?.tag ?? ''}`, data: options?.data ?? null });
      queueFire(this, 'error');
    }
    close() {}
    static get permission() { return 'denied'; }
    static get maxActions() { return 2; }
    static requestPermission(callback) {
      if (typeof callback === 'function') EventLoop.queueTask(() => EventLoop.invoke(callback, undefined, 'denied'));
      return PromiseResolve('denied');
    }
  }
  defineEventHandlers(Notification.prototype, ['click', 'show', 'error', 'close']);
  exposeInterface('Notification', Notification);
});
