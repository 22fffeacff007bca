// IndexedDB isn't there: opening a database fails, as in a browser that forbids storage.
defineLazyGlobals(['indexedDB', 'IDBFactory', 'IDBRequest', 'IDBOpenDBRequest'], () => {
  class IDBRequest extends EventTarget {
    constructor(token) {
      refuseConstruction(token);
      super();
      ObjectAssign(this, { result: undefined, error: null, source: null, transaction: null, readyState: 'pending' });
    }
  }
  defineEventHandlers(IDBRequest.prototype, ['success', 'error']);
  exposeInterface('IDBRequest', IDBRequest);
  class IDBOpenDBRequest extends IDBRequest {}
  defineEventHandlers(IDBOpenDBRequest.prototype, ['blocked', 'upgradeneeded']);
  exposeInterface('IDBOpenDBRequest', IDBOpenDBRequest);

  const failingRequest = () => {
    Records.missing('indexedDB');
    const request = new IDBOpenDBRequest(kInternal);
    EventLoop.queueTask(() => {
      request.readyState = 'done';
      request.error = new (DOMException())('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      fireEvent(request, 'error', true, true);
    });
    return request;
  };
  class IDBFactory {
    constructor(token) { refuseConstruction(token); }
  }
  defineMembers(IDBFactory.prototype, {
    open: failingRequest,
    deleteDatabase: failingRequest,
    databases: () => PromiseResolve([]),
    cmp: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  });
  exposeInterface('IDBFactory', IDBFactory);
  const indexedDB = new IDBFactory(kInternal);
  defineGlobalAccessor('indexedDB', () => indexedDB, null);
});
